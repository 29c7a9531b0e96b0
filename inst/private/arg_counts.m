## v = arg_counts (fname, name, v)
##
## Units or filters, one number a layer, as a double row; raises
## autoencoder:<fname>:<name>.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function v = arg_counts (fname, name, v)
  if (! (isnumeric (v) && isreal (v) && isvector (v) && ! isempty (v) && all (v >= 1 & v == fix (v) & v < 2^24)))
    error (["autoencoder:" fname ":" name], "%s: %s must be whole numbers of 1 or more, got %s", ...
           fname, name, text_describe (v));
  endif
  v = double (full (v(:)'));
endfunction
