## types = layer_types ()
## type = layer_types (name)
##
## The layer types that a network can hold, from the rows in src/core/layers
## (__ae_layer_types__), asked once a session: type, help, options and arrays as
## there, and positional, the options that may come without their names, in
## order.  Every option is a field of the layer, its name in lower case; so is
## every array.  With an argument: that type, empty when there is none.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function types = layer_types (name)
  persistent table = make_table ();
  persistent of_name = by_name (table);
  if (nargin == 0)
    types = table;
  elseif (isfield (of_name, name))
    types = of_name.(name);
  else
    types = table([]);
  endif
endfunction

function of_name = by_name (table)
  for type = table
    of_name.(type.type) = type;
  endfor
endfunction

function table = make_table ()
  table = __ae_layer_types__ ();
  for i = 1:numel (table)
    options = table(i).options;
    places = [options.place];
    [~, order] = sort (places(places > 0));
    positional = {options(places > 0).name};
    table(i).positional = positional(order);
  endfor
endfunction
