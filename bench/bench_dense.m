## An epoch of the 784-100-20-100-784 net over 60,000 samples, beside PyTorch.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

addpath (fileparts (mfilename ("fullpath")));
warning ("off", "all"); # what ae_fit says about random numbers is no matter here
n = 60000;
X = rand (784, n, "single");
side_by_side ("dense, 60,000 samples", one_epoch (ae_dense (784, [100 20], "Seed", 1), X), "dense", n, 5);
