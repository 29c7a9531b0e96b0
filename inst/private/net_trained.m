## keep = net_trained (layers)
##
## Which numbers of the block (net_pack) training changes: not those of
## frozen layers, W of tied ones, and the moments of batch normalisation.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function keep = net_trained (layers)
  parts = cell (1, numel (layers));
  for i = 1:numel (layers)
    free = logical (struct_get (layers(i), "trainable", true));
    tied = ! isempty (struct_get (layers(i), "tied", ""));
    moments = numel (struct_get (layers(i), "mean", [])) + numel (struct_get (layers(i), "variance", []));
    parts{i} = [repmat(free && ! tied, numel (layers(i).W), 1)
                repmat(free, numel (layers(i).b), 1)
                false(moments, 1)];
  endfor
  keep = vertcat (parts{:});
endfunction
