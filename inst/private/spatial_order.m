## order = spatial_order (E)
##
## The points of a map (dims-by-n, dims 2 or 3) along a Morton curve over a grid
## of 1024 cells an edge: a permutation in which near points tend to be near.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function order = spatial_order (E)
  E = double (E) - min (double (E), [], 2);
  edge = max (E(:));
  cell = uint32 (min (floor (E / (edge + (edge == 0)) * 1024), 1023));
  code = zeros (1, columns (E), "uint32");
  for bit = 0:9
    for a = 1:rows (E)
      code = bitor (code, bitshift (uint32 (bitget (cell(a,:), bit + 1)), bit * rows (E) + a - 1));
    endfor
  endfor
  [~, order] = sort (code);
endfunction
