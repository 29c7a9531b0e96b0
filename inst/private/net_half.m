## half = net_half (net, layers, code, first)
##
## A network of some layers of a checked one, the input first; ties to layers
## that it does not have are undone, and what training left for going on
## (ae_fit's "Continue") stays behind.  The first half, which has the net's own
## input, scales what comes in; the second undoes that at its output.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function half = net_half (net, layers, code, first)
  names = {layers.name};
  for i = 1:numel (layers)
    tied = struct_get (layers(i), "tied", "");
    if (! isempty (tied) && ! any (strcmp (tied, names)))
      layers(i).tied = "";
    endif
  endfor
  if (isfield (layers, "slots"))
    layers = rmfield (layers, "slots");
  endif
  half = struct ("kind", net.kind, "input_size", layers(1).input_size, "layers", layers, "code", code);
  if (isfield (net, "scaling"))
    half.scaling = net.scaling;
    half.missing = net.missing;
    half.scaling.input &= first;
    half.scaling.output &= ! first;
  endif
endfunction
