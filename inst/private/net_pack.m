## p = net_pack (layers)
##
## The block of parameters that C works on: W, b and moments of each layer in
## turn, one column (core/network.h).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function p = net_pack (layers)
  parts = {};
  for i = 1:numel (layers)
    parts(end+1:end+4) = {layers(i).W(:), layers(i).b(:), struct_get(layers(i), "mean", [])(:), ...
                          struct_get(layers(i), "variance", [])(:)};
  endfor
  p = vertcat (parts{! cellfun(@isempty, parts)});
  if (isempty (p))
    p = zeros (0, 1, "single");
  endif
endfunction
