## s = samples_shape (X)
##
## The size of an array of samples, or the size that a source's would have.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function s = samples_shape (X)
  s = size (X);
  if (samples_is_source (X))
    s = [X.size(:)', X.n];
  endif
endfunction
