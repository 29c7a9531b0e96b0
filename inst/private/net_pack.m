## p = net_pack (layers)
##
## The block of parameters that C works on: the arrays of each layer in turn, one
## column (core/network.h).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function p = net_pack (layers)
  parts = {zeros(0, 1)};
  for i = 1:numel (layers)
    for row = layer_arrays (layers(i))
      parts{end+1} = layers(i).(row.name)(:);
    endfor
  endfor
  p = vertcat (parts{1 + (numel (parts) > 1):end});
  if (isempty (p))
    p = single (p);
  endif
endfunction
