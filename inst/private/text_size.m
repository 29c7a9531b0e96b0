## text = text_size (v): "784" or "28 28 8"

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_size (v)
  text = strtrim (sprintf ("%d ", v));
endfunction
