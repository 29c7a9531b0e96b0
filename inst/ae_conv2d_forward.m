## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_conv2d_forward (@var{X}, @var{W}, @var{b})
## @deftypefnx {autoencoder} {@var{Y} =} ae_conv2d_forward (@var{X}, @var{W}, @var{b}, @var{padding})
## @deftypefnx {autoencoder} {@var{Y} =} ae_conv2d_forward (@var{X}, @var{W}, @var{b}, @var{padding}, @var{stride})
## Forward pass of a convolution of images (a cross-correlation: the kernel is
## not flipped).
##
## @var{X} is @var{h}-by-@var{w}-by-@var{cin}-by-@var{n}, @var{W} is
## @var{kh}-by-@var{kw}-by-@var{cin}-by-@var{cout} and @var{b} has @var{cout}
## elements, all single or all double.  @var{Y} is
## @var{oh}-by-@var{ow}-by-@var{cout}-by-@var{n}.
##
## @var{padding} is @code{"valid"} (default: none, @var{oh} = @var{h} -
## @var{kh} + 1) or @code{"same"} (zeros around the image, the smaller half of
## them above and on the left, so that @var{oh} = @var{h}).  @var{stride}, by
## default 1, is the step between outputs, one number or [rows columns]; with
## @code{"same"} @var{oh} = ceil (@var{h} / @var{stride}).
##
## Errors: @code{autoencoder:ae_conv2d_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## Source: LeCun et al., @cite{Gradient-based learning applied to document
## recognition}, Proc. IEEE 86, 1998; the padding is that of TensorFlow.
##
## @example
## @group
## X = reshape (1:9, 3, 3);
## ae_conv2d_forward (X, ones (2, 2), 0)
##     @result{} 12 24
##        16 28
## @end group
## @end example
## @seealso{ae_conv2d_backward, ae_conv2d_transpose_forward, ae_layer}
## @end deftypefn

function Y = ae_conv2d_forward (X, W, b, padding = "valid", stride = 1)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_conv2d_forward", {"X", "W", "b"}, {X, W, b});
  [in, ~, layer] = kernel_conv ("ae_conv2d_forward", "conv2d", X, W, padding, stride);
  arg_size ("ae_conv2d_forward", "b", b(:), [size(W, 4) 1]);
  Y = __ae_layer_forward__ (X, layer, in, 0, 0, W, b);
endfunction

%!demo
%! ## One image through a kernel that finds upright edges.
%! folder = fullfile (fileparts (which ("ae_load_mnist")), "data");
%! X = ae_load_mnist ("test", folder)(:,:,:,1);
%! W = single ([1 0 -1; 2 0 -2; 1 0 -1]);
%! Y = ae_conv2d_forward (X, W, single (0), "same");
%! subplot (1, 2, 1);
%! imagesc (X);
%! axis image off;
%! title ("image");
%! subplot (1, 2, 2);
%! imagesc (Y);
%! axis image off;
%! title ("upright edges");
%! colormap (gray (256));

%!test
%! X = rand (6, 5, 1, 3);  W = rand (3, 3);
%! Y = ae_conv2d_forward (X, W, 2);
%! for i = 1:3
%!   assert (Y(:,:,1,i), conv2 (X(:,:,1,i), rot90 (W, 2), "valid") + 2, 1e-14);
%! endfor
%! Y = ae_conv2d_forward (X, W, 2, "SAME");
%! assert (Y(:,:,1,2), conv2 (X(:,:,1,2), rot90 (W, 2), "same") + 2, 1e-14);
%! assert (ae_conv2d_forward (X, W, 2, "valid", [2 1]), ae_conv2d_forward (X, W, 2)(1:2:end,:,:,:), 1e-14);
%! assert (class (ae_conv2d_forward (single (X), single (W), single (2))), "single");
%!test # channels
%! X = rand (4, 4, 2);  W = rand (2, 2, 2, 3);
%! Y = ae_conv2d_forward (X, W, [1 2 3]);
%! assert (size (Y), [3 3 3]);
%! assert (Y(2,3,2), sum ((X(2:3,3:4,:) .* W(:,:,:,2))(:)) + 2, 1e-14);
%!error <Invalid call> ae_conv2d_forward (1, 2)
%!error <padding must be one of valid, same; got "full"> ae_conv2d_forward (1, 1, 1, "full")
%!error <stride must be a whole number .= 1, or two of them, got 0> ae_conv2d_forward (1, 1, 1, "same", 0)
%!error <W must be kh-by-kw-by-2-by-filters, for the 2 channels of X, got 3-by-3-by-3 double>
%! ae_conv2d_forward (ones (4, 4, 2), ones (3, 3, 3), 1)
%!error <b must be 3-by-1, got 2-by-1 double> ae_conv2d_forward (ones (4), ones (2, 2, 1, 3), [1 2])
%!error <a 3-by-3 kernel does not fit into a 2-by-2 image> ae_conv2d_forward (ones (2), ones (3), 1)
%!error <kernel of a conv2d layer must be in .1, 64., got 65> ae_conv2d_forward (ones (80), ones (65), 1)
%!error <X must be h-by-w-by-c-by-n> ae_conv2d_forward (ones (2, 2, 2, 2, 2), 1, 1)
%!error <W must be single, the class of X, got double> ae_conv2d_forward (single (1), 1, 1)
%!error <X must be full, got a sparse matrix> ae_conv2d_forward (sparse (1), 1, 1)
%!error <X must be real> ae_conv2d_forward (i, 1, 1)
