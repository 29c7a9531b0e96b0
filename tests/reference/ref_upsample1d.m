## Y = ref_upsample1d (X, factor, interpolation)
##
## Series X, t-by-c-by-n, longer by a factor: each value repeated, or bilinear
## between the centres of the times.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = ref_upsample1d (X, factor, interpolation)
  t = size (X, 1);
  Y = zeros ([t * factor, size(X)(2:end)]);
  for j = 1:t * factor
    if (strcmp (interpolation, "nearest"))
      Y(j,:,:) = X(ceil (j / factor),:,:);
    else
      at = max ((j - 0.5) / factor - 0.5, 0);
      lo = floor (at);
      hi = min (lo + 1, t - 1);
      Y(j,:,:) = (1 - (at - lo)) * X(lo+1,:,:) + (at - lo) * X(hi+1,:,:);
    endif
  endfor
endfunction
