## D = arg_columns (fname, name, X)
##
## Samples of any kind as columns: d-by-n as it is, h-by-w-by-c-by-n flattened
## column-major (the same elements, so it costs nothing).  Raises unless X is
## what arg_array wants and has 2 or 4 dimensions.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function D = arg_columns (fname, name, X)
  arg_array (fname, name, X);
  if (ndims (X) == 2)
    D = X;
  elseif (ndims (X) == 4)
    D = reshape (X, [], size (X, 4));
  else
    error (["autoencoder:" fname ":size"], ...
           "%s: %s must be d-by-n or h-by-w-by-c-by-n, got %s", fname, name, text_describe (X));
  endif
endfunction
