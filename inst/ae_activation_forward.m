## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_activation_forward (@var{X}, @var{name})
## @deftypefnx {autoencoder} {@var{Y} =} ae_activation_forward (@var{X}, @var{name}, @var{alpha})
## Forward pass of an activation: a function of each element of @var{X}.
##
## @var{X} is a single or double array of any size, @var{Y} has its size and
## class.  @var{name} is one of
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
## @end table
##
## Errors: @code{autoencoder:ae_activation_forward:class}, @code{:empty},
## @code{:nonfinite}, @code{:value}.
##
## Sources: Nair and Hinton, ICML 2010 (relu); Maas, Hannun, Ng, ICML 2013
## (leaky relu); Clevert, Unterthiner, Hochreiter, ICLR 2016 (elu); Dugas et al.,
## NIPS 2000 (softplus).
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
  name = arg_activation ("ae_activation_forward", name);
  alpha = arg_alpha ("ae_activation_forward", name, alpha);
  Y = reshape (__ae_activation_forward__ (X(:)', 1, name, alpha), size (X));
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
%!error <Invalid call> ae_activation_forward (1)
%!error <the activation must be one of linear, relu, leakyrelu, elu, sigmoid, tanh, softplus; got "gelu">
%! ae_activation_forward (1, "gelu")
%!error <alpha must be a finite number .= 0, got -1> ae_activation_forward (1, "elu", -1)
%!error <X must be finite, got NaN at element 1> ae_activation_forward (NaN, "relu")
%!error <X must not be empty> ae_activation_forward ([], "relu")
