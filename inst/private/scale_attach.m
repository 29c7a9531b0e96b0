## m = scale_attach (m, opt, input_size, output_size)
##
## The model with what opt.Scale and opt.Missing ask for; without either it
## stays as it is.  The scaling is empty until scale_learn has seen data; that of
## bytes is known.  Fields of m.scaling:
##
##   kind             "none", "zscore", "minmax", "robust", "bytes"
##   offset, factor   d-by-1 double: scaled = (x - offset) ./ factor
##   center           d-by-1, in the data's units: what a missing value enters as
##   input, output    does the model scale what comes in, and undo it at its end

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function m = scale_attach (m, opt, input_size, output_size)
  if (strcmp (opt.Scale, "none") && strcmp (opt.Missing, "error"))
    return;
  endif
  none = zeros (0, 1);
  m.scaling = struct ("kind", opt.Scale, "offset", none, "factor", none, "center", none, ...
                      "input", true, "output", prod (input_size) == prod (output_size));
  m.missing = opt.Missing;
  if (strcmp (opt.Scale, "bytes") && ! strcmp (opt.Missing, "mask"))
    d = prod (input_size);
    [m.scaling.offset, m.scaling.center] = deal (zeros (d, 1));
    m.scaling.factor = repmat (255, d, 1);
  endif
endfunction
