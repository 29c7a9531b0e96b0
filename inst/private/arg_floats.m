## arg_floats (fname, name, X, bytes)
##
## Raises unless X is a non-empty, real, full single or double array; bytes: uint8
## will do, too.  Whether its numbers are finite is not looked at (arg_array).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_floats (fname, name, X, bytes = false)
  if (isinteger (X) && ! (bytes && isa (X, "uint8")))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be single or double, got %s; scale it first, as in single (%s) / %g", ...
           fname, name, class (X), name, double (intmax (class (X))));
  elseif (! isfloat (X) && ! isinteger (X))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be single or double, got %s%s", fname, name, class (X), how_to_join (name, X));
  elseif (issparse (X))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be full, got a sparse matrix; use full (%s)", fname, name, name);
  elseif (! isreal (X))
    error (["autoencoder:" fname ":class"], "%s: %s must be real, got complex values", fname, name);
  elseif (isempty (X))
    error (["autoencoder:" fname ":empty"], "%s: %s must not be empty, got %s", ...
           fname, name, text_describe (X));
  endif
endfunction

function text = how_to_join (name, X)
  text = "";
  if (iscell (X) && numel (X) > 1 && all (cellfun (@(x) isnumeric (x) && isequal (size (x), size (X{1})), X(:))))
    text = sprintf ("; join its %d arrays by cat (4, %s{:})", numel (X), name);
  endif
endfunction
