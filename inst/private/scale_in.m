## matrix = scale_in (m)
##
## What the MEX functions want to know of how samples enter the model: [] when
## they enter as they are, else [offset factor], and a third column, the centre,
## where a NaN enters as that.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function matrix = scale_in (m)
  matrix = [];
  if (isfield (m, "scaling") && m.scaling.input)
    matrix = [m.scaling.offset, m.scaling.factor];
    if (strcmp (m.missing, "mask"))
      matrix(:,3) = m.scaling.center;
    endif
  endif
endfunction
