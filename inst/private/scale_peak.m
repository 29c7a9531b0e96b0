## peak = scale_peak (m)
##
## The range of the values of a model's samples when nobody says: 255 for bytes,
## else 1.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function peak = scale_peak (m)
  peak = 1;
  if (isfield (m, "scaling") && strcmp (m.scaling.kind, "bytes"))
    peak = 255;
  endif
endfunction
