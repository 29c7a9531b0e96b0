## alpha = arg_alpha (fname, name, alpha)
##
## Slope or scale of an activation: alpha, or by default ([]) 1 for elu and 0.01
## for the others.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function alpha = arg_alpha (fname, name, alpha)
  alpha = arg_value (fname, "alpha", alpha, "number >= 0?");
  if (isempty (alpha))
    alpha = 0.01 + 0.99 * strcmp (name, "elu");
  endif
endfunction
