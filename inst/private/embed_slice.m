## width = embed_slice (X)
##
## How many queries against X one call of the neighbour search takes: about half
## a second of work, and whole blocks, so that no result depends on it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function width = embed_slice (X)
  width = 256 * max (1, round (1e11 / (numel (X) + 50 * columns (X)) / 2 / 256));
endfunction
