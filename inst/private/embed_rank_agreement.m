## t = embed_rank_agreement (fname, names, A, B, k, args)
##
## 1 minus the scaled sum, over the k nearest neighbours of each sample in B, of
## how far beyond k they rank in A: what ae_trustworthiness and ae_continuity
## share.  names are those of A and B for messages, args the options.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function t = embed_rank_agreement (fname, names, A, B, k, args)
  A = arg_columns (fname, names{1}, A);
  B = arg_columns (fname, names{2}, B);
  n = columns (A);
  if (columns (B) != n)
    error (["autoencoder:" fname ":size"], ...
           "%s: X and Z must have as many samples as each other, got %s and %s", ...
           fname, text_describe (A), text_describe (B));
  endif
  k = arg_value (fname, "k", k, "whole >= 1");
  if (k >= n / 2)
    error (["autoencoder:" fname ":value"], ...
           "%s: k must be less than half the number of samples, at most %d for %d, got %d", ...
           fname, ceil (n / 2) - 1, n, k);
  endif
  opt = arg_options (fname, args, {"Threads", [], "threads?"});
  threads = max ([opt.Threads, 0]);
  A = embed_scale (A, [], "double");
  index = embed_neighbours (embed_scale (B, [], "double"), [], k, threads);
  beyond = 0;
  width = embed_slice (A);
  for first = 1:width:n
    s = first:min (first + width - 1, n);
    ranks = double (__ae_ranks__ (A, first - 1, index(:,s), threads));
    beyond += sum (max (ranks(:) - k, 0));
  endfor
  t = 1 - 2 * beyond / (n * k * (2 * n - 3 * k - 1));
endfunction
