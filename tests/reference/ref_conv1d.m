## Y = ref_conv1d (X, W, b, padding, stride)
##
## Cross-correlation along the times of series: X t-by-c-by-n, W k-by-c-by-filters.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = ref_conv1d (X, W, b, padding, stride)
  [t, c, n] = size (X);
  [k, ~, filters] = size (W);
  before = 0;
  out = floor ((t - k) / stride) + 1;
  if (strcmp (padding, "same"))
    out = ceil (t / stride);
    before = floor (max ((out - 1) * stride + k - t, 0) / 2);
  endif
  Y = zeros (out, filters, n);
  for i = 1:n
    for f = 1:filters
      for j = 1:out
        sum = b(f);
        for tap = 1:k
          at = (j - 1) * stride - before + tap;
          for ch = 1:c * (at >= 1 && at <= t)
            sum += W(tap,ch,f) * X(at,ch,i);
          endfor
        endfor
        Y(j,f,i) = sum;
      endfor
    endfor
  endfor
endfunction
