## arg_targets (fname, what, loss, T, scale)
##
## Raises autoencoder:<fname>:value unless the targets lie where the loss wants
## them; what: the argument that they are, "T" or "X"; scale as of scale_out.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_targets (fname, what, loss, T, scale = [])
  range = arg_choices ("loss", loss).targets;
  if (all (isinf (range)))
    return; # no look at all the data for nothing
  endif
  [lo, hi] = fit_range (scale, T);
  if (lo < range(1) || hi > range(2))
    error (["autoencoder:" fname ":value"], "%s: the targets %s must lie in [%g, %g] for the loss %s, got [%g, %g]", ...
           fname, what, range, loss, lo, hi);
  endif
endfunction
