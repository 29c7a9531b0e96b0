## 20 components of 60,000 samples of 784 numbers, beside scikit-learn.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

addpath (fileparts (mfilename ("fullpath")));
n = 60000;
X = rand (784, n, "single");
side_by_side ("PCA, 60,000 samples to 20", @() seconds_of (@() ae_pca (X, 20)), "pca", n, 3);
