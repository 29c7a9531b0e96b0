## layer = kernel_upsample (fname, factor, interpolation)
##
## The layer that both functions of upsampling pass to their MEX functions.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layer = kernel_upsample (fname, factor, interpolation)
  factor = kernel_pair (fname, "factor", factor);
  interpolation = arg_value (fname, "interpolation", interpolation, {"nearest", "bilinear"});
  layer = struct ("type", "upsample2d", "factor", factor, "interpolation", interpolation);
endfunction
