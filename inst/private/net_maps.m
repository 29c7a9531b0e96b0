## [maps, last] = net_maps (layers)
##
## Which layers are linear maps with a bias (dense, convolutions), and the last
## of them when its units are the output's, for what is behind it only moves
## numbers; else 0.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [maps, last] = net_maps (layers)
  maps = layer_is_dense (layers) | ismember ({layers.type}, {"conv2d", "conv2d_transpose"});
  last = find (maps, 1, "last");
  if (isempty (last) || ! all (ismember ({layers(last+1:end).type}, {"activation", "reshape", "flatten"})))
    last = 0;
  endif
endfunction
