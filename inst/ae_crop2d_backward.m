## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{dX} =} ae_crop2d_backward (@var{dY}, @var{margins})
## Backward pass of cropping: what was cropped gets zeros.
##
## @var{margins} are those of @code{ae_crop2d_forward}, @var{dY} is the
## derivative of a loss with respect to its result; @var{dX} has the size of its
## input.
##
## Errors: @code{autoencoder:ae_crop2d_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## ae_crop2d_backward ([1 2], [0 1 2 0])
##     @result{} 0 0 1 2
##        0 0 0 0
## @end group
## @end example
## @seealso{ae_crop2d_forward, ae_zeropad2d_backward}
## @end deftypefn

function dX = ae_crop2d_backward (dY, margins)
  if (nargin != 2)
    print_usage ();
  endif
  arg_array ("ae_crop2d_backward", "dY", dY);
  out = kernel_image_size ("ae_crop2d_backward", "dY", dY);
  m = kernel_margins ("ae_crop2d_backward", margins);
  in = out + [m(1) + m(2), m(3) + m(4), 0];
  dX = __ae_layer_backward__ (dY, struct ("type", "crop2d", "margins", m), in, 0, 0, [], []);
endfunction

%!test # the adjoint of forward
%! X = rand (6, 7, 2, 5);
%! Y = ae_crop2d_forward (X, [1 2 3 0]);
%! dY = rand (size (Y));
%! dX = ae_crop2d_backward (dY, [1 2 3 0]);
%! assert (size (dX), size (X));
%! assert (sum ((dX .* X)(:)), sum ((dY .* Y)(:)), 1e-11);
%! assert (class (ae_crop2d_backward (ones (4, "single"), 1)), "single");
%!error <Invalid call> ae_crop2d_backward (1)
%!error <margins must be 1, 2 or 4 whole numbers .= 0, got "a"> ae_crop2d_backward (1, "a")
%!error <dY must be single or double; *got|dY must be single or double> ae_crop2d_backward ({}, 1)
