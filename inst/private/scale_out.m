## matrix = scale_out (m)
##
## [offset factor] when the model undoes a scaling at its output, else [].

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function matrix = scale_out (m)
  matrix = [];
  if (isfield (m, "scaling") && m.scaling.output)
    matrix = [m.scaling.offset, m.scaling.factor];
  endif
endfunction
