## words = compare_words (r)
##
## What the table of ae_compare means, a sentence or two for each model that
## is not PCA, and how PCA was fit.  Says it aloud when PCA wins.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function words = compare_words (r)
  words = {};
  for m = r.models(:)'
    if (! strcmp (m.kind, "pca"))
      words{end+1} = about_model (m, r);
    endif
  endfor
  if (isempty (words))
    words = {"All of these models are PCA."};
  endif
  if (r.has_target && r.scaled && isnan (r.models(1).psnr))
    [best, k] = min (r.pca.mse);
    words{end+1} = sprintf ("The inputs themselves have MSE %.4g; PCA does best on them with %d components: %.4g.", ...
                            r.mse_input, r.pca.k(k), best);
  elseif (r.has_target)
    [best, k] = min (r.pca.mse);
    peak = r.peak;
    if (r.scaled)
      peak /= 255; # bytes, scaled
    endif
    words{end+1} = sprintf ("The inputs themselves have MSE %.4g (%.1f dB); PCA does best on them with %d components: %.4g (%.1f dB).", ...
                            r.mse_input, -10 * log10 (r.mse_input / peak ^ 2), r.pca.k(k), best, ...
                            -10 * log10 (best / peak ^ 2));
  endif
  words{end+1} = sprintf ("\"=PCs\" is the smallest number of principal components with as small an MSE, fit on %s.", ...
                          r.pca.fit_on);
  if (! isempty (r.units))
    words{end+1} = r.units;
  endif
endfunction

function text = about_model (m, r)
  if (m.code >= r.pca.k(end) && m.code >= r.d)
    text = sprintf ("%s keeps %d numbers of %d: it does not reduce, and PCA of that size would lose nothing.", ...
                    m.name, m.code, r.d);
    if (r.has_target)
      text = sprintf ("%s keeps %d numbers of %d: it does not reduce, but cleans.", m.name, m.code, r.d);
    endif
    text = [text, denoising(m, r)];
    return;
  endif
  if (isnan (m.pca_mse))
    text = sprintf ("%s has a code of %d; too few samples to fit a PCA of that size.", m.name, m.code);
    return;
  endif
  gain = 1 - m.mse / m.pca_mse;
  if (m.mse >= m.pca_mse)
    text = sprintf ("PCA wins over %s: with %d components its MSE is %.4g, %s has %.4g with a code of %d.", ...
                    m.name, m.code, m.pca_mse, m.name, m.mse, m.code);
  elseif (gain < 0.05)
    text = sprintf ("%s hardly beats PCA: MSE %.4g against %.4g with the same %d numbers (%.1f %% less).", ...
                    m.name, m.mse, m.pca_mse, m.code, 100 * gain);
  else
    text = sprintf ("%s beats PCA: MSE %.4g against %.4g with the same %d numbers (%.0f %% less).", ...
                    m.name, m.mse, m.pca_mse, m.code, 100 * gain);
  endif
  text = [text, " ", as_well(m)];
endfunction

function text = as_well (m)
  if (isnan (m.pca_components))
    text = "No number of components does as well.";
  elseif (m.pca_components == 0)
    text = "The mean sample alone does as well.";
  elseif (m.pca_components == 1)
    text = "1 component does as well.";
  else
    text = sprintf ("%d components do as well.", m.pca_components);
  endif
endfunction

function text = denoising (m, r)
  text = "";
  if (r.has_target)
    best = min (r.pca.mse);
    verdict = "beats";
    if (m.mse >= best)
      verdict = "does not beat";
    endif
    text = sprintf (" Its MSE of %.4g %s the best PCA's %.4g.", m.mse, verdict, best);
  endif
endfunction
