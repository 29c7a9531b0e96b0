## spec = layer_spec (layers)
##
## The layers of a network as the MEX functions read them (mex/spec.c): without
## their arrays, whose numbers stand in the block of parameters (net_pack).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function spec = layer_spec (layers)
  heavy = [layer_arrays(), {"slots"}];
  spec = rmfield (layers, heavy(isfield (layers, heavy)));
endfunction
