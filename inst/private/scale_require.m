## scale_require (fname, m)
##
## Raises autoencoder:<fname>:scaling unless the model's scaling, if any, is learnt.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function scale_require (fname, m)
  if (isfield (m, "scaling") && isempty (m.scaling.offset))
    error (["autoencoder:" fname ":scaling"], ...
           ["%s: the model's scaling (\"%s\", missing values: \"%s\") is not learnt yet: train the model, or " ...
            "let ae_fit (net, X, \"Epochs\", 0) learn nothing else"], fname, m.scaling.kind, m.missing);
  endif
endfunction
