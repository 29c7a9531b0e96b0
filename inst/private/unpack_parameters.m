## layers = unpack_parameters (layers, p)
##
## The layers with their arrays taken from the block p: pack_parameters
## backwards.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layers = unpack_parameters (layers, p)
  at = 0;
  for i = 1:numel (layers)
    for field = {"W", "b", "mean", "variance"}
      value = field_or (layers(i), field{1}, []);
      if (! isempty (value))
        n = numel (value);
        layers(i).(field{1}) = reshape (p(at+1:at+n), size (value));
        at += n;
      endif
    endfor
  endfor
endfunction
