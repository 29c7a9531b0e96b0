## What ae_pretrain gives: the table in its help.  In the root folder, after make build:
##
##   octave-cli --no-history bench/pretrain.m               1,000 images
##   IMAGES=10000 octave-cli --no-history bench/pretrain.m  as many as you like
##
## 784-500-250-100-20 on Fashion-MNIST, Adam 1e-3, batches of 128: 20 epochs of
## ae_fit, or 5 of ae_pretrain for each pair (together about as much work as 5 of
## ae_fit) and 15 of ae_fit.  Mean and standard deviation over seeds 1 to 3 of the
## squared error on 2,000 training images that no net has seen.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

1;

function text = errors (make)
  e = arrayfun (make, 1:3);
  text = sprintf ("%.4f +- %.4f", mean (e), std (e));
endfunction

function e = trained (act, X, V, seed, pairs, epochs, varargin)
  net = ae_dense (784, [500 250 100 20], "Activation", act, "OutputActivation", "sigmoid", "Seed", seed);
  if (pairs > 0)
    net = ae_pretrain (net, X, "Epochs", pairs, "Seed", seed, "Verbose", 0, varargin{:});
  endif
  net = ae_fit (net, X, "Optimizer", "adam", "Epochs", epochs, "Seed", seed, "Verbose", 0);
  e = ae_evaluate (net, V).mse;
endfunction

here = fileparts (mfilename ("fullpath"));
addpath (fullfile (here, "..", "src"), fullfile (here, "..", "inst"));
warning ("off", "autoencoder:ae_fit:mean");
warning ("off", "autoencoder:ae_fit:dead");
all = ae_load_mnist ("train", "/usr/share/datasets/fashion-mnist", "Quiet", true);
V = all(:,:,:,58001:end);
printf ("%-9s %7s  %-18s  %-18s  %-18s\n", "", "images", "ae_fit alone", "ae_pretrain first", "with noise 0.2");
n = str2double (getenv ("IMAGES"));
if (isnan (n))
  n = 1000;
endif
X = all(:,:,:,1:n);
for act = {"sigmoid", "tanh", "relu", "swish"}
  alone = errors (@(seed) trained (act{1}, X, V, seed, 0, 20));
  first = errors (@(seed) trained (act{1}, X, V, seed, 5, 15));
  noisy = errors (@(seed) trained (act{1}, X, V, seed, 5, 15, "Noise", 0.2));
  printf ("%-9s %7d  %-18s  %-18s  %-18s\n", act{1}, n, alone, first, noisy);
  fflush (stdout);
endfor
