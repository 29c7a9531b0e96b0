## text = size_text (v): "784" or "28 28 8"

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = size_text (v)
  text = strtrim (sprintf ("%d ", v));
endfunction
