## An epoch of the two convolutional nets, beside PyTorch.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

addpath (fileparts (mfilename ("fullpath")));
warning ("off", "all"); # what ae_fit says about random numbers is no matter here
for c = {[32 32], "conv28353", 3840; [8 4 4], "conv1185", 15360}'
  X = rand (28, 28, 1, c{3}, "single");
  net = ae_conv ([28 28 1], c{1}, "Seed", 1);
  side_by_side (sprintf ("%s parameters, %d samples", c{2}(5:end), c{3}), one_epoch (net, X), c{2}, c{3}, 3);
endfor
