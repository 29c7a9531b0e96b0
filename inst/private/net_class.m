## cls = net_class (layers)
##
## The class of the block of parameters (net_pack): double where all arrays are,
## else single.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function cls = net_class (layers)
  cls = "single";
  for i = 1:numel (layers)
    for row = layer_arrays (layers(i))
      cls = class (layers(i).(row.name));
      if (strcmp (cls, "single"))
        return;
      endif
    endfor
  endfor
endfunction
