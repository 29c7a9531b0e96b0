## [Y, dX, idx] = ref_maxpool2d (X, pool, stride, padding, dY)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX, idx] = ref_maxpool2d (X, pool, stride, padding, dY)
  [h, w, cs, n] = size (X);
  [oh, top] = ref_same_padding (h, pool(1), stride(1), padding);
  [ow, left] = ref_same_padding (w, pool(2), stride(2), padding);
  Y = idx = zeros (oh, ow, cs, n);
  dX = zeros (size (X));
  if (nargin < 5)
    dY = Y;
  endif
  for k = 1:numel (Y)
    [i, j, c, s] = ind2sub ([oh ow cs n], k);
    Y(k) = -Inf;
    for col = max ((j - 1) * stride(2) - left + 1, 1):min ((j - 1) * stride(2) - left + pool(2), w)
      for row = max ((i - 1) * stride(1) - top + 1, 1):min ((i - 1) * stride(1) - top + pool(1), h)
        if (X(row,col,c,s) > Y(k))
          Y(k) = X(row,col,c,s);
          idx(k) = sub2ind ([h w cs n], row, col, c, s);
        endif
      endfor
    endfor
    dX(idx(k)) += dY(k);
  endfor
endfunction
