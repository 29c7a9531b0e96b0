## alpha = arg_alpha (fname, name, alpha)
##
## Slope or scale of an activation: alpha, or the usual one when it is [].

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function alpha = arg_alpha (fname, name, alpha)
  alpha = arg_value (fname, "alpha", alpha, "number >= 0?");
  if (isempty (alpha))
    alpha = arg_choices ("activation", name).alpha;
  endif
endfunction
