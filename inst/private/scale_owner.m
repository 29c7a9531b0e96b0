## owner = scale_owner (m)
##
## m when it scales the samples that come in, else []: for arg_samples.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function owner = scale_owner (m)
  owner = [];
  if (isfield (m, "scaling") && m.scaling.input)
    owner = m;
  endif
endfunction
