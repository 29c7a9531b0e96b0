## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{dX}, @var{dW}, @var{db}] =} ae_conv2d_backward (@var{X}, @var{W}, @var{dY})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_conv2d_backward (@var{X}, @var{W}, @var{dY}, @var{padding})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_conv2d_backward (@var{X}, @var{W}, @var{dY}, @var{padding}, @var{stride})
## Backward pass of a convolution of images.
##
## @var{X}, @var{W}, @var{padding} (default @code{"valid"}) and @var{stride}
## (default 1) are those of @code{ae_conv2d_forward}, @var{dY} is the derivative
## of a loss with respect to its result and has the size of that result.  @var{dX},
## @var{dW} and @var{db} (a column) are the derivatives with respect to @var{X},
## @var{W} and @var{b}, the latter two summed over the samples.
##
## Errors: @code{autoencoder:ae_conv2d_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## Source: LeCun et al., @cite{Gradient-based learning applied to document
## recognition}, Proc. IEEE 86, 1998.
##
## @example
## @group
## X = reshape (1:9, 3, 3);
## [dX, dW, db] = ae_conv2d_backward (X, ones (2, 2), ones (2, 2))
##     @result{} dX =
##            1   2   1
##            2   4   2
##            1   2   1
##        dW =
##            12   24
##            16   28
##        db = 4
## @end group
## @end example
## @seealso{ae_conv2d_forward, ae_layer}
## @end deftypefn

function [dX, dW, db] = ae_conv2d_backward (X, W, dY, padding = "valid", stride = 1)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_conv2d_backward", {"X", "W", "dY"}, {X, W, dY});
  [in, n, layer] = kernel_conv ("ae_conv2d_backward", "conv2d", X, W, padding, stride);
  out = kernel_window_length (in(1:2), layer.kernel, layer.stride, layer.padding);
  arg_size ("ae_conv2d_backward", "dY", dY, [out, size(W, 4), n]);
  [dX, dW, db] = __ae_layer_backward__ (dY, layer, in, 0, 0, X, [], W);
endfunction

%!test
%! X = reshape (1:9, 3, 3);
%! [dX, dW, db] = ae_conv2d_backward (X, ones (2, 2), ones (2, 2));
%! assert (dX, [1 2 1; 2 4 2; 1 2 1]);
%! assert (dW, [12 24; 16 28]);
%! assert (db, 4);
%!test # the adjoint: <dY, conv (X)> = <dX, X> = <dW, W>
%! X = rand (7, 5, 2, 3);  W = rand (3, 2, 2, 4);
%! dY = rand (size (ae_conv2d_forward (X, W, zeros (4, 1), "same", [2 1])));
%! [dX, dW, db] = ae_conv2d_backward (X, W, dY, "same", [2 1]);
%! s = sum ((dY .* ae_conv2d_forward (X, W, zeros (4, 1), "same", [2 1]))(:));
%! assert (sum ((dX .* X)(:)), s, 1e-12);
%! assert (sum ((dW .* W)(:)), s, 1e-12);
%! assert (db, squeeze (sum (sum (sum (dY, 1), 2), 4)), 1e-13);
%! [dX, dW, db] = ae_conv2d_backward (single (X), single (W), single (dY), "same", [2 1]);
%! assert (class (dW), "single");
%!error <Invalid call> ae_conv2d_backward (1, 2)
%!error <dY must be 2-by-2, got 3-by-3 double> ae_conv2d_backward (ones (3), ones (2), ones (3))
%!error <padding must be one of valid, same; got 1> ae_conv2d_backward (1, 1, 1, 1)
%!error <dY must be double, the class of X, got single> ae_conv2d_backward (1, 1, single (1))
%!error <W must be kh-by-kw-by-1-by-filters> ae_conv2d_backward (ones (3), ones (2, 2, 2), 1)
