## [Y, dX] = ref_crop2d (X, margins, dY): margins are top, bottom, left, right

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_crop2d (X, margins, dY)
  r = 1 + margins(1):rows (X) - margins(2);
  c = 1 + margins(3):columns (X) - margins(4);
  Y = X(r,c,:,:);
  dX = zeros (size (X));
  if (nargin > 2)
    dX(r,c,:,:) = dY;
  endif
endfunction
