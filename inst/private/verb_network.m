## Y = verb_network (fname, verb, net, X)
##
## encode, decode or predict for a network: which layers run, on what, and the
## shape of the result.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = verb_network (fname, verb, net, X)
  spec = check_model (fname, net);
  ranges = struct ("encode", [1 net.code], "decode", [net.code+1 numel(net.layers)], ...
                   "predict", [1 numel(net.layers)]);
  range = ranges.(verb);
  Y = run_layers (fname, net, spec, range(1), range(2), X);
endfunction
