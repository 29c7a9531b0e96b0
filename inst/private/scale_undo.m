## Y = scale_undo (matrix, Y)
##
## Columns of samples back in the data's units, in their class; matrix as of
## scale_out.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = scale_undo (matrix, Y)
  if (! isempty (matrix))
    Y = cast (double (Y) .* matrix(:,2) + matrix(:,1), class (Y));
  endif
endfunction
