## name = model_class (m): the class that a model computes in

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function name = model_class (m)
  if (strcmp (m.kind, "pca"))
    name = class (m.components);
  else
    name = net_class (m.layers);
  endif
endfunction
