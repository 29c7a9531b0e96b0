## text = ranks_words (opt): what is left of a training that ends too early

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = ranks_words (opt)
  text = "Without \"Checkpoint\" nothing is kept of a training that ends so";
  if (! isempty (opt.Checkpoint))
    text = sprintf ("The last checkpoint, if one was written, is whole: \"Resume\", \"%s\" goes on from it", opt.Checkpoint);
  endif
endfunction
