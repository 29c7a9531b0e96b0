## M = matlab_matrix (fname, name, X)
## M = matlab_matrix (fname, name, X, d)
##
## A real, finite, non-empty numeric matrix (of d rows) as double.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function M = matlab_matrix (fname, name, X, d = [])
  if (! (isnumeric (X) || islogical (X)) || ! isreal (X))
    error (["autoencoder:" fname ":class"], "%s: %s must be a real matrix, got %s", fname, name, text_describe (X));
  elseif (isempty (X))
    error (["autoencoder:" fname ":empty"], "%s: %s must not be empty, got %s", fname, name, text_describe (X));
  elseif (ndims (X) > 2 || (! isempty (d) && rows (X) != d))
    wanted = "d";
    if (! isempty (d))
      wanted = sprintf ("%d", d);
    endif
    error (["autoencoder:" fname ":size"], "%s: %s must be %s-by-n, a sample a column, got %s", fname, name, wanted, ...
           strrep (text_size (size (X)), " ", "-by-"));
  endif
  M = double (full (X));
  bad = find (! isfinite (M), 1);
  if (! isempty (bad))
    error (["autoencoder:" fname ":nonfinite"], "%s: %s must be finite, got %g at element %d", fname, name, M(bad), bad);
  endif
endfunction
