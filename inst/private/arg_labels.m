## arg_labels (fname, name, y, n)
##
## Raises unless y is n labels: numbers without NaN, logicals, or a cell of
## strings.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_labels (fname, name, y, n)
  if (! (((isnumeric (y) || islogical (y)) && isreal (y)) || iscellstr (y)))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be numbers, logicals or a cell of strings, got %s", fname, name, text_describe (y));
  elseif (numel (y) != n)
    error (["autoencoder:" fname ":size"], "%s: %s must have one label a sample: %d, got %d", ...
           fname, name, n, numel (y));
  elseif (isfloat (y) && any (isnan (y(:))))
    error (["autoencoder:" fname ":nonfinite"], "%s: %s must not hold NaN, got NaN at element %d", ...
           fname, name, find (isnan (y(:)), 1));
  endif
endfunction
