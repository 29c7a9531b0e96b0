## p = arg_parameters (fname, name, p, n)
##
## Raises autoencoder:<fname>:size and its like unless p is a full, real,
## finite column of n numbers.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function p = arg_parameters (fname, name, p, n)
  if (n > 0 || ! isempty (p))
    arg_array (fname, name, p);
  endif
  if (! isequal (size (p), [n 1]))
    error (["autoencoder:" fname ":size"], "%s: %s must be a column of %d numbers, got %s", ...
           fname, name, n, text_describe (p));
  endif
endfunction
