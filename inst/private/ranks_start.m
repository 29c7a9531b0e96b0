## opt = ranks_start (opt)
##
## The options of ae_fit with what "Parallel" makes of them: rank and ranks, the
## number of this process among those that train together, and how many they
## are (0 and 1 without "Parallel").  Only rank 0 prints and writes; the ranks of
## one machine divide its processors among them.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function opt = ranks_start (opt)
  opt.rank = 0;
  opt.ranks = 1;
  if (isempty (opt.Parallel))
    return;
  endif
  if (exist ("__ae_mpi__") != 3)
    error ("autoencoder:ae_fit:parallel", ...
           ["ae_fit: \"Parallel\", \"mpi\" needs MPI, which was not there when the package was built: type\n" ...
            "    sudo apt-get install libopenmpi-dev openmpi-bin\n" ...
            "and build or install the package again (on other systems: Open MPI or MPICH with mpicc)"]);
  endif
  [opt.rank, opt.ranks, beside] = __ae_mpi__ ("start");
  if (isempty (opt.Threads))
    opt.Threads = max (1, floor (nproc ("all") / beside));
  endif
  if (opt.rank > 0)
    opt.Verbose = 0;
    opt.Plot = false;
    opt.Log = opt.Checkpoint = opt.Resume = "";
  endif
endfunction
