## text = text_machine (blas, product, isa, threads)
##
## What computes on this machine, in words; without arguments the machine is asked
## (__ae_machine__).  A BLAS that is not used is named by its file: which one it
## is, only its name tells.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_machine (blas, product, isa, threads)
  if (nargin == 0)
    try
      [blas, product, isa, threads] = __ae_machine__ (0);
    catch err
      text = err.message; # a BLAS that nothing can be computed with
      return;
    end_try_catch
  endif
  if (strcmp (product, "blas"))
    who = ["the BLAS, " blas];
  else
    how = "install OpenBLAS with threads";
    if (exist ("/usr/bin/apt-get", "file"))
      how = "sudo apt-get install libopenblas0-pthread";
    endif
    who = sprintf (["the package itself, not the BLAS (%s).  With an OpenBLAS that has threads, dense nets take about " ...
                    "a quarter less time: %s, and start Octave again"], blas, how);
  endif
  text = sprintf ("Products of matrices: %s.  Vector kernels: %s.  Threads: %d.", who, isa, threads);
endfunction
