## [Y, dX] = ref_avgpool2d (X, pool, stride, padding, dY)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_avgpool2d (X, pool, stride, padding, dY)
  [h, w, cs, n] = size (X);
  [oh, top] = ref_same_padding (h, pool(1), stride(1), padding);
  [ow, left] = ref_same_padding (w, pool(2), stride(2), padding);
  Y = zeros (oh, ow, cs, n);
  dX = zeros (size (X));
  if (nargin < 5)
    dY = Y;
  endif
  for i = 1:oh
    for j = 1:ow
      r = intersect ((i - 1) * stride(1) - top + (1:pool(1)), 1:h);
      c = intersect ((j - 1) * stride(2) - left + (1:pool(2)), 1:w);
      count = numel (r) * numel (c);
      Y(i,j,:,:) = sum (sum (X(r,c,:,:), 1), 2) / count;
      dX(r,c,:,:) += repmat (dY(i,j,:,:) / count, numel (r), numel (c));
    endfor
  endfor
endfunction
