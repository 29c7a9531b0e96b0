## [Y, dX] = ref_dropout (X, rate, seed, dY)
##
## X is d-by-n; the numbers are those of epoch 0 and layer 0.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_dropout (X, rate, seed, dY)
  scale = (ref_bits (4, seed, 0, 0, rows (X), columns (X)) >= round (rate * 2^32)) / (1 - rate);
  Y = scale .* X;
  if (nargin > 3)
    dX = scale .* dY;
  endif
endfunction
