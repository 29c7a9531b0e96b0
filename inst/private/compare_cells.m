## cells = compare_cells (r)
##
## The table of ae_compare as strings: a row of headings, then one a model.
## What is not known is "-"; columns that nobody knows are left out.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function cells = compare_cells (r)
  columns_of = {
    "Model", @(m) m.name;
    "Code", @(m) sprintf ("%d", m.code);
    "Params", @(m) regexprep (sprintf ("%d", m.parameters), '(\d)(?=(\d{3})+$)', "$1,");
    "Fit s", @(m) number ("%.1f", m.seconds);
    "MSE", @(m) number ("%.5f", m.mse);
    "SSE", @(m) number ("%.4g", m.sse);
    "dB", @(m) number ("%.1f", m.psnr);
    "SSIM", @(m) number ("%.3f", m.ssim);
    "Expl.", @(m) number ("%.1f%%", 100 * m.explained);
    "=PCs", @(m) number ("%d", m.pca_components);
    sprintf("%d-NN", r.neighbours), @(m) number ("%.3f", m.knn);
    "Trust", @(m) number ("%.3f", m.trust)};
  cells = cell (numel (r.models) + 1, rows (columns_of));
  cells(1,:) = columns_of(:,1).';
  for i = 1:numel (r.models)
    cells(i+1,:) = cellfun (@(f) f (r.models(i)), columns_of(:,2).', "UniformOutput", false);
  endfor
  cells(:,all (strcmp (cells(2:end,:), "-"), 1)) = [];
endfunction

function text = number (format, value)
  text = "-";
  if (! isnan (value))
    text = sprintf (format, value);
  endif
endfunction
