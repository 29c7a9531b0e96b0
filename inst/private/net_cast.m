## layers = net_cast (layers, cls)
##
## The layers with all arrays in that class.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layers = net_cast (layers, cls)
  for i = 1:numel (layers)
    for row = layer_arrays (layers(i))
      layers(i).(row.name) = cast (layers(i).(row.name), cls);
    endfor
  endfor
endfunction
