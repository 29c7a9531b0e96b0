## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} ae_prelu_forward (@var{X}, @var{slope})
## Parametric relu: a slope below zero that is learnt.
##
## @var{X} holds vectors, @var{d}-by-@var{n}, or images,
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}; @var{slope} has a number for each
## element of a vector, each channel of an image.  @var{Y} is @var{X} where that
## is above 0, else @code{@var{slope} * @var{X}}.
##
## Errors: @code{autoencoder:ae_prelu_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}.
##
## Source: He, Zhang, Ren and Sun, @cite{Delving deep into rectifiers}, ICCV 2015,
## equation 1.
##
## @example
## @group
## ae_prelu_forward ([-2 3; -2 3], [0.25 0.5])
##     @result{}
##        -0.5000   3.0000
##        -1.0000   3.0000
## @end group
## @end example
## @seealso{ae_prelu_backward, ae_activation_forward, ae_layer}
## @end deftypefn

function Y = ae_prelu_forward (X, slope)
  if (nargin != 2)
    print_usage ();
  endif
  arg_arrays ("ae_prelu_forward", {"X", "slope"}, {X, slope});
  [in, channels] = kernel_channels ("ae_prelu_forward", X);
  arg_size ("ae_prelu_forward", "slope", slope(:), [channels 1]);
  Y = reshape (__ae_layer_forward__ (X, struct ("type", "prelu"), in, 0, 0, slope), size (X));
endfunction

%!test # by element, by channel
%! assert (ae_prelu_forward ([-2 3; -4 0], [0.5 2]), [-1 3; -8 0]);
%! X = rand (3, 4, 2, 5) - 0.5;
%! Y = ae_prelu_forward (X, [0.5 -1]);
%! assert (Y(:,:,1,:), max (X(:,:,1,:), 0) + 0.5 * min (X(:,:,1,:), 0));
%! assert (Y(:,:,2,:), abs (X(:,:,2,:)));
%! assert (class (ae_prelu_forward (single (X), single ([1 2]))), "single");
%!error <Invalid call> ae_prelu_forward (1)
%!error <slope must be 2-by-1, got 3-by-1 double> ae_prelu_forward (ones (2, 4), [1 2 3])
%!error <X must be finite> ae_prelu_forward (NaN, 1)
%!error <slope must be double, the class of X, got single> ae_prelu_forward (1, single (1))
