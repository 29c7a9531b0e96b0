## yes = matlab_is_network (net)
##
## Is it what a network object can hold: dense layers behind the input, with
## activations that MATLAB has names for?

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function yes = matlab_is_network (net)
  yes = false;
  try
    model_check ("network", net);
  catch
    return;
  end_try_catch
  if (! strcmp (net.kind, "network") || ! all (strcmp ({net.layers(2:end).type}, "dense")))
    return;
  endif
  yes = ! isfield (net.layers, "inputs") || all (cellfun (@isempty, {net.layers.inputs}));
  for i = 2:numel (net.layers)
    yes = yes && ! isempty (matlab_transfer ("name", net.layers(i).activation));
  endfor
endfunction
