## layers = net_wire (layers, sources)
##
## The layers with the field inputs, the names of the layers that each takes its
## input from; [] where that is the one before, as net_sources reads it.  Nets
## that are chains don't have the field.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layers = net_wire (layers, sources)
  if (isfield (layers, "inputs"))
    layers = rmfield (layers, "inputs");
  endif
  for i = 1:numel (layers)
    if (! isequal (sources{i}, i - 1))
      layers(i).inputs = {layers(sources{i}).name};
    endif
  endfor
endfunction
