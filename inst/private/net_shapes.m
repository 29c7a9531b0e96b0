## [shapes, bad, text] = net_shapes (fname, layers, input_size)
##
## The shape of each layer (__ae_shapes__), the number of the first
## layer that does not fit, 0 when all do, and why.  Raises
## autoencoder:<fname>:size for an option too large for any network.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [shapes, bad, text] = net_shapes (fname, layers, input_size)
  try
    [shapes, bad, text] = __ae_shapes__ (0, layers, input_size);
  catch err
    error (["autoencoder:" fname ":size"], "%s: %s", fname, regexprep (err.message, '^\w+: ', ""));
  end_try_catch
endfunction
