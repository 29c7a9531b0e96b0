## [Y, dX, dW, db] = ref_dense (X, W, b, dY)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX, dW, db] = ref_dense (X, W, b, dY)
  [d, n] = size (X);
  m = rows (W);
  Y = zeros (m, n);
  for s = 1:n
    for i = 1:m
      Y(i,s) = b(i);
      for k = 1:d
        Y(i,s) += W(i,k) * X(k,s);
      endfor
    endfor
  endfor
  if (nargin < 4)
    return;
  endif
  dX = zeros (d, n);
  dW = zeros (m, d);
  db = zeros (m, 1);
  for s = 1:n
    for i = 1:m
      for k = 1:d
        dX(k,s) += W(i,k) * dY(i,s);
        dW(i,k) += dY(i,s) * X(k,s);
      endfor
      db(i) += dY(i,s);
    endfor
  endfor
endfunction
