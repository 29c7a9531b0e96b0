## value = field_or (s, name, default): the field when it is there and not empty

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function value = field_or (s, name, default)
  value = default;
  if (isfield (s, name) && ! isempty (s.(name)))
    value = s.(name);
  endif
endfunction
