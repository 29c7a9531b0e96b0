## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{dX}, @var{dW}, @var{db}] =} ae_conv2d_transpose_backward (@var{X}, @var{W}, @var{dY})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_conv2d_transpose_backward (@var{X}, @var{W}, @var{dY}, @var{padding})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_conv2d_transpose_backward (@var{X}, @var{W}, @var{dY}, @var{padding}, @var{stride})
## Backward pass of a transposed convolution.
##
## @var{X}, @var{W}, @var{padding} (default @code{"valid"}) and @var{stride}
## (default 1) are those of @code{ae_conv2d_transpose_forward}, @var{dY} is the
## derivative of a loss with respect to its result and has the size of that result.
## @var{dX}, @var{dW} and @var{db} (a column) are the derivatives with respect to
## @var{X}, @var{W} and @var{b}, the latter two summed over the samples.
##
## Errors: @code{autoencoder:ae_conv2d_transpose_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## @example
## @group
## [dX, dW] = ae_conv2d_transpose_backward ([1 2; 3 4], ones (2), ones (4), "same", 2)
##     @result{} dX =
##            4   4
##            4   4
##        dW =
##            10   10
##            10   10
## @end group
## @end example
## @seealso{ae_conv2d_transpose_forward, ae_conv2d_backward}
## @end deftypefn

function [dX, dW, db] = ae_conv2d_transpose_backward (X, W, dY, padding = "valid", stride = 1)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_conv2d_transpose_backward", {"X", "W", "dY"}, {X, W, dY});
  [in, n, layer] = kernel_conv ("ae_conv2d_transpose_backward", "conv2d_transpose", X, W, padding, stride);
  out = in(1:2) .* layer.stride + strcmp (layer.padding, "valid") * max (layer.kernel - layer.stride, 0);
  arg_size ("ae_conv2d_transpose_backward", "dY", dY, [out, size(W, 4), n]);
  [dX, dW, db] = __ae_layer_backward__ (dY, layer, in, 0, 0, X, [], W);
endfunction

%!test
%! [dX, dW, db] = ae_conv2d_transpose_backward ([1 2; 3 4], ones (2), ones (4), "same", 2);
%! assert (dX, [4 4; 4 4]);
%! assert (dW, [10 10; 10 10]);
%! assert (db, 16);
%!test # <dY, Y> = <dX, X> = <dW, W>
%! X = rand (3, 5, 2, 3);  W = rand (3, 2, 2, 4);
%! Y = ae_conv2d_transpose_forward (X, W, zeros (4, 1), "valid", [2 1]);
%! dY = rand (size (Y));
%! [dX, dW, db] = ae_conv2d_transpose_backward (X, W, dY, "valid", [2 1]);
%! assert (sum ((dX .* X)(:)), sum ((dY .* Y)(:)), 1e-11);
%! assert (sum ((dW .* W)(:)), sum ((dY .* Y)(:)), 1e-11);
%! assert (db, squeeze (sum (sum (sum (dY, 1), 2), 4)), 1e-12);
%!error <Invalid call> ae_conv2d_transpose_backward (1, 2)
%!error <dY must be 4-by-4, got 3-by-3 double> ae_conv2d_transpose_backward (ones (3), ones (2), ones (3))
%!error <dY must be 6-by-6, got 4-by-4 double>
%! ae_conv2d_transpose_backward (ones (3), ones (2), ones (4), "same", 2)
%!error <padding must be one of valid, same> ae_conv2d_transpose_backward (1, 1, 1, "none")
%!error <W must be kh-by-kw-by-1-by-filters> ae_conv2d_transpose_backward (1, ones (1, 1, 2), 1)
