## s = layer_output_size (row): d or [h w c] from a row of __ae_shapes__'s table

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function s = layer_output_size (row)
  s = row(1:3);
  if (row(4))
    s = row(1);
  endif
endfunction
