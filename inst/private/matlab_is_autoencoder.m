## yes = matlab_is_autoencoder (net)
##
## Is it what an Autoencoder object can hold: one dense layer to the code and one
## back?

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function yes = matlab_is_autoencoder (net)
  yes = matlab_is_network (net) && numel (net.layers) == 3 && net.code == 2 ...
        && prod (net.input_size) == net.layers(3).output_size;
endfunction
