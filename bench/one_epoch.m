## f = one_epoch (net, X)
##
## A function that trains the net on X (one sample a column) with rmsprop in
## batches of 128 on two threads, as peer.py does, and returns the seconds of
## the second epoch (the first pages memory in).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function f = one_epoch (net, X)
  f = @() train (net, X);
endfunction

function seconds = train (net, X)
  [~, history] = ae_fit (net, X, "Epochs", 2, "BatchSize", 128, "Threads", min (2, nproc ()), ...
                         "Verbose", 0, "Seed", 1, "Revive", false);
  seconds = history.seconds(end);
endfunction
