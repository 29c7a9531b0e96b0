## options = pool_arguments (fname, pool, padding, stride)
##
## {pool, stride, padding} as the MEX functions of poolings want them; a stride
## of [] is that of the window.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function options = pool_arguments (fname, pool, padding, stride)
  pool = pair_of (fname, "pool", pool);
  if (isempty (stride) && isnumeric (stride))
    stride = pool;
  endif
  [padding, stride] = sliding (fname, padding, stride);
  options = {pool, stride, padding};
endfunction
