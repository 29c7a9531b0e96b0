## c = measure_ssim_constants (peak, kind)
##
## The two constants of structural similarity for values that range over peak, in
## class kind: for any peak there is no 0 / 0 and no Inf / Inf.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function c = measure_ssim_constants (peak, kind)
  c = double (min (max (([0.01 0.03] * double (peak)) .^ 2, realmin (kind)), realmax (kind) / 8));
endfunction
