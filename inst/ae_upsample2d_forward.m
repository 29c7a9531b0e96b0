## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_upsample2d_forward (@var{X}, @var{factor})
## @deftypefnx {autoencoder} {@var{Y} =} ae_upsample2d_forward (@var{X}, @var{factor}, @var{interpolation})
## Forward pass of upsampling: images @var{factor} times as large.
##
## @var{X} is @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double; @var{factor} is one
## whole number or [rows columns]; @var{Y} is
## @var{factor}(1)*@var{h}-by-@var{factor}(2)*@var{w}-by-@var{c}-by-@var{n}.
##
## @var{interpolation} is @code{"nearest"} (default: pixels are repeated) or
## @code{"bilinear"}, between the centres of the pixels: the centre of output row
## @var{i} = 1, 2, @dots{} lies at (@var{i} - 1/2) / @var{factor} + 1/2, kept
## inside the image (as in Keras, and in PyTorch with align_corners=False).
##
## Errors: @code{autoencoder:ae_upsample2d_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## @example
## @group
## ae_upsample2d_forward ([1 2; 3 4], [1 2])
##     @result{} 1 1 2 2
##        3 3 4 4
## @end group
## @end example
## @seealso{ae_upsample2d_backward, ae_conv2d_transpose_forward, ae_layer}
## @end deftypefn

function Y = ae_upsample2d_forward (X, factor, interpolation = "nearest")
  if (nargin < 2)
    print_usage ();
  endif
  arg_array ("ae_upsample2d_forward", "X", X);
  in = kernel_image_size ("ae_upsample2d_forward", "X", X);
  layer = kernel_upsample ("ae_upsample2d_forward", factor, interpolation);
  Y = __ae_layer_forward__ (X, layer, in, 0, 0);
endfunction

%!test
%! assert (ae_upsample2d_forward ([1 2; 3 4], [1 2]), [1 1 2 2; 3 3 4 4]);
%! X = rand (3, 4, 2, 5);
%! assert (ae_upsample2d_forward (X, 3)(:,:,2,4), kron (X(:,:,2,4), ones (3)));
%!test # bilinear: a ramp, with its ends held
%! assert (ae_upsample2d_forward ([0 4 8], [1 4], "Bilinear"), [0 0 0.5 1.5 2.5 3.5 4.5 5.5 6.5 7.5 8 8]);
%! Y = ae_upsample2d_forward ([0 4; 8 12], 2, "bilinear");
%! assert (Y, [0; 2; 6; 8] + [0 1 3 4], 1e-15);
%! assert (class (ae_upsample2d_forward (single (1), 2)), "single");
%!error <Invalid call> ae_upsample2d_forward (1)
%!error <factor must be a whole number .= 1, or two of them, got 0.5> ae_upsample2d_forward (1, 0.5)
%!error <factor of an upsample2d layer must be in .1, 64., got 65> ae_upsample2d_forward (1, 65)
%!error <interpolation must be one of nearest, bilinear; got "cubic"> ae_upsample2d_forward (1, 2, "cubic")
%!error <X must be finite> ae_upsample2d_forward (NaN, 2)
