## Z = code_columns (fname, m, D)
##
## The codes of samples that stand as columns (d-by-n), as columns.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Z = code_columns (fname, m, D)
  if (strcmp (m.kind, "pca"))
    Z = verb_pca (fname, "encode", m, D);
  else
    Z = ae_encode (m, D);
  endif
  Z = reshape (Z, [], columns (D));
endfunction
