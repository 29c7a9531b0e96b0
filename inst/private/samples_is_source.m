## yes = samples_is_source (X)
##
## Whether X is a source of samples (ae_source) and no array of them.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function yes = samples_is_source (X)
  yes = isstruct (X) && isscalar (X) && isfield (X, "kind") && strcmp (X.kind, "source");
endfunction
