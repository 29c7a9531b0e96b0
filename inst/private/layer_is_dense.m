## yes = layer_is_dense (layers)
##
## Which layers of a struct array are a matrix product with a bias, whatever their
## type adds to the loss.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function yes = layer_is_dense (layers)
  yes = ismember ({layers.type}, {"dense", "contractive"});
endfunction
