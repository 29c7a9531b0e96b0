## Y = ref_maxpool1d (X, pool, stride)
##
## Maxima of windows along the times of series, X t-by-c-by-n, without padding.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = ref_maxpool1d (X, pool, stride)
  [t, c, n] = size (X);
  Y = zeros (floor ((t - pool) / stride) + 1, c, n);
  for j = 1:rows (Y)
    Y(j,:,:) = max (X((j-1)*stride+(1:pool),:,:), [], 1);
  endfor
endfunction
