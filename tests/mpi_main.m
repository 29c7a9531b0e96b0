## octave-cli mpi_main.m FILE TASK: mpi_fits as a script, as mpirun starts it
## (with --eval Octave keeps signals to itself)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

addpath (fileparts (mfilename ("fullpath")));
package_path ();
mpi_fits (argv (){:});
