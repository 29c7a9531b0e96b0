## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_avgpool2d_forward (@var{X}, @var{pool})
## @deftypefnx {autoencoder} {@var{Y} =} ae_avgpool2d_forward (@var{X}, @var{pool}, @var{padding})
## @deftypefnx {autoencoder} {@var{Y} =} ae_avgpool2d_forward (@var{X}, @var{pool}, @var{padding}, @var{stride})
## Forward pass of average pooling: the mean of each window.
##
## @var{X} is @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double; @var{Y} is
## @var{oh}-by-@var{ow}-by-@var{c}-by-@var{n}.
##
## @var{pool} is the window, one number or [rows columns].  @var{stride}, how far
## it moves, is by default as large as the window.  @var{padding} is
## @code{"valid"} (default: only whole windows) or @code{"same"}: the windows
## cover the image's edge, so that 7 pixels in windows of 2 make 4.  Only the
## pixels inside the image are averaged.
##
## Errors: @code{autoencoder:ae_avgpool2d_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## @example
## @group
## ae_avgpool2d_forward ([1 5 2; 4 2 9; 0 1 7], 2, "same")
##     @result{} 3.0000 5.5000
##        0.5000 7.0000
## @end group
## @end example
## @seealso{ae_avgpool2d_backward, ae_maxpool2d_forward, ae_layer}
## @end deftypefn

function Y = ae_avgpool2d_forward (X, pool, padding = "valid", stride = [])
  if (nargin < 2)
    print_usage ();
  endif
  arg_array ("ae_avgpool2d_forward", "X", X);
  in = kernel_image_size ("ae_avgpool2d_forward", "X", X);
  layer = kernel_pool ("ae_avgpool2d_forward", "avgpool2d", pool, padding, stride);
  Y = __ae_layer_forward__ (X, layer, in, 0, 0);
endfunction

%!test
%! X = [1 5 2; 4 2 9; 0 1 7];
%! assert (ae_avgpool2d_forward (X, 2, "same"), [3 5.5; 0.5 7]);
%! assert (ae_avgpool2d_forward (X, 2), 3);
%! assert (ae_avgpool2d_forward (X, 2, "valid", 1), [3 4.5; 1.75 4.75]);
%! assert (ae_avgpool2d_forward (X, [1 3], "valid", [2 1]), [8; 8] / 3, 1e-15);
%! assert (class (ae_avgpool2d_forward (single (X), 2)), "single");
%!error <Invalid call> ae_avgpool2d_forward (1)
%!error <pool must be a whole number .= 1, or two of them> ae_avgpool2d_forward (1, [1 2 3])
%!error <padding must be one of valid, same; got 3> ae_avgpool2d_forward (1, 1, 3)
%!error <stride must be a whole number .= 1, or two of them, got -1> ae_avgpool2d_forward (1, 1, "same", -1)
%!error <a window of 1-by-3 does not fit into 2-by-2> ae_avgpool2d_forward (ones (2), [1 3])
%!error <X must not be empty> ae_avgpool2d_forward ([], 1)
