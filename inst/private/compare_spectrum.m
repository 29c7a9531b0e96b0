## pca = compare_spectrum (F, X, T, view, source)
##
## What principal components alone would do: pca.k = 0:K and pca.mse, the
## mean squared error per element for each number of components, for inputs X
## scored against T (both d-by-n), with the components of F (d-by-m).
##
## With a = V'(x - mean) and b = V'(t - mean) the error of k components is
## |t - mean|^2 - sum over the first k of (2 a b - a^2): one pass for all k.
## All samples are seen through view ([]: as they are).  source: the argument of
## ae_compare that F comes from, for its errors.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function pca = compare_spectrum (F, X, T, view, source)
  try
    [mu, V, ~, ~, k] = __ae_pca__ (F, min (size (F)), 0, view);
  catch err
    error (err.identifier, "%s", regexprep (err.message, '\<X\>', source));
  end_try_catch
  V = V(:,1:k);
  seen = @(A) A;
  if (! isempty (view) || isinteger (X) || isinteger (T))
    seen = @(A) cast (scale_apply (view, A), class (V));
  endif
  [d, n] = size (X);
  gain = zeros (columns (V), 1);
  whole = 0;
  for first = 1:4096:n
    i = first:min (first + 4095, n);
    B = seen (T(:,i)) - mu;
    whole += sum (sum (B .^ 2, 1, "double"), 2);
    B = V.' * B;
    A = V.' * (seen (X(:,i)) - mu);
    gain += sum (2 * A .* B - A .^ 2, 2, "double");
  endfor
  pca = struct ("k", 0:columns (V), "mse", max (whole - [0, cumsum(gain.')], 0) / (d * n));
endfunction
