## lines = bench_start ()
##
## The machine, the day, the versions, in words.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function lines = bench_start ()
  [~, cpu] = system ("sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1");
  isa = getenv ("AE_ISA");
  if (isempty (isa))
    [~, flags] = system ("grep -m1 '^flags' /proc/cpuinfo");
    isa = {"baseline", "avx2", "avx512"}{1 + ! isempty(strfind (flags, "avx2")) + ! isempty(strfind (flags, "avx512dq"))};
  endif
  blas = version ("-blas");
  core = getenv ("OPENBLAS_CORETYPE");
  if (isempty (core))
    core = "chosen by itself";
  endif
  [~, load_now] = system ("cut -d ' ' -f 1-3 /proc/loadavg");
  lines = {sprintf("%s, %d processors: %s; vector kernels: %s", datestr (now (), "yyyy-mm-dd"), nproc ("all"), strtrim (cpu), isa), ...
           sprintf("Octave %s; BLAS: %s, kernels (OPENBLAS_CORETYPE): %s", version (), strrep (blas, "\n", " "), core), ...
           sprintf("load of the machine at the end (1, 5, 15 minutes): %s", strtrim (load_now))};
endfunction
