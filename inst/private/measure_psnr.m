## db = measure_psnr (peak, mse)
##
## 10 log10 (peak^2 / mse) for any peak: its square may be too large or too
## small for a number.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function db = measure_psnr (peak, mse)
  db = 10 * log10 (peak ^ 2 / mse);
  if (! isfinite (db))
    db = 20 * log10 (peak) - 10 * log10 (mse);
  endif
endfunction
