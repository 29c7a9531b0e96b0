## v = kernel_pair (fname, name, v)
##
## One or two whole numbers >= 1 as two: along rows and along columns.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function v = kernel_pair (fname, name, v)
  v = arg_value (fname, name, v, "pair");
  v = v(:)' .* [1 1];
endfunction
