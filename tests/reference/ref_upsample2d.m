## [Y, dX] = ref_upsample2d (X, factor, interpolation, dY)
##
## Y = R X C' for every channel, with a matrix for the rows and one for the
## columns.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_upsample2d (X, factor, interpolation, dY)
  [h, w, cs, n] = size (X);
  R = weights (h, factor(1), interpolation);
  C = weights (w, factor(2), interpolation);
  Y = zeros (h * factor(1), w * factor(2), cs, n);
  dX = zeros (size (X));
  if (nargin < 4)
    dY = Y;
  endif
  for s = 1:n
    for c = 1:cs
      Y(:,:,c,s) = R * X(:,:,c,s) * C';
      dX(:,:,c,s) = R' * dY(:,:,c,s) * C;
    endfor
  endfor
endfunction

## Share of point j in point i of the longer axis.
function M = weights (n, factor, interpolation)
  M = zeros (n * factor, n);
  for i = 1:n * factor
    if (strcmp (interpolation, "nearest"))
      M(i,ceil (i / factor)) = 1;
    else
      at = min (max ((i - 0.5) / factor + 0.5, 1), n);
      M(i,:) = max (1 - abs (at - (1:n)), 0);
    endif
  endfor
endfunction
