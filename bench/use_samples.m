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
  printf ("%-18s %8.2f s   %s\n", what, seconds, fingerprint (result));
endfunction

## Of a part at a time, for copies of the codes of a million samples take memory, too.
function text = fingerprint (x)
  text = "";
  for from = 1:1e5:numel (x)
    part = x(from:min (from + 1e5 - 1, end));
    text = hash ("md5", [text, char(typecast (part(:)', "uint8"))]);
  endfor
endfunction
