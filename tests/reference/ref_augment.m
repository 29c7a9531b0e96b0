## Y = ref_augment (X, how, seed, epoch)
##
## X is h-by-w-by-c-by-n, how = [rotate scale shear shift share].  Pixel by pixel, by
## cubic convolution with a = -1/2 (Keys 1981, equation 15).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = ref_augment (X, how, seed, epoch)
  [h, w, c, n] = size (X);
  Y = X;
  bits = ref_bits (7, seed, epoch, 0, 14, n);
  u = 2 * floor ((bits(2:2:end,:) * 2^32 + bits(1:2:end,:)) / 2^11) / 2^53 - 1;
  for k = find (u(7,:) < 2 * how(5) - 1)
    t = u(1,k) * how(1) * pi / 180;
    A = [cos(t), -sin(t); sin(t), cos(t)] * [1, u(4,k)*how(3); 0, 1] * diag (1 + u(2:3,k) * how(2));
    for channel = 1:c
      P = X(:,:,channel,k);
      for j = 1:w
        for i = 1:h
          at = A * [i - (h+1)/2; j - (w+1)/2] + u(5:6,k) * how(4) + [h+1; w+1] / 2;
          Y(i,j,channel,k) = min (max (value_at (P, at), min (P(:))), max (P(:)));
        endfor
      endfor
    endfor
  endfor
endfunction

function v = value_at (P, at)
  r = floor (at(1)) + (-1:2);
  c = floor (at(2)) + (-1:2);
  around = P(min (max (r, 1), rows (P)), min (max (c, 1), columns (P)));
  v = cubic (at(1) - r) * around * cubic (at(2) - c)';
endfunction

function w = cubic (t)
  t = abs (t);
  w = (t <= 1) .* (1.5 * t .^ 3 - 2.5 * t .^ 2 + 1) + (t > 1 & t < 2) .* (-0.5 * t .^ 3 + 2.5 * t .^ 2 - 4 * t + 2);
endfunction
