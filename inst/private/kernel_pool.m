## options = kernel_pool (fname, pool, padding, stride)
##
## {pool, stride, padding} as the MEX functions of poolings want them; a stride
## of [] is that of the window.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function options = kernel_pool (fname, pool, padding, stride)
  pool = kernel_pair (fname, "pool", pool);
  if (isempty (stride) && isnumeric (stride))
    stride = pool;
  endif
  [padding, stride] = kernel_sliding (fname, padding, stride);
  options = {pool, stride, padding};
endfunction
