## s = measure_ssim (X, Y, peak)
##
## The structural similarity of each image of X to the same one of Y, both
## h-by-w-by-c-by-n of one class: 1-by-n double, the mean over channels and all
## places where the 11-by-11 Gaussian window (sigma 1.5) lies inside the image.
## Smaller images get the largest odd window that fits.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function s = measure_ssim (X, Y, peak)
  s = similarity (X, Y, peak);
  if (! all (isfinite (s)))
    s = similarity (scaled_down (X, Y, peak){:});
  endif
endfunction

function s = similarity (X, Y, peak)
  s = __ae_ssim__ (X, Y, measure_ssim_constants (peak, class (X)))';
endfunction

## The measure is of ratios: numbers whose squares overflow are brought to 1 or
## less, exactly, by a power of two.
function c = scaled_down (X, Y, peak)
  most = double (max (max (abs (X(:))), max (abs (Y(:)))));
  power = -ceil (log2 (most));
  c = {pow2(X, power), pow2(Y, power), pow2(peak, power)};
endfunction
