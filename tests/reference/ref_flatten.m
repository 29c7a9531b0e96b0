## [Y, dX] = ref_flatten (X, dY): images as vectors, column-major

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_flatten (X, dY)
  n = size (X, 4);
  Y = zeros (numel (X) / n, n);
  for s = 1:n
    Y(:,s) = X(:,:,:,s)(:);
  endfor
  if (nargin > 1)
    dX = reshape (dY, size (X));
  endif
endfunction
