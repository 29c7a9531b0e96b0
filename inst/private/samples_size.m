## [d, n] = samples_size (X)
##
## Rows and columns of samples, a d-by-n array or a source.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [d, n] = samples_size (X)
  if (samples_is_source (X))
    d = X.d;
    n = X.n;
  else
    [d, n] = size (X);
  endif
endfunction
