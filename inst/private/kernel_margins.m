## m = kernel_margins (fname, v)
##
## [top bottom left right] from 1 number (all), 2 (rows, columns) or 4.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function m = kernel_margins (fname, v)
  v = arg_value (fname, "margins", v, "margins");
  places = {[1 1 1 1], [1 1 2 2], [], [1 2 3 4]};
  m = v(places{numel (v)});
  m = m(:)';
endfunction
