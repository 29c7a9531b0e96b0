## [in, n, layer] = kernel_conv (fname, type, X, W, padding, stride)
##
## What the four functions of convolutions pass to their MEX functions: the size
## of one image, the number of images, and the layer.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [in, n, layer] = kernel_conv (fname, type, X, W, padding, stride)
  [in, n] = kernel_image_size (fname, "X", X);
  [padding, stride] = kernel_sliding (fname, padding, stride);
  if (ndims (W) > 4 || size (W, 3) != in(3))
    error (["autoencoder:" fname ":size"], ...
           "%s: W must be kh-by-kw-by-%d-by-filters, for the %d channels of X, got %s", ...
           fname, in(3), in(3), text_describe (W));
  endif
  layer = struct ("type", type, "filters", size (W, 4), "kernel", [size(W, 1), size(W, 2)], ...
                  "stride", stride, "padding", padding);
endfunction
