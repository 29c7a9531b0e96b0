## text = pca_summary_text (p)
##
## The table of ae_summary for a PCA model.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = pca_summary_text (p)
  check_model ("ae_summary", p);
  [d, k] = size (p.components);
  rule = [repmat("_", 1, 65) "\n"];
  text = [sprintf("Model: PCA, %s, fit on %s samples\n", shape_text (p.input_size), thousands (p.n)), rule, ...
          sprintf("%-16s %16s %14s %14s\n", "Component", "Variance", "Explained", "Together"), ...
          strrep(rule, "_", "=")];
  together = cumsum (double (p.explained));
  for i = 1:k
    if (k > 14 && i == 11)
      text = [text, sprintf("%-16s\n", "...")];
    elseif (k <= 14 || i < 11 || i > k - 2)
      text = [text, sprintf("%-16d %16.6g %12.2f %% %12.2f %%\n", i, double (p.variances(i)), ...
                            100 * double (p.explained(i)), 100 * together(i))];
    endif
  endfor
  text = [text, strrep(rule, "_", "="), ...
          sprintf("Code size: %d of %s%s\n", k, thousands (d), ifelse_text (p.whiten, ", whitened", "")), ...
          sprintf("Parameters: %s (components %s, mean %s)\n", thousands (d*k + d), thousands (d*k), thousands (d)), ...
          rule];
endfunction

function t = shape_text (s)
  if (isscalar (s))
    t = sprintf ("input %d", s);
  else
    t = sprintf ("input (%d, %d, %d)", s);
  endif
endfunction

function t = ifelse_text (condition, a, b)
  t = b;
  if (condition)
    t = a;
  endif
endfunction
