## [in, n] = kernel_vector_size (fname, name, X)
##
## Numbers a sample and samples: the argument X is d-by-n, or h-by-w-by-c-by-n; more
## dimensions raise autoencoder:<fname>:size.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [in, n] = kernel_vector_size (fname, name, X)
  if (ndims (X) > 4)
    error (["autoencoder:" fname ":size"], "%s: %s must be d-by-n or h-by-w-by-c-by-n, got %s", fname, name, text_describe (X));
  elseif (ndims (X) == 2)
    [in, n] = size (X);
  else
    n = size (X, 4);
    in = numel (X) / n;
  endif
endfunction
