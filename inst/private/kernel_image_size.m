## [in, n] = kernel_image_size (fname, name, X)
##
## [rows columns channels] and the number of images in X, h-by-w-by-c-by-n.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [in, n] = kernel_image_size (fname, name, X)
  if (ndims (X) > 4)
    error (["autoencoder:" fname ":size"], "%s: %s must be h-by-w-by-c-by-n, got %s", fname, name, text_describe (X));
  endif
  in = [size(X, 1), size(X, 2), size(X, 3)];
  n = size (X, 4);
endfunction
