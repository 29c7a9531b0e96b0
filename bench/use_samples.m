## use_samples (file)
##
## PCA, codes and an epoch of training on the samples of write_samples, with
## their seconds and a sum that tells whether two runs gave the same bits.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function use_samples (file)
  src = ae_source (file, 784, "Scale", "bytes");
  tic; p = ae_pca (src, 20); say ("ae_pca", toc, p.components);
  tic; Z = ae_encode (p, src); say ("ae_encode", toc, Z);
  net = ae_dense (784, [100 20], "OutputActivation", "sigmoid", "Seed", 1);
  tic; net = ae_fit (net, src, "Epochs", 1, "Seed", 1, "Verbose", 0); say ("ae_fit, an epoch", toc, ae_parameters (net));
endfunction

function say (what, seconds, result)
  printf ("%-18s %8.2f s   %s\n", what, seconds, hash ("md5", char (typecast (result(:)', "uint8"))));
endfunction
