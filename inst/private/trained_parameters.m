## keep = trained_parameters (layers)
##
## Which numbers of the block (pack_parameters) training changes: not those of
## frozen layers, W of tied ones, and the moments of batch normalisation.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function keep = trained_parameters (layers)
  parts = cell (1, numel (layers));
  for i = 1:numel (layers)
    free = logical (field_or (layers(i), "trainable", true));
    tied = ! isempty (field_or (layers(i), "tied", ""));
    moments = numel (field_or (layers(i), "mean", [])) + numel (field_or (layers(i), "variance", []));
    parts{i} = [repmat(free && ! tied, numel (layers(i).W), 1)
                repmat(free, numel (layers(i).b), 1)
                false(moments, 1)];
  endfor
  keep = vertcat (parts{:});
endfunction
