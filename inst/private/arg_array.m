## arg_array (fname, name, X)
##
## Raises unless X is a non-empty, real, full, finite single or double array:
## what every function that computes on data wants before it looks at sizes.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_array (fname, name, X)
  if (isinteger (X))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be single or double, got %s; scale it first, as in single (%s) / %g", ...
           fname, name, class (X), name, double (intmax (class (X))));
  elseif (! isfloat (X))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be single or double, got %s", fname, name, class (X));
  elseif (issparse (X))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be full, got a sparse matrix; use full (%s)", fname, name, name);
  elseif (! isreal (X))
    error (["autoencoder:" fname ":class"], "%s: %s must be real, got complex values", fname, name);
  elseif (isempty (X))
    error (["autoencoder:" fname ":empty"], "%s: %s must not be empty, got %s", ...
           fname, name, text_describe (X));
  endif
  bad = __ae_finite__ (X(:));
  if (bad > 0)
    error (["autoencoder:" fname ":nonfinite"], ...
           "%s: %s must be finite, got %g at element %d", fname, name, double (X(bad)), bad);
  endif
endfunction
