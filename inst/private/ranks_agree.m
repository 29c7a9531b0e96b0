## x = ranks_agree (opt, x): of each element the largest that any rank has

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function x = ranks_agree (opt, x)
  if (opt.ranks > 1)
    x = __ae_mpi__ ("agree", double (x));
  endif
endfunction
