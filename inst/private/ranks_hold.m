## ranks_hold (opt, action)
##
## From "hold" to "release" a SIGTERM (mpirun sends it at Ctrl-C, and when a rank
## has died) or SIGINT to any of several ranks is noted, and all stop after the
## slice at hand (fit_interrupted).  Octave itself would end that rank.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function ranks_hold (opt, action)
  if (opt.ranks == 1)
    return;
  endif
  __ae_interrupt__ (action);
  if (strcmp (action, "release"))
    __ae_mpi__ ("release");
  else
    words = sprintf ("ae_fit: told to end (SIGTERM), since a rank has died or mpirun is to end.  %s\n", ranks_words (opt));
    __ae_mpi__ ("hold", words(1:numel (words) * (opt.rank == 0)));
  endif
endfunction
