## write_samples (file, n)
##
## n samples of 784 bytes, all different, for larger_than_memory.sh.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function write_samples (file, n)
  fid = fopen (file, "wb");
  for from = 1:10000:n
    i = from:min (from + 9999, n);
    fwrite (fid, uint8 (127 + 120 * sin ((1:784)' .* mod (i, 89) / 700 + i / 977)), "uint8");
  endfor
  fclose (fid);
endfunction
