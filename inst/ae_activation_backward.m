## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{dX} =} ae_activation_backward (@var{Y}, @var{dY}, @var{name})
## @deftypefnx {autoencoder} {@var{dX} =} ae_activation_backward (@var{Y}, @var{dY}, @var{name}, @var{alpha})
## @deftypefnx {autoencoder} {@var{dX} =} ae_activation_backward (@var{Y}, @var{dY}, @var{name}, @var{alpha}, @var{X})
## Backward pass of an activation: @var{dY} times its derivative.
##
## @var{Y} is the result of @code{ae_activation_forward} with the same
## @var{name} and @var{alpha}, and @var{dY} the derivative of a loss with respect
## to it, of its size and class.  @var{alpha} may be @code{[]} for the usual one.
##
## Most derivatives are written in the output @var{Y}.  Those of gelu and swish
## cannot be, as two inputs have the same output: these want @var{X}, the input of
## the forward pass, of the size and class of @var{Y}; the others ignore it.
##
## At 0 the derivative of relu is 0 and that of leakyrelu is @var{alpha}; that of
## satlin is 0 at 0 and at 1.
##
## Errors: @code{autoencoder:ae_activation_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## Y = ae_activation_forward ([-2 0 3], "sigmoid");
## ae_activation_backward (Y, [1 1 1], "sigmoid")
##     @result{} 0.104994   0.250000   0.045177
## @end group
## @end example
## @seealso{ae_activation_forward}
## @end deftypefn

function dX = ae_activation_backward (Y, dY, name, alpha = [], X = [])
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_activation_backward", {"Y", "dY"}, {Y, dY});
  arg_size ("ae_activation_backward", "dY", dY, size (Y));
  name = arg_value ("ae_activation_backward", "the activation", name, arg_choices ("activation"));
  alpha = arg_alpha ("ae_activation_backward", name, alpha);
  if (arg_choices ("activation", name).keeps_input)
    check_input (name, X, Y);
  endif
  sample = kernel_sample_size ("ae_activation_backward", name, Y, "Y");
  layer = struct ("type", "activation", "activation", name, "alpha", alpha);
  dX = reshape (__ae_layer_backward__ (dY(:)', layer, sample, 0, 0, X(:)', Y(:)'), size (Y));
endfunction

function check_input (name, X, Y)
  if (isempty (X))
    error ("autoencoder:ae_activation_backward:empty", ...
           ["ae_activation_backward: the derivative of %s needs the input of the forward pass: " ...
            "ae_activation_backward (Y, dY, \"%s\", [], X)"], name, name);
  endif
  arg_arrays ("ae_activation_backward", {"Y", "X"}, {Y, X});
  arg_size ("ae_activation_backward", "X", X, size (Y));
endfunction

%!test
%! x = reshape (-2.75:0.5:2.75, [2 3 2]);  dy = x + 5;
%! slope = @(name, varargin) ae_activation_backward (ae_activation_forward (x, name, varargin{:}), dy, ...
%!                                                   name, varargin{:}) ./ dy;
%! assert (slope ("linear"), ones (size (x)));
%! assert (slope ("relu"), double (x > 0));
%! assert (slope ("leakyrelu"), (x > 0) + 0.01 * (x < 0), eps);
%! assert (slope ("leakyrelu", 0.5), (x > 0) + 0.5 * (x < 0), eps);
%! assert (slope ("elu", 2), (x > 0) + (x < 0) .* 2 .* exp (x), 1e-15);
%! assert (slope ("sigmoid"), exp (-x) ./ (1 + exp (-x)) .^ 2, 1e-15);
%! assert (slope ("tanh"), 1 - tanh (x) .^ 2, 1e-15);
%! assert (slope ("softplus"), 1 ./ (1 + exp (-x)), 1e-15);
%! assert (slope ("satlin"), double (x > 0 & x < 1));
%! assert (ae_activation_backward ([0 1], [1 1], "satlin"), [0 0]);
%! assert (ae_activation_backward (0, 1, "relu"), 0);
%! assert (class (ae_activation_backward (single (1), single (1), "relu")), "single");
%!test # by the input
%! x = [-1e38 -1000 -5:0.25:5 1000 1e38];
%! slope = @(name) ae_activation_backward (ae_activation_forward (x, name), ones (size (x)), name, [], x);
%! s = 1 ./ (1 + exp (-x));
%! assert (slope ("swish")(3:end-2), (s .* (1 + x .* (1 - s)))(3:end-2), 4 * eps);
%! assert (slope ("gelu")(3:end-2), (erfc (-x / sqrt (2)) / 2 + x .* exp (-x .^ 2 / 2) / sqrt (2 * pi))(3:end-2), 4 * eps);
%! for name = {"gelu", "swish"}
%!   assert (slope (name{1})([1 2 end-1 end]), [0 0 1 1]);
%!   assert (ae_activation_backward (single (x), single (x), name{1}, [], single (x))(3:end-2),
%!           single (slope (name{1}) .* x)(3:end-2), 5e-6);
%! endfor
%!test # softmax, against the matrix of its derivatives
%! x = reshape (sin (1:24), 4, 6);  dy = cos (x * 7);
%! y = ae_activation_forward (x, "softmax");
%! for i = 1:6
%!   wanted(:,i) = (diag (y(:,i)) - y(:,i) * y(:,i)') * dy(:,i);
%! endfor
%! assert (ae_activation_backward (y, dy, "softmax"), wanted, 1e-15);
%! image = @(a) permute (reshape (a, 4, 3, 2, 1), [2 3 1 4]);
%! assert (ae_activation_backward (image (y), image (dy), "softmax"), image (wanted), 1e-15);
%!error <Invalid call> ae_activation_backward (1, 1)
%!error <the derivative of gelu needs the input of the forward pass: .*"gelu", \[\], X> ae_activation_backward (1, 1, "gelu")
%!error <X must be 1-by-2, got 1-by-1 double> ae_activation_backward ([1 2], [1 2], "silu", [], 1)
%!error <X must be double, the class of Y, got single> ae_activation_backward (1, 1, "swish", [], single (1))
%!error <X must be finite, got Inf at element 1> ae_activation_backward (1, 1, "swish", [], Inf)
%!error <Y must be d-by-n or h-by-w-by-c-by-n for softmax> ae_activation_backward (ones (1, 1, 1, 1, 2), ones (1, 1, 1, 1, 2), "softmax")
%!error <dY must be 1-by-2, got 2-by-1 double> ae_activation_backward ([1 2], [1; 2], "relu")
%!error <dY must be double, the class of Y, got single> ae_activation_backward (1, single (1), "relu")
%!error <the activation must be one of linear, .*; got 1> ae_activation_backward (1, 1, 1)
%!error <alpha must be a finite number .= 0> ae_activation_backward (1, 1, "elu", [1 2])
