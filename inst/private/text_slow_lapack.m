## text = text_slow_lapack (d, n, blas, fast)
##
## What to tell whoever waits for the principal components of n samples of d
## features under a BLAS that is not known to be fast (LAPACK's work is left to
## it); "" where there is nothing to tell, or it was told in this session.  The
## last two arguments stand for what __ae_machine__ says, in tests.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_slow_lapack (d, n, blas, fast)
  persistent told = false;
  text = "";
  if (min (d, n) < 500) # a second at the most
    return;
  elseif (nargin == 2)
    if (told)
      return;
    endif
    [blas, ~, ~, ~, fast] = __ae_machine__ (0);
    told = true;
  endif
  if (! fast)
    text = sprintf (["LAPACK computes this with the BLAS %s, which may take several times as long as OpenBLAS " ...
                     "(Debian: sudo apt-get install libopenblas0-pthread, and start Octave again)"], blas);
  endif
endfunction
