## [in, n] = kernel_vector_size (X)
##
## Numbers a sample and samples: X is d-by-n, or h-by-w-by-c-by-n.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [in, n] = kernel_vector_size (X)
  if (ndims (X) == 2)
    [in, n] = size (X);
  else
    n = size (X, 4);
    in = numel (X) / n;
  endif
endfunction
