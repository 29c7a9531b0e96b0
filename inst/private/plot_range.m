## plot_range (fname, name, v)
##
## Raises unless the numbers can be drawn: axes of Octave's figures overflow at
## the edges of the range of double, and say so in words of their own.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function plot_range (fname, name, v)
  v = double (v(isfinite (v)));
  lo = min (v(:));
  hi = max (v(:));
  spread = hi - lo;
  if (hi == lo)
    spread = abs (hi); # of one number an axis shows where it lies from 0
  endif
  if (! isempty (v) && (max (abs ([lo hi])) > 1e100 || (spread > 0 && spread < 1e-100)))
    error (["autoencoder:" fname ":range"], ...
           "%s: %s must lie within +-1e100 and not closer together than 1e-100 to be drawn, got [%g, %g]", ...
           fname, name, lo, hi);
  endif
endfunction
