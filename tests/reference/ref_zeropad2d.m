## [Y, dX] = ref_zeropad2d (X, margins, dY): margins are top, bottom, left, right

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_zeropad2d (X, margins, dY)
  [h, w, c, n] = size (X);
  Y = zeros (h + margins(1) + margins(2), w + margins(3) + margins(4), c, n);
  Y(margins(1) + (1:h),margins(3) + (1:w),:,:) = X;
  dX = zeros (size (X));
  if (nargin > 2)
    dX = dY(margins(1) + (1:h),margins(3) + (1:w),:,:);
  endif
endfunction
