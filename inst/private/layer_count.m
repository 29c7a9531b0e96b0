## [total, trainable] = layer_count (layer)
##
## How many numbers a layer has, and how many of them training changes.  Tied
## weights count where they belong.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [total, trainable] = layer_count (layer)
  total = trainable = 0;
  tied = ! isempty (struct_get (layer, "tied", ""));
  for row = layer_arrays (layer)
    n = numel (layer.(row.name));
    total += n * ! (tied && row.outputs > 0);
    trainable += n * layer_trains (layer, row);
  endfor
endfunction
