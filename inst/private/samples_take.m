## x = samples_take (X, at)
##
## Samples number `at` of a d-by-n array, or of a source, which come scaled as
## the source says and single.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function x = samples_take (X, at)
  if (! samples_is_source (X))
    x = X(:,at);
  elseif (all (diff (at) == 1))
    x = __ae_samples__ (single (0), X, at(1), at(end));
  else
    x = zeros (X.d, numel (at), "single");
    for i = 1:numel (at)
      x(:,i) = __ae_samples__ (single (0), X, at(i), at(i));
    endfor
  endif
endfunction
