## code = kernel_interpolation (fname, interpolation)
##
## 0 for "nearest", 1 for "bilinear".

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function code = kernel_interpolation (fname, interpolation)
  name = arg_value (fname, "interpolation", interpolation, {"nearest", "bilinear"});
  code = double (strcmp (name, "bilinear"));
endfunction
