## yes = layer_trains (layer, row)
##
## Does training change this array of the layer, a row of layer_arrays?  Tied
## weights change with those that they are tied to, and are counted there.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function yes = layer_trains (layer, row)
  tied = row.outputs > 0 && ! isempty (struct_get (layer, "tied", ""));
  yes = row.trained && ! tied && logical (struct_get (layer, "trainable", true));
endfunction
