## text = bench_kl ()
##
## The cost of the map in the file BENCH_MAP of the codes of 20 numbers in the file
## BENCH_CODES, as t-SNE with perplexity 30 defines it: exact distances on the map,
## all pairs, the same for whoever made it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = bench_kl ()
  X = read_single (getenv ("BENCH_CODES"), 20);
  E = read_single (getenv ("BENCH_MAP"), 2);
  [index, distance] = __ae_neighbours__ (X, X, 0, 90, 0);
  [value, column, start] = __ae_affinities__ (distance, index, 30, 0);
  [~, kl] = __ae_tsne_gradient__ (E, value, column, start, 0, 1, 0);
  text = sprintf ("KL %.3f", kl);
endfunction

function X = read_single (file, d)
  fid = fopen (file, "rb");
  X = fread (fid, [d, Inf], "single=>single");
  fclose (fid);
endfunction
