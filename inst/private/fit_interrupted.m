## yes = fit_interrupted (opt): has Ctrl-C been typed, or a rank been told to end?

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function yes = fit_interrupted (opt)
  yes = __ae_interrupt__ ("check") || (opt.ranks > 1 && __ae_mpi__ ("check"));
  yes = ranks_agree (opt, yes) > 0;
endfunction
