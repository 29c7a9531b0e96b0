## layer = kernel_pool (fname, type, pool, padding, stride)
##
## The layer that the functions of poolings pass to their MEX functions; a stride
## of [] is that of the window.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function layer = kernel_pool (fname, type, pool, padding, stride)
  pool = kernel_pair (fname, "pool", pool);
  if (isempty (stride) && isnumeric (stride))
    stride = pool;
  endif
  [padding, stride] = kernel_sliding (fname, padding, stride);
  layer = struct ("type", type, "pool", pool, "stride", stride, "padding", padding);
endfunction
