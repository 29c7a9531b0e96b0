## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{dX} =} ae_activation_backward (@var{Y}, @var{dY}, @var{name})
## @deftypefnx {autoencoder} {@var{dX} =} ae_activation_backward (@var{Y}, @var{dY}, @var{name}, @var{alpha})
## Backward pass of an activation: @var{dY} times its derivative.
##
## @var{Y} is the result of @code{ae_activation_forward} with the same
## @var{name} and @var{alpha}, from which every derivative here can be computed, and
## @var{dY} the derivative of a loss with respect to it, of its size and class.
## At 0 the derivative of relu is 0 and that of leakyrelu is @var{alpha}.
##
## Errors: @code{autoencoder:ae_activation_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## Y = ae_activation_forward ([-2 0 3], "sigmoid");
## ae_activation_backward (Y, [1 1 1], "sigmoid")
##     @result{} 0.1050 0.2500 0.0452
## @end group
## @end example
## @seealso{ae_activation_forward}
## @end deftypefn

function dX = ae_activation_backward (Y, dY, name, alpha = [])
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_activation_backward", {"Y", "dY"}, {Y, dY});
  arg_size ("ae_activation_backward", "dY", dY, size (Y));
  name = arg_activation ("ae_activation_backward", name);
  alpha = arg_alpha ("ae_activation_backward", name, alpha);
  dX = reshape (__ae_activation_backward__ (dY(:)', 1, [], Y(:)', name, alpha), size (Y));
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
%! assert (ae_activation_backward (0, 1, "relu"), 0);
%! assert (class (ae_activation_backward (single (1), single (1), "relu")), "single");
%!error <Invalid call> ae_activation_backward (1, 1)
%!error <dY must be 1-by-2, got 2-by-1 double> ae_activation_backward ([1 2], [1; 2], "relu")
%!error <dY must be double, the class of Y, got single> ae_activation_backward (1, single (1), "relu")
%!error <the activation must be one of linear, .*; got 1> ae_activation_backward (1, 1, 1)
%!error <alpha must be a finite number .= 0> ae_activation_backward (1, 1, "elu", [1 2])
