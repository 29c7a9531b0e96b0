## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_conv2d_transpose_forward (@var{X}, @var{W}, @var{b})
## @deftypefnx {autoencoder} {@var{Y} =} ae_conv2d_transpose_forward (@var{X}, @var{W}, @var{b}, @var{padding})
## @deftypefnx {autoencoder} {@var{Y} =} ae_conv2d_transpose_forward (@var{X}, @var{W}, @var{b}, @var{padding}, @var{stride})
## Forward pass of a transposed convolution: the adjoint of a convolution, which
## makes images larger.
##
## @var{X} is @var{h}-by-@var{w}-by-@var{cin}-by-@var{n}, @var{W} is
## @var{kh}-by-@var{kw}-by-@var{cin}-by-@var{cout} and @var{b} has @var{cout}
## elements, all single or all double.  Each pixel of
## @var{X} adds @var{W}, times its value, to @var{Y}, @var{stride} pixels
## (default 1; one number or [rows columns]) from that of its neighbour.
## @var{Y} is @var{oh}-by-@var{ow}-by-@var{cout}-by-@var{n}: with @var{padding}
## @code{"same"} @var{oh} = @var{stride} * @var{h}, with @code{"valid"} (default)
## @var{oh} = @var{stride} * (@var{h} - 1) + max (@var{kh}, @var{stride}).
##
## Errors: @code{autoencoder:ae_conv2d_transpose_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## Source: Dumoulin and Visin, @cite{A guide to convolution arithmetic for deep
## learning}, arXiv:1603.07285, chapter 4.
##
## @example
## @group
## ae_conv2d_transpose_forward ([1 2; 3 4], ones (2), 0, "same", 2)
##     @result{} 1 1 2 2
##        1 1 2 2
##        3 3 4 4
##        3 3 4 4
## @end group
## @end example
## @seealso{ae_conv2d_transpose_backward, ae_conv2d_forward, ae_upsample2d_forward}
## @end deftypefn

function Y = ae_conv2d_transpose_forward (X, W, b, padding = "valid", stride = 1)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_conv2d_transpose_forward", {"X", "W", "b"}, {X, W, b});
  [in, ~, layer] = kernel_conv ("ae_conv2d_transpose_forward", "conv2d_transpose", X, W, padding, stride);
  arg_size ("ae_conv2d_transpose_forward", "b", b(:), [size(W, 4) 1]);
  Y = __ae_layer_forward__ (X, layer, in, 0, 0, W, b);
endfunction

%!test
%! X = rand (4, 3, 1, 2);  W = rand (3, 2);
%! Y = ae_conv2d_transpose_forward (X, W, 1);
%! assert (Y(:,:,1,2), conv2 (X(:,:,1,2), W) + 1, 1e-14);
%! assert (ae_conv2d_transpose_forward ([1 2; 3 4], ones (2), 0, "same", 2), kron ([1 2; 3 4], ones (2)));
%! assert (size (ae_conv2d_transpose_forward (X, W, 1, "same", [3 1])), [12 3 1 2]);
%!test # the adjoint of the convolution with the channels of W exchanged
%! X = rand (3, 4, 2, 3);  W = rand (3, 3, 2, 4);
%! Y = ae_conv2d_transpose_forward (X, W, zeros (4, 1), "same", 2);
%! U = rand (size (Y));
%! C = ae_conv2d_forward (U, permute (W, [1 2 4 3]), zeros (2, 1), "same", 2);
%! assert (sum ((Y .* U)(:)), sum ((C .* X)(:)), 1e-12);
%!error <Invalid call> ae_conv2d_transpose_forward (1, 2)
%!error <padding must be one of valid, same> ae_conv2d_transpose_forward (1, 1, 1, "")
%!error <stride must be a whole number .= 1, or two of them>
%! ae_conv2d_transpose_forward (1, 1, 1, "same", [1 2 3])
%!error <W must be kh-by-kw-by-2-by-filters> ae_conv2d_transpose_forward (ones (2, 2, 2), ones (3), 1)
%!error <b must be 2-by-1, got 1-by-1 double> ae_conv2d_transpose_forward (ones (2), ones (3, 3, 1, 2), 1)
%!error <b must be double, the class of X, got single> ae_conv2d_transpose_forward (1, 1, single (1))
