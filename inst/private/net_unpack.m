## layers = net_unpack (layers, p)
##
## The layers with their arrays taken from the block p: net_pack
## backwards.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layers = net_unpack (layers, p)
  at = 0;
  for i = 1:numel (layers)
    for field = {"W", "b", "mean", "variance"}
      value = struct_get (layers(i), field{1}, []);
      if (! isempty (value))
        n = numel (value);
        layers(i).(field{1}) = reshape (p(at+1:at+n), size (value));
        at += n;
      endif
    endfor
  endfor
endfunction
