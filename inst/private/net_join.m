## layers = net_join (list)
##
## A cell of layers as the struct array of a network: the fields that any of them
## has, [] where one has it not, the arrays and sizes last.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function out = net_join (layers)
  last = [layer_arrays(), {"input_size", "output_size"}];
  fields = {};
  for i = 1:numel (layers)
    fields = [fields; fieldnames(layers{i})];
  endfor
  fields = unique (fields, "stable");
  used = last(ismember (last, fields));
  fields = [fields(! ismember (fields, last)); used'];
  out = cell2struct (cell (numel (fields), numel (layers)), fields, 1)';
  for i = 1:numel (layers)
    for field = fieldnames (layers{i})'
      out(i).(field{1}) = layers{i}.(field{1});
    endfor
  endfor
endfunction
