## pca = compare_spectrum (F, X, T)
##
## What principal components alone would do: pca.k = 0:K and pca.mse, the
## mean squared error per element for each number of components, for inputs X
## scored against T (both d-by-n), with the components of F (d-by-m).
##
## With a = V'(x - mean) and b = V'(t - mean) the error of k components is
## |t - mean|^2 - sum over the first k of (2 a b - a^2): one pass for all k.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function pca = compare_spectrum (F, X, T)
  p = ae_pca (F, min (size (F)));
  V = p.components;
  mu = p.mean;
  [d, n] = size (X);
  gain = zeros (columns (V), 1);
  whole = 0;
  for first = 1:4096:n
    i = first:min (first + 4095, n);
    B = T(:,i) - mu;
    whole += sum (sum (B .^ 2, 1, "double"), 2);
    B = V.' * B;
    A = V.' * (X(:,i) - mu);
    gain += sum (2 * A .* B - A .^ 2, 2, "double");
  endfor
  pca = struct ("k", 0:columns (V), "mse", max (whole - [0, cumsum(gain.')], 0) / (d * n));
endfunction
