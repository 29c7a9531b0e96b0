## u = ref_bits (purpose, seed, epoch, layer, d, n)
##
## 32 random bits for each of d elements of n samples, as whole numbers: four
## from each block of Philox4x32-10 (Salmon et al., SC 2011) with the counter
## purpose (8 bits), layer (16), epoch (40); sample (36), block (28).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function u = ref_bits (purpose, seed, epoch, layer, d, n)
  u = zeros (4 * ceil (d / 4), n);
  hi = bitshift (uint64 (purpose), 56) + bitshift (uint64 (layer), 40) + uint64 (epoch);
  for s = 1:n
    for b = 1:rows (u) / 4
      u(4*b-3:4*b,s) = philox (seed, hi, bitshift (uint64 (s - 1), 28) + uint64 (b - 1));
    endfor
  endfor
  u = u(1:d,:);
endfunction

function v = philox (seed, hi, lo)
  low = uint64 (2^32 - 1);
  k = bitand (bitshift (uint64 (seed), [0 -32]), low);
  c = [bitand(lo, low), bitshift(lo, -32), bitand(hi, low), bitshift(hi, -32)];
  for round = 1:10
    p = uint64 (3528531795) * c(1);
    q = uint64 (3449720151) * c(3);
    c = [bitxor(bitxor (bitshift (q, -32), c(2)), k(1)), bitand(q, low), ...
         bitxor(bitxor (bitshift (p, -32), c(4)), k(2)), bitand(p, low)];
    k = bitand (k + uint64 ([2654435769 3144134277]), low);
  endfor
  v = double (c);
endfunction
