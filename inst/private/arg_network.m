## arg_network (fname, net)
##
## Raises autoencoder:<fname>:model unless net is a network (not, say, a PCA
## model); whether it is whole is model_check's matter.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_network (fname, net)
  if (! (isstruct (net) && isscalar (net) && isfield (net, "kind") && strcmp (net.kind, "network")))
    error (["autoencoder:" fname ":model"], "%s: net must be a network, got %s", fname, text_describe (net));
  endif
endfunction
