## x = ranks_tell (opt, x): what rank 0 has; a matrix of floats, or a string

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function x = ranks_tell (opt, x)
  if (opt.ranks == 1)
    return;
  elseif (ischar (x))
    x = char (__ae_mpi__ ("tell", uint8 (x)));
  else
    x = __ae_mpi__ ("tell", x);
  endif
endfunction
