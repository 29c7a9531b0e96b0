## dims = kernel_size_of_X (fname, size_of_X)
##
## The size of images as 4 numbers, h w c n.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function dims = kernel_size_of_X (fname, size_of_X)
  v = size_of_X;
  if (! isnumeric (v) || ! isreal (v) || ! any (numel (v) == 2:4)
      || ! all (v(:) >= 1 & v(:) == fix (v(:)) & v(:) < 2^32))
    error (["autoencoder:" fname ":value"], "%s: size_of_X must be 2 to 4 whole numbers >= 1, got %s", ...
           fname, text_describe (v));
  endif
  dims = [double(v(:)'), 1, 1](1:4);
endfunction
