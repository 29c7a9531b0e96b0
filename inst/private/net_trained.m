## keep = net_trained (layers)
##
## Which numbers of the block (net_pack) training changes: those of arrays that
## are trained, but not of frozen layers, nor W of tied ones.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function keep = net_trained (layers)
  parts = {false(0, 1)};
  for i = 1:numel (layers)
    for row = layer_arrays (layers(i))
      parts{end+1} = repmat (layer_trains (layers(i), row), numel (layers(i).(row.name)), 1);
    endfor
  endfor
  keep = vertcat (parts{:});
endfunction
