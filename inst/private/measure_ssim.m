## s = measure_ssim (X, Y, peak)
##
## The structural similarity of each image of X to the same one of Y, both
## h-by-w-by-c-by-n of one class: 1-by-n double, the mean over channels and all
## places where the 11-by-11 Gaussian window (sigma 1.5) lies inside the image.
## Smaller images get the largest odd window that fits.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function s = measure_ssim (X, Y, peak)
  [h, w, c, n] = size (X);
  kind = class (X);
  [X, Y, peak] = within_range (X, Y, peak);
  Fh = cast (band (h), kind);
  Fw = cast (band (w), kind);
  s = zeros (1, n);
  step = max (1, floor (2e6 / (h * w * c)));
  for first = 1:step:n
    i = first:min (first + step - 1, n);
    map = similarity (planes (X(:,:,:,i)), planes (Y(:,:,:,i)), Fh, Fw, peak);
    s(i) = mean (reshape (double (map), [], numel (i)), 1);
  endfor
endfunction

## The measure is of ratios: numbers whose squares would overflow are brought
## to 1 or less, exactly, by a power of two.
function [X, Y, peak] = within_range (X, Y, peak)
  most = double (max (max (abs (X(:))), max (abs (Y(:)))));
  if (most > sqrt (double (realmax (class (X)))) / 8)
    power = -ceil (log2 (most));
    [X, Y, peak] = deal (pow2 (X, power), pow2 (Y, power), pow2 (peak, power));
  endif
endfunction

function P = planes (X)
  P = reshape (X, size (X, 1), size (X, 2), []);
endfunction

function map = similarity (X, Y, Fh, Fw, peak)
  kind = class (X);
  c = min (max (([0.01 0.03] * peak) .^ 2, realmin (kind)), realmax (kind) / 8); # any peak: no 0 / 0, no Inf / Inf
  mx = blur (X, Fh, Fw);
  my = blur (Y, Fh, Fw);
  vx = blur (X .^ 2, Fh, Fw) - mx .^ 2;
  vy = blur (Y .^ 2, Fh, Fw) - my .^ 2;
  vxy = blur (X .* Y, Fh, Fw) - mx .* my;
  map = ((2 * mx .* my + c(1)) ./ (mx .^ 2 + my .^ 2 + c(1))) .* ((2 * vxy + c(2)) ./ (vx + vy + c(2)));
endfunction

## The window slid along rows, then columns, as two matrix products; places
## come out transposed, which the mean over them does not see.
function Y = blur (X, Fh, Fw)
  [h, w, n] = size (X);
  Y = reshape (Fh * reshape (X, h, []), rows (Fh), w, n);
  Y = reshape (Fw * reshape (permute (Y, [2 1 3]), w, []), rows (Fw), rows (Fh), n);
endfunction

## Row i holds the Gaussian window at place i of a side of length n.
function F = band (n)
  size = min (11, n - mod (n + 1, 2));
  g = exp (-((1:size) - (size + 1) / 2) .^ 2 / (2 * 1.5 ^ 2));
  F = toeplitz ([g(1); zeros(n - size, 1)], [g, zeros(1, n - size)]) / sum (g);
endfunction
