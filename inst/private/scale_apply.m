## S = scale_apply (matrix, X)
##
## Columns of samples as the model sees them, in double; matrix as of scale_in or
## scale_out ([]: X as it is).  For blocks of columns: it makes a copy.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function S = scale_apply (matrix, X)
  if (isempty (matrix))
    S = X;
    return;
  endif
  S = double (X);
  if (columns (matrix) == 3 && any (isnan (S(:))))
    missing = isnan (S);
    S(missing) = (matrix(:,3) .* ones (1, columns (S)))(missing);
  endif
  S = (S - matrix(:,1)) ./ matrix(:,2);
endfunction
