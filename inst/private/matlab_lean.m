## net = matlab_lean (net)
##
## The network without what training left for going on (ae_fit's "Continue").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function net = matlab_lean (net)
  net = rmfield (net, intersect (fieldnames (net), {"training", "fit_seconds"}));
  if (isfield (net.layers, "slots"))
    net.layers = rmfield (net.layers, "slots");
  endif
endfunction
