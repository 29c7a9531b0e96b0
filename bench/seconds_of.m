## seconds = seconds_of (f)
##
## How long f () takes, the second time.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function seconds = seconds_of (f)
  f ();
  started = tic ();
  f ();
  seconds = toc (started);
endfunction
