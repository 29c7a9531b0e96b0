## sources = net_sources (layers)
##
## Which layers each layer takes its input from: a cell of rows of numbers, 0 for
## the input of the whole.  Layers that name none take that of the one before.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function sources = net_sources (layers)
  sources = num2cell (0:numel (layers)-1);
  if (! isfield (layers, "inputs"))
    return;
  endif
  names = {layers.name};
  for i = find (! cellfun (@isempty, {layers.inputs}))
    sources{i} = cellfun (@(name) find (strcmp (name, names), 1), cellstr (layers(i).inputs)(:)');
  endfor
endfunction
