## [Y, dX] = ref_reshape (X, target, dY): each sample as rows, columns, channels

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_reshape (X, target, dY)
  n = numel (X) / prod (target);
  V = reshape (X, [], n);
  Y = zeros ([target, n]);
  for s = 1:n
    Y(:,:,:,s) = reshape (V(:,s), target);
  endfor
  if (nargin > 2)
    dX = reshape (dY, size (X));
  endif
endfunction
