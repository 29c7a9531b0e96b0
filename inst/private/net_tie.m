## p = net_tie (p, layers)
##
## The block p with W of each tied layer taken from the layer that it follows.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function p = net_tie (p, layers)
  tied = arrayfun (@(l) struct_get (l, "tied", ""), layers, "UniformOutput", false);
  followers = find (! cellfun (@isempty, tied));
  if (isempty (followers))
    return;
  endif
  layers = net_unpack (layers, p);
  for i = followers
    layers(i).W = layers(strcmp (tied{i}, {layers.name})).W';
  endfor
  p = net_pack (layers);
endfunction
