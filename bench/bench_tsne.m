## t-SNE of codes of 20 numbers, 1000 iterations, beside scikit-learn.
## BENCH_SAMPLES: how many samples (3000; 10000 takes scikit-learn a minute).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

addpath (fileparts (mfilename ("fullpath")));
n = str2double (getenv ("BENCH_SAMPLES"));
if (isnan (n))
  n = 3000;
endif
X = randn (20, n, "single");
side_by_side (sprintf ("t-SNE, %d samples", n), @() seconds_of (@() ae_tsne (X, "Seed", 1)), "tsne", n, 1);
