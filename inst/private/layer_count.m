## [total, trainable] = layer_count (layer)
##
## How many numbers a layer has, and how many of them training changes.  Tied
## weights count where they belong; moving moments are never trained.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [total, trainable] = layer_count (layer)
  trainable = numel (layer.b);
  if (isempty (struct_get (layer, "tied", "")))
    trainable += numel (layer.W);
  endif
  total = trainable + numel (struct_get (layer, "mean", [])) + numel (struct_get (layer, "variance", []));
  if (! struct_get (layer, "trainable", true))
    trainable = 0;
  endif
endfunction
