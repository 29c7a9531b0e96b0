## opt = scale_output (opt)
##
## Builders' options with the output activation that centred samples need, unless
## one was given: those have values of both signs.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function opt = scale_output (opt)
  if (isempty (opt.OutputActivation) && any (strcmp (opt.Scale, {"zscore", "robust"})))
    opt.OutputActivation = "linear";
  endif
endfunction
