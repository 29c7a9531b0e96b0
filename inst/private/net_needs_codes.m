## net_needs_codes (fname, layers, code)
##
## Raises autoencoder:<fname>:skip when a skip connection passes around layer
## `code`: what comes after it then needs more than the codes.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function net_needs_codes (fname, layers, code)
  sources = net_sources (layers);
  for i = code+1:numel (layers)
    around = sources{i}(sources{i} < code);
    if (! isempty (around))
      error (["autoencoder:" fname ":skip"], ...
             ["%s: the skip connection from \"%s\" to \"%s\" passes around the code \"%s\", " ...
              "so a code alone cannot be decoded"], fname, layers(around(1)).name, layers(i).name, layers(code).name);
    endif
  endfor
endfunction
