## p = net_tie (p, layers)
##
## The block p with W of each tied layer taken from the layer that it follows.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function p = net_tie (p, layers)
  [to, from] = net_tied (layers);
  p(to) = p(from);
endfunction
