## ranks_same (run, opt)
##
## Raises autoencoder:ae_fit:ranks unless all ranks have the same weights, as they
## always do on processors and libraries of one kind.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function ranks_same (run, opt)
  if (opt.ranks == 1)
    return;
  endif
  total = double (sum (run.p));
  if (! isfinite (total))
    total = realmax ();
  endif
  ends = ranks_agree (opt, [total, -total]);
  if (ends(1) != -ends(2))
    error ("autoencoder:ae_fit:ranks", ...
           "ae_fit: after %d steps the ranks have different weights: their processors or libraries differ", run.steps);
  endif
endfunction
