## n = text_columns ()
##
## How many columns printed text may have: what the environment variable
## COLUMNS says, else the terminal's width, and Inf where output goes elsewhere.
## Never less than 40.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function n = text_columns ()
  n = str2double (getenv ("COLUMNS"));
  if (isnan (n))
    n = __ae_terminal__ (0);
    if (n == 0)
      n = Inf;
    endif
  endif
  n = max (n, 40);
endfunction
