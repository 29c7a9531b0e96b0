## seed = arg_seed (seed)
##
## The seed that was given, or one from Octave's rand when it is [], so that
## rand ("state", s) makes a whole script repeatable.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function seed = arg_seed (seed)
  if (isempty (seed))
    seed = floor (rand () * 2^53);
  endif
endfunction
