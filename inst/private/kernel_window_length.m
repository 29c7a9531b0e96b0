## n = kernel_window_length (n, window, stride, padding)
##
## Positions of a window along axes of n points, element by element; padding is
## "valid" or "same".

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function n = kernel_window_length (n, window, stride, padding)
  if (strcmp (padding, "same"))
    n = ceil (n ./ stride);
  else
    n = max (floor ((n - window) ./ stride) + 1, 0);
  endif
endfunction
