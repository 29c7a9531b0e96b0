## arg_targets (fname, loss, T)
##
## Raises autoencoder:<fname>:value unless the targets lie where the loss wants
## them.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_targets (fname, loss, T)
  range = arg_choices ("loss", loss).targets;
  if (all (isinf (range)))
    return; # no look at all the data for nothing
  endif
  lo = min (T(:));
  hi = max (T(:));
  if (lo < range(1) || hi > range(2))
    error (["autoencoder:" fname ":value"], "%s: the targets must lie in [%g, %g] for the loss %s, got [%g, %g]", ...
           fname, range, loss, lo, hi);
  endif
endfunction
