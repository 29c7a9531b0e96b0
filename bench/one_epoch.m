## f = one_epoch (net, X)
##
## A function that trains the net on X (one sample a column) for an epoch, with
## rmsprop in batches of 128, on two threads, as peer.py does.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function f = one_epoch (net, X)
  f = @() ae_fit (net, X, "Epochs", 1, "BatchSize", 128, "Threads", min (2, nproc ()), "Verbose", 0, "Seed", 1, "Revive", false);
endfunction
