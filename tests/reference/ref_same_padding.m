## [n, before] = ref_same_padding (n, window, stride, padding)
##
## Positions of a window along an axis of n points, and the points added before
## the first: "valid" adds none, "same" as few as let a window start at every
## stride-th point, the smaller half of them before.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [out, before] = ref_same_padding (n, window, stride, padding)
  before = 0;
  if (strcmp (padding, "valid"))
    out = floor ((n - window) / stride) + 1;
  else
    out = ceil (n / stride);
    before = floor (max ((out - 1) * stride + window - n, 0) / 2);
  endif
endfunction
