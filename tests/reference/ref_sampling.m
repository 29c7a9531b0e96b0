## [Z, kl, dX] = ref_sampling (X, E, weight, dZ)
##
## X holds k means above k logarithms of variances, a sample a column; E the
## standard normal numbers drawn.  Z = mean + deviation * E; kl: weight times the
## mean over samples of KL (N(mean, variance) || N(0, 1)), by the sum over units
## of log (1 / deviation) + (variance + mean^2) / 2 - 1 / 2.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Z, kl, dX] = ref_sampling (X, E, weight, dZ)
  [k, n] = size (E);
  Z = zeros (k, n);
  dX = zeros (2 * k, n);
  kl = 0;
  for s = 1:n
    for j = 1:k
      mu = X(j,s);
      sigma = sqrt (exp (X(k+j,s)));
      Z(j,s) = mu + sigma * E(j,s);
      kl += weight / n * (-log (sigma) + (sigma ^ 2 + mu ^ 2) / 2 - 0.5);
      if (nargin > 3)
        dX(j,s) = dZ(j,s) + weight / n * mu;
        dsigma = dZ(j,s) * E(j,s) + weight / n * (sigma - 1 / sigma);
        dX(k+j,s) = dsigma * sigma / 2;
      endif
    endfor
  endfor
endfunction
