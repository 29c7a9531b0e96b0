## [to, from] = net_tied (layers)
##
## Where tied weights stand in the block of parameters (net_pack), and where the
## numbers stand that they follow.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [to, from] = net_tied (layers)
  to = from = zeros (0, 1);
  if (! isfield (layers, "tied") || all (cellfun (@isempty, {layers.tied})))
    return;
  endif
  places = net_unpack (layers, (1:numel (net_pack (layers)))');
  for i = find (! cellfun (@isempty, {layers.tied}))
    to = [to; places(i).W(:)];
    from = [from; places(strcmp (layers(i).tied, {layers.name})).W'(:)];
  endfor
endfunction
