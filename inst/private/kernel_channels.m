## [in, channels] = kernel_channels (fname, X)
##
## The size of one sample of X, d-by-n or h-by-w-by-c-by-n, and its channels: the
## elements of a vector.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [in, channels] = kernel_channels (fname, X)
  in = channels = rows (X);
  if (ndims (X) > 2)
    in = kernel_image_size (fname, "X", X);
    channels = in(3);
  endif
endfunction
