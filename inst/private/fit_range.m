## [lo, hi] = fit_range (matrix, T)
##
## Smallest and largest of the samples T as the model sees them; matrix as of
## scale_out.  What is missing does not count.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [lo, hi] = fit_range (matrix, T)
  lo = min (T, [], 2);
  hi = max (T, [], 2);
  lo = min (scale_apply (matrix, lo)); # scaling keeps the order within a feature
  hi = max (scale_apply (matrix, hi));
endfunction
