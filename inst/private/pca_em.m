## [mu, V, variances, total, noise, em] = pca_em (D, k, share, scale)
##
## Principal components of the samples of D (d-by-n; NaN: missing), scaled as
## scale says (scale_in, with the centres): those of the probabilistic model that
## EM fits to what is there (Roweis 1998; Tipping and Bishop 1999).  Without
## anything missing it is plain PCA.  noise is the variance left in each other
## direction; em has iterations, converged and loglik.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [mu, V, variances, total, noise, em] = pca_em (D, k, share, scale)
  [d, n] = size (D);
  holes = isfloat (D) && any (isnan (D(:)));
  if (share > 0 && holes)
    if (d > 200)
      error ("autoencoder:ae_pca:value", ...
             ["ae_pca: k must be a whole number for %d features with missing values; a share of the variance would " ...
              "need a model of all of them, which is done for up to 200"], d);
    endif
    k = fewest_components (D, share, scale);
  endif
  [mu, V, variances, total, count] = __ae_pca__ (D, k, share * ! holes, scale);
  V = V(:,1:count);
  variances = variances(1:count);
  noise = max ((total - sum (double (variances))) / max (d - count, 1), 1e-9 * total / d);
  em = struct ("iterations", 0, "converged", true, "loglik", NaN);
  if (! holes)
    return;
  endif
  cls = class (V);
  [mu, V, variances, total, noise, em] = fit (D, mu, V, variances, noise, scale, 5000);
  if (! em.converged)
    text_warning ("autoencoder:ae_pca:converged", "ae_pca: EM has not converged in %d iterations", em.iterations);
  endif
  [~, top] = max (abs (V), [], 1);
  V .*= sign (V(sub2ind (size (V), top, 1:k)));
  [mu, V, variances] = deal (cast (mu, cls), cast (V, cls), cast (variances, cls));
endfunction

## EM from plain PCA of the samples with centres for what is missing.
function [mu, V, variances, total, noise, em] = fit (D, mu, V, variances, noise, scale, most)
  persistent tolerance = 1e-7; # gain in the log-likelihood, for each value that is there
  [d, n] = size (D);
  W = double (V) .* sqrt (max (double (variances)' - noise, noise));
  [W, mu, noise, report] = __ae_pca_em__ (W, double (mu), noise, D, scale(:,1:2), most, tolerance);
  em = struct ("iterations", report(1), "converged", logical (report(2)), "loglik", report(3));
  [V, S, ~] = svd (W, "econ");
  unbiased = n / (n - 1);
  variances = (diag (S) .^ 2 + noise) * unbiased;
  noise *= unbiased;
  total = sum (variances) + (d - columns (V)) * noise;
endfunction

## How many components hold that share, from a model of nearly all of them.
function k = fewest_components (D, share, scale)
  [d, n] = size (D);
  most = max (1, min (d, n - 1) - 1);
  [mu, V, variances, total, ~] = __ae_pca__ (D, most, 0, scale);
  noise = max ((total - sum (double (variances(1:most)))) / (d - most), 1e-3 * total / d);
  [~, ~, variances, total] = fit (D, mu, V(:,1:most), variances(1:most), noise, scale, 100);
  k = [find(cumsum (variances) >= share * total, 1), most](1);
endfunction
