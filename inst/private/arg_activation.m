## name = arg_activation (fname, name)
##
## The activation as the C code spells it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function name = arg_activation (fname, name)
  name = arg_value (fname, "the activation", name, ...
                      {"linear", "relu", "leakyrelu", "elu", "sigmoid", "tanh", "softplus"});
endfunction
