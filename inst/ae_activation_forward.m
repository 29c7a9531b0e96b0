## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_activation_forward (@var{X}, @var{name})
## @deftypefnx {autoencoder} {@var{Y} =} ae_activation_forward (@var{X}, @var{name}, @var{alpha})
## Forward pass of an activation: a function of each element of @var{X}, or
## (softmax) of all units of a sample.
##
## @var{X} is a single or double array of any size, for softmax
## @var{d}-by-@var{n} or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}; @var{Y} has
## its size and class.  @var{name} is one of
##
## @table @code
## @item "linear"
## @var{x}
## @item "relu"
## max (@var{x}, 0)
## @item "leakyrelu"
## @var{x}, or @var{alpha} @var{x} below 0; @var{alpha} is 0.01 by default
## @item "elu"
## @var{x}, or @var{alpha} (exp (@var{x}) - 1) below 0; @var{alpha} is 1 by
## default
## @item "sigmoid"
## 1 / (1 + exp (-@var{x}))
## @item "tanh"
## the hyperbolic tangent
## @item "softplus"
## log (1 + exp (@var{x})), without overflow
## @item "satlin"
## @var{x} between 0 and 1, 0 below, 1 above
## @item "gelu"
## @var{x} times the share of a standard normal distribution below @var{x} (the
## exact form with the error function)
## @item "swish"
## (or @code{"silu"}): @var{x} / (1 + exp (-@var{x}))
## @item "softmax"
## exp (@var{x}) over its sum, taken over the @var{d} units of each sample or the
## @var{c} channels of each pixel
## @end table
##
## Errors: @code{autoencoder:ae_activation_forward:class}, @code{:empty},
## @code{:nonfinite}, @code{:value}, @code{:size}.
##
## Sources: Nair and Hinton, ICML 2010 (relu); Maas, Hannun, Ng, ICML 2013
## (leaky relu); Clevert, Unterthiner, Hochreiter, ICLR 2016 (elu); Dugas et al.,
## NIPS 2000 (softplus); Hendrycks and Gimpel, arXiv 1606.08415, 2016 (gelu);
## Ramachandran, Zoph, Le, arXiv 1710.05941, 2017 (swish); Bridle, NIPS 1989
## (softmax).
##
## @example
## @group
## ae_activation_forward ([-2 0 3], "leakyrelu", 0.1)
##     @result{} -0.2000 0 3.0000
## @end group
## @end example
## @seealso{ae_activation_backward, ae_layer}
## @end deftypefn

function Y = ae_activation_forward (X, name, alpha = [])
  if (nargin < 2)
    print_usage ();
  endif
  arg_array ("ae_activation_forward", "X", X);
  name = arg_value ("ae_activation_forward", "the activation", name, arg_choices ("activation"));
  alpha = arg_alpha ("ae_activation_forward", name, alpha);
  sample = kernel_sample_size ("ae_activation_forward", name, X);
  layer = struct ("type", "activation", "activation", name, "alpha", alpha);
  Y = reshape (__ae_layer_forward__ (X(:)', layer, sample, 0, 0), size (X));
endfunction

%!test
%! x = reshape (-3:0.5:2.5, [2 3 2]);
%! assert (ae_activation_forward (x, "linear"), x);
%! assert (ae_activation_forward (x, "relu"), max (x, 0));
%! assert (ae_activation_forward (x, "LeakyReLU"), max (x, 0.01 * x), eps);
%! assert (ae_activation_forward (x, "leakyrelu", 0.3), max (x, 0.3 * x), eps);
%! assert (ae_activation_forward (x, "elu"), max (x, 0) + exp (min (x, 0)) - 1, 2 * eps);
%! assert (ae_activation_forward (x, "elu", 2), max (x, 0) + 2 * (exp (min (x, 0)) - 1), 4 * eps);
%! assert (ae_activation_forward (x, "sigmoid"), 1 ./ (1 + exp (-x)), eps);
%! assert (ae_activation_forward (x, "tanh"), tanh (x), 2 * eps);
%! assert (ae_activation_forward (x, "softplus"), log (1 + exp (x)), 4 * eps);
%!test # far out
%! x = single ([-1000 1000]);
%! assert (ae_activation_forward (x, "sigmoid"), single ([0 1]));
%! assert (ae_activation_forward (x, "softplus"), single ([0 1000]));
%! assert (ae_activation_forward (x, "elu"), single ([-1 1000]));
%! assert (class (ae_activation_forward (x, "tanh")), "single");
%!test # saturating, and those whose derivative needs the input
%! x = reshape (-3:0.5:2.5, [2 3 2]);
%! assert (ae_activation_forward (x, "satlin"), min (max (x, 0), 1));
%! assert (ae_activation_forward (x, "gelu"), x .* erfc (-x / sqrt (2)) / 2, 2 * eps);
%! assert (ae_activation_forward (x, "swish"), x ./ (1 + exp (-x)), 2 * eps);
%! assert (ae_activation_forward (x, "SiLU"), ae_activation_forward (x, "swish"));
%! far = single ([-1e38 -1000 1000 1e38]);
%! for name = {"gelu", "swish"}
%!   assert (ae_activation_forward (far, name{1}), [0 0 far(3:4)]);
%! endfor
%!test # softmax: the units of vectors, the channels of images
%! x = reshape (sin (1:60), 5, 12);
%! assert (ae_activation_forward (x, "softmax"), exp (x) ./ sum (exp (x), 1), 4 * eps);
%! assert (ae_activation_forward (x, "softmax")(:,3), ae_activation_forward (x(:,3), "softmax"));
%! x = reshape (x, 2, 3, 5, 2);
%! assert (ae_activation_forward (x, "softmax"), exp (x) ./ sum (exp (x), 3), 4 * eps);
%! assert (ae_activation_forward (x(:,:,:,1), "softmax"), (exp (x) ./ sum (exp (x), 3))(:,:,:,1), 4 * eps);
%! assert (ae_activation_forward (single ([1e38; -1e38; 1e38]), "softmax"), single ([0.5; 0; 0.5]));
%!test # every activation is in the help
%! text = evalc ("help ae_activation_forward; help ae_layer");
%! for name = {__ae_choices__().name}
%!   assert (numel (strfind (text, ["\"" name{1} "\""])) >= 2, true);
%! endfor
%!error <Invalid call> ae_activation_forward (1)
%!error <the activation must be one of linear, relu, leakyrelu, elu, sigmoid, tanh, .*; got "hardtanh">
%! ae_activation_forward (1, "hardtanh")
%!error <the activation must be one of linear, .*; got 0-by-0 char> ae_activation_forward (1, "")
%!error <X must be d-by-n or h-by-w-by-c-by-n for softmax, got 1-by-1-by-1-by-1-by-2>
%! ae_activation_forward (ones (1, 1, 1, 1, 2), "softmax")
%!error <alpha must be a finite number .= 0, got -1> ae_activation_forward (1, "elu", -1)
%!error <X must be finite, got NaN at element 1> ae_activation_forward (NaN, "relu")
%!error <X must not be empty> ae_activation_forward ([], "relu")
