## [in, layer, gamma] = kernel_groupnorm (fname, X, gamma, args)
##
## What both functions of group normalisation pass to their MEX functions: the
## size of a sample, the layer, and gamma as a column.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [in, layer, gamma] = kernel_groupnorm (fname, X, gamma, args)
  opt = arg_options (fname, args, {"Groups", 1, "whole >= 1"; "Epsilon", 1e-5, "number > 0"});
  [in, channels] = kernel_channels (fname, X);
  gamma = gamma(:);
  arg_size (fname, "gamma", gamma, [channels 1]);
  if (mod (channels, opt.Groups) != 0)
    error (["autoencoder:" fname ":size"], "%s: Groups must divide the %d channels of X, got %d", fname, channels, opt.Groups);
  endif
  layer = struct ("type", "groupnorm", "groups", opt.Groups, "epsilon", opt.Epsilon);
endfunction
