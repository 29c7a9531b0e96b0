## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{Y}, @var{idx}] =} ae_maxpool2d_forward (@var{X}, @var{pool})
## @deftypefnx {autoencoder} {[@var{Y}, @var{idx}] =} ae_maxpool2d_forward (@var{X}, @var{pool}, @var{padding})
## @deftypefnx {autoencoder} {[@var{Y}, @var{idx}] =} ae_maxpool2d_forward (@var{X}, @var{pool}, @var{padding}, @var{stride})
## Forward pass of max pooling: the largest pixel of each window.
##
## @var{X} is @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double; @var{Y} is
## @var{oh}-by-@var{ow}-by-@var{c}-by-@var{n}, and @var{idx} (double) has its
## size: @code{@var{Y} = @var{X}(@var{idx})}.  Of equal pixels the first one, in
## the order of @code{@var{X}(:)}, is taken.
##
## @var{pool} is the window, one number or [rows columns].  @var{stride}, how far
## it moves, is by default as large as the window.  @var{padding} is
## @code{"valid"} (default: only whole windows) or @code{"same"}: the windows
## cover the image's edge, so that 7 pixels in windows of 2 make 4.  Pixels outside the image
## are never the largest.
##
## Errors: @code{autoencoder:ae_maxpool2d_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## @example
## @group
## [Y, idx] = ae_maxpool2d_forward ([1 5 2; 4 3 9; 0 1 2], 2, "same")
##     @result{} Y =
##            5   9
##            1   2
##        idx =
##            4   8
##            6   9
## @end group
## @end example
## @seealso{ae_maxpool2d_backward, ae_avgpool2d_forward, ae_layer}
## @end deftypefn

function [Y, idx] = ae_maxpool2d_forward (X, pool, padding = "valid", stride = [])
  if (nargin < 2)
    print_usage ();
  endif
  arg_array ("ae_maxpool2d_forward", "X", X);
  in = kernel_image_size ("ae_maxpool2d_forward", "X", X);
  layer = kernel_pool ("ae_maxpool2d_forward", "maxpool2d", pool, padding, stride);
  if (nargout < 2)
    Y = __ae_layer_forward__ (X, layer, in, 0, 0);
  else
    [Y, idx] = __ae_layer_forward__ (X, layer, in, 0, 0);
  endif
endfunction

%!test
%! [Y, idx] = ae_maxpool2d_forward ([1 5 2; 4 3 9; 0 1 2], 2, "same");
%! assert (Y, [5 9; 1 2]);
%! assert (idx, [4 8; 6 9]);
%! assert (ae_maxpool2d_forward ([1 5 2; 4 3 9; 0 1 2], [2 2]), 5);
%! assert (ae_maxpool2d_forward ([1 5 2; 4 3 9; 0 1 2], 2, "valid", 1), [5 9; 4 9]);
%! assert (ae_maxpool2d_forward ([1 5 2; 4 3 9; 0 1 2], [3 1], "valid", [1 2]), [4 9]);
%!test # of equal ones the first
%! [~, idx] = ae_maxpool2d_forward (zeros (4), 2);
%! assert (idx, [1 9; 3 11]);
%!test # Y = X(idx) in every image
%! X = rand (7, 6, 3, 20, "single");
%! [Y, idx] = ae_maxpool2d_forward (X, [2 3], "same");
%! assert (size (Y), [4 2 3 20]);
%! assert (class (Y), "single");
%! assert (class (idx), "double");
%! assert (Y, X(idx));
%!error <Invalid call> ae_maxpool2d_forward (1)
%!error <pool must be a whole number .= 1, or two of them, got 0> ae_maxpool2d_forward (1, 0)
%!error <padding must be one of valid, same; got "all"> ae_maxpool2d_forward (1, 1, "all")
%!error <stride must be a whole number .= 1, or two of them, got 1.5> ae_maxpool2d_forward (1, 1, "same", 1.5)
%!error <a window of 3-by-3 does not fit into 2-by-2> ae_maxpool2d_forward (ones (2), 3)
%!error <X must be single or double, got logical> ae_maxpool2d_forward (true, 1)
%!error <X must be finite, got NaN at element 2> ae_maxpool2d_forward ([1 NaN], 1)
%!error <X must be h-by-w-by-c-by-n> ae_maxpool2d_forward (ones (2, 2, 2, 2, 2), 1)
