## shape = model_code_shape (fname, m)
##
## The shape of a model's codes, as an input_size: k, or [h w c].

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function shape = model_code_shape (fname, m)
  [~, ~, shape] = model_sizes (fname, m);
  if (strcmp (m.kind, "network"))
    shape = m.layers(m.code).output_size;
  endif
endfunction
