## ranks_abort (opt, err)
##
## An error that ends one rank in the midst of a training ends all, with words:
## the others would wait for it for ever.  Where there is only one this returns.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function ranks_abort (opt, err)
  if (opt.ranks > 1)
    __ae_mpi__ ("abort", sprintf ("ae_fit: rank %d of %d: %s; so all ranks end.  %s", opt.rank, opt.ranks, ...
                                  regexprep (err.message, '^ae_\w+: ', ""), ranks_words (opt)));
  endif
endfunction
