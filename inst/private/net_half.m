## half = net_half (net, first)
##
## The encoder (first) or decoder half of a checked network; ties to layers that
## it does not have are undone, layers that its output does not depend on are
## left out, and what training left for going on (ae_fit's "Continue") stays
## behind.  The first half, which has the net's own input, scales what comes in;
## the second undoes that at its output.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function half = net_half (net, first)
  if (first)
    keep = needed (net_sources (net.layers), net.code);
  else
    keep = net.code:numel (net.layers);
  endif
  layers = net.layers(keep);
  if (! first)
    layers(1) = net.layers(1);
    layers(1).input_size = layers(1).output_size = net.layers(net.code).output_size;
  endif
  layers = net_wire (layers, renumbered (net_sources (net.layers), keep));
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
  half = struct ("kind", net.kind, "input_size", layers(1).input_size, "layers", layers, "code", find (keep == net.code));
  if (isfield (net, "scaling"))
    half.scaling = net.scaling;
    half.missing = net.missing;
    half.scaling.input &= first;
    half.scaling.output &= ! first;
  endif
endfunction

## The layers that layer k depends on, and k.
function keep = needed (sources, k)
  live = false (1, k);
  live(k) = true;
  for i = k:-1:2
    live(sources{i}) |= live(i);
  endfor
  keep = find (live);
endfunction

## Sources as numbers in keep; the first of those is an input.
function sources = renumbered (sources, keep)
  place(keep) = 1:numel (keep);
  sources = cellfun (@(s) place(s), sources(keep(2:end)), "UniformOutput", false);
  sources = [{0}, sources];
endfunction
