## [lo, hi] = fit_range (matrix, T)
##
## Smallest and largest of the samples T as the model sees them; matrix as of
## scale_out.  What is missing does not count.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [lo, hi] = fit_range (matrix, T)
  if (samples_is_source (T))
    [lo, hi] = samples_range (T);
    [lo, hi] = deal (lo * ones (T.d, 1), hi * ones (T.d, 1));
  else
    lo = min (T, [], 2);
    hi = max (T, [], 2);
  endif
  lo = min (scale_apply (matrix, lo)); # scaling keeps the order within a feature
  hi = max (scale_apply (matrix, hi));
endfunction
