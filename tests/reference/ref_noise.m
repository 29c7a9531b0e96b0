## [Y, dX] = ref_noise (X, kind, level, clip, seed, epoch, layer, dY)
##
## X is d-by-n; clip is [lo hi] or [].  Normal numbers come in pairs from two
## 31-bit uniforms by Box and Muller's transform (1958).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_noise (X, kind, level, clip, seed, epoch, layer, dY)
  [d, n] = size (X);
  u = ref_bits (3, seed, epoch, layer, d + mod (d, 2), n);
  switch (kind)
    case "gaussian"
      Y = X + level * normal (u)(1:d,:);
      slope = ones (d, n);
      if (! isempty (clip))
        slope = double (Y > clip(1) & Y < clip(2));
        Y = min (max (Y, clip(1)), clip(2));
      endif
    case "masking"
      slope = u(1:d,:) / 2^32 >= level;
      Y = slope .* X;
    case "saltpepper"
      if (isempty (clip))
        clip = [0 1];
      endif
      u = u(1:d,:) / 2^32;
      Y = X;
      Y(u < level) = clip(2);
      Y(u < level / 2) = clip(1);
      slope = u >= level;
  endswitch
  if (nargin > 7)
    dX = slope .* dY;
  endif
endfunction

## The second number of a pair tells the direction: an octant in three bits.
function z = normal (u)
  r = sqrt (-2 * log ((floor (u(1:2:end,:) / 2) + 0.5) / 2^31));
  a = u(2:2:end,:);
  t = (mod (a, 2^29) + 0.5) * (pi / 4 / 2^29);
  swapped = a >= 2^31;
  x = cos (t) .* ! swapped + sin (t) .* swapped;
  y = sin (t) .* ! swapped + cos (t) .* swapped;
  z = zeros (size (u));
  z(1:2:end,:) = r .* x .* (1 - 2 * (mod (floor (a / 2^30), 2) == 1));
  z(2:2:end,:) = r .* y .* (1 - 2 * (mod (floor (a / 2^29), 2) == 1));
endfunction
