## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{dX} =} ae_upsample2d_backward (@var{dY}, @var{factor})
## @deftypefnx {autoencoder} {@var{dX} =} ae_upsample2d_backward (@var{dY}, @var{factor}, @var{interpolation})
## Backward pass of upsampling: each pixel receives the derivatives of its copies.
##
## @var{factor} and @var{interpolation} (default @code{"nearest"}) are those of
## @code{ae_upsample2d_forward}, @var{dY} is the derivative of a loss with respect
## to its result, with rows and columns that are multiples of @var{factor};
## @var{dX} has as many fewer of them.
##
## Errors: @code{autoencoder:ae_upsample2d_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## @example
## @group
## ae_upsample2d_backward (reshape (1:8, 2, 4), 2)
##     @result{} 10 26
## @end group
## @end example
## @seealso{ae_upsample2d_forward}
## @end deftypefn

function dX = ae_upsample2d_backward (dY, factor, interpolation = "nearest")
  if (nargin < 2)
    print_usage ();
  endif
  arg_array ("ae_upsample2d_backward", "dY", dY);
  [out, n] = kernel_image_size ("ae_upsample2d_backward", "dY", dY);
  layer = kernel_upsample ("ae_upsample2d_backward", factor, interpolation);
  in = [ceil(out(1:2) ./ layer.factor), out(3)];
  arg_size ("ae_upsample2d_backward", "dY", dY, [in(1:2) .* layer.factor, in(3), n]);
  dX = __ae_layer_backward__ (dY, layer, in, 0, 0, [], []);
endfunction

%!test
%! assert (ae_upsample2d_backward (reshape (1:8, 2, 4), 2), [10 26]);
%! assert (ae_upsample2d_backward (single ([1 2; 3 4]), [2 1]), single ([4 6]));
%!test # the adjoint of forward
%! X = rand (3, 4, 2, 5);  dY = rand (6, 12, 2, 5);
%! for method = {"nearest", "bilinear"}
%!   dX = ae_upsample2d_backward (dY, [2 3], method{1});
%!   assert (sum ((dX .* X)(:)), sum ((dY .* ae_upsample2d_forward (X, [2 3], method{1}))(:)), 1e-11);
%! endfor
%!error <Invalid call> ae_upsample2d_backward (1)
%!error <dY must be 4-by-4, got 3-by-4 double> ae_upsample2d_backward (ones (3, 4), 2)
%!error <factor must be a whole number> ae_upsample2d_backward (1, "x")
%!error <interpolation must be one of nearest, bilinear; got 1> ae_upsample2d_backward (1, 1, 1)
