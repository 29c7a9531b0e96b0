## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{dX} =} ae_avgpool2d_backward (@var{dY}, @var{size_of_X}, @var{pool})
## @deftypefnx {autoencoder} {@var{dX} =} ae_avgpool2d_backward (@var{dY}, @var{size_of_X}, @var{pool}, @var{padding})
## @deftypefnx {autoencoder} {@var{dX} =} ae_avgpool2d_backward (@var{dY}, @var{size_of_X}, @var{pool}, @var{padding}, @var{stride})
## Backward pass of average pooling: each derivative is shared by its window.
##
## @var{pool}, @var{padding} (default @code{"valid"}) and @var{stride} (default
## @var{pool}) are those of @code{ae_avgpool2d_forward}, @var{size_of_X} is the
## size of its input, and @var{dY} the derivative of a loss with respect to its
## result.  @var{dX} has the size @var{size_of_X} and @var{dY}'s class.
##
## Errors: @code{autoencoder:ae_avgpool2d_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:layer}.
##
## @example
## @group
## ae_avgpool2d_backward ([4 8; 2 1], [3 3], 2, "same")
##     @result{} 1 1 4
##        1 1 4
##        1 1 1
## @end group
## @end example
## @seealso{ae_avgpool2d_forward, ae_maxpool2d_backward}
## @end deftypefn

function dX = ae_avgpool2d_backward (dY, size_of_X, pool, padding = "valid", stride = [])
  if (nargin < 3)
    print_usage ();
  endif
  arg_array ("ae_avgpool2d_backward", "dY", dY);
  dims = kernel_size_of_X ("ae_avgpool2d_backward", size_of_X);
  layer = kernel_pool ("ae_avgpool2d_backward", "avgpool2d", pool, padding, stride);
  out = kernel_window_length (dims(1:2), layer.pool, layer.stride, layer.padding);
  arg_size ("ae_avgpool2d_backward", "dY", dY, [out, dims(3:4)]);
  dX = __ae_layer_backward__ (dY, layer, dims(1:3), 0, 0, [], []);
endfunction

%!test
%! assert (ae_avgpool2d_backward ([4 8; 2 1], [3 3], 2, "same"), [1 1 4; 1 1 4; 1 1 1]);
%! assert (ae_avgpool2d_backward (4, [3 3], 2), [1 1 0; 1 1 0; 0 0 0]);
%! assert (ae_avgpool2d_backward ([2 4], [1 3], [1 2], "valid", 1), [1 3 2]);
%! dX = ae_avgpool2d_backward (ones (2, 2, 3, 4, "single"), [4 4 3 4], 2);
%! assert (dX, repmat (single (0.25), [4 4 3 4]));
%!error <Invalid call> ae_avgpool2d_backward (1, [1 1])
%!error <dY must be 2-by-2, got 1-by-1 double> ae_avgpool2d_backward (1, [3 3], 2, "same")
%!error <size_of_X must be 2 to 4 whole numbers .= 1, got "a"> ae_avgpool2d_backward (1, "a", 1)
%!error <padding must be one of valid, same> ae_avgpool2d_backward (1, [1 1], 1, "x")
%!error <dY must be finite, got Inf at element 1> ae_avgpool2d_backward (Inf, [1 1], 1)
