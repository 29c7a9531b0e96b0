## Y = reconstruct_columns (fname, m, D)
##
## The reconstruction of samples that stand as columns (d-by-n), as columns.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = reconstruct_columns (fname, m, D)
  if (strcmp (m.kind, "pca"))
    Y = verb_pca (fname, "decode", m, verb_pca (fname, "encode", m, D));
  else
    Y = ae_reconstruct (m, D);
  endif
  Y = reshape (Y, [], columns (D));
endfunction
