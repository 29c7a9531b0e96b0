## value = struct_get (s, name, default): the field when it is there and not empty

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function value = struct_get (s, name, default)
  value = default;
  if (isfield (s, name) && ! isempty (s.(name)))
    value = s.(name);
  endif
endfunction
