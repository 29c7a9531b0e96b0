## Y = model_verb (fname, verb, m, X)
##
## encode, decode or predict for every kind of model.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = model_verb (fname, verb, m, X)
  persistent verbs = struct ("network", @verb_network, "pca", @verb_pca);
  if (! (isstruct (m) && isscalar (m) && isfield (m, "kind") && ischar (m.kind) && isfield (verbs, m.kind)))
    check_model (fname, m);
  endif
  Y = verbs.(m.kind) (fname, verb, m, X);
endfunction
