## [value, dW, db] = ref_contractive (W, b, X, weight, activation)
##
## The penalty of a contractive layer and its derivatives: weight times the mean
## over samples of the squared Frobenius norm of the Jacobian, written out; the
## derivatives by differences.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [value, dW, db] = ref_contractive (W, b, X, weight, activation)
  value = penalty (W, b, X, weight, activation);
  dW = zeros (size (W));
  db = zeros (size (b));
  step = 1e-5;
  for k = 1:numel (W)
    up = down = W;
    up(k) += step;
    down(k) -= step;
    dW(k) = (penalty (up, b, X, weight, activation) - penalty (down, b, X, weight, activation)) / (2 * step);
  endfor
  for k = 1:numel (b)
    up = down = b;
    up(k) += step;
    down(k) -= step;
    db(k) = (penalty (W, up, X, weight, activation) - penalty (W, down, X, weight, activation)) / (2 * step);
  endfor
endfunction

function value = penalty (W, b, X, weight, activation)
  value = 0;
  for i = 1:columns (X)
    z = W * X(:,i) + b;
    [~, slope] = ref_activation (z, activation, 0.01 + 0.99 * strcmp (activation, "elu"), ones (size (z)));
    J = zeros (size (W));
    for j = 1:rows (W)
      J(j,:) = slope(j) * W(j,:);
    endfor
    value += weight * sum (J(:) .^ 2) / columns (X);
  endfor
endfunction
