## text = text_thousands (v): 161804 -> "161,804"

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_thousands (v)
  text = regexprep (sprintf ("%d", v), '(\d)(?=(\d{3})+$)', "$1,");
endfunction
