## layers = net_unpack (layers, p)
##
## The layers with their arrays taken from the block p: net_pack backwards.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layers = net_unpack (layers, p)
  at = 0;
  for i = 1:numel (layers)
    for row = layer_arrays (layers(i))
      dims = size (layers(i).(row.name));
      n = prod (dims);
      layers(i).(row.name) = reshape (p(at+1:at+n), dims);
      at += n;
    endfor
  endfor
endfunction
