## [total, trainable] = layer_parameters (layer)
##
## How many numbers a layer has, and how many of them training changes.  Tied
## weights count where they belong; moving moments are never trained.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [total, trainable] = layer_parameters (layer)
  trainable = numel (layer.b);
  if (isempty (field_or (layer, "tied", "")))
    trainable += numel (layer.W);
  endif
  total = trainable + numel (field_or (layer, "mean", [])) + numel (field_or (layer, "variance", []));
  if (! field_or (layer, "trainable", true))
    trainable = 0;
  endif
endfunction
