## [lo, hi] = samples_range (X)
##
## The least and the largest number of samples, an array or a source.  Bytes of a
## source are taken to use their whole range: no pass over the file for that.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [lo, hi] = samples_range (X)
  if (! samples_is_source (X))
    lo = min (X(:));
    hi = max (X(:));
    return;
  elseif (strcmp (X.type, "uint8"))
    lo = 0;
    hi = 255;
    if (! isempty (X.scale))
      hi = 1;
    endif
    return;
  endif
  lo = Inf;
  hi = -Inf;
  width = max (1, floor (2^22 / X.d));
  for from = 1:width:X.n
    x = samples_take (X, from:min (from + width - 1, X.n));
    lo = min (lo, min (x(:)));
    hi = max (hi, max (x(:)));
  endfor
endfunction
