## arg_arrays (fname, names, arrays)
##
## arg_array for several arrays (cells), which must have one class.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_arrays (fname, names, arrays)
  for i = 1:numel (names)
    arg_array (fname, names{i}, arrays{i});
    if (! strcmp (class (arrays{i}), class (arrays{1})))
      error (["autoencoder:" fname ":class"], "%s: %s must be %s, the class of %s, got %s", ...
             fname, names{i}, class (arrays{1}), names{1}, class (arrays{i}));
    endif
  endfor
endfunction
