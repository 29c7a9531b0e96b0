## arrays = layer_arrays (layer)
## names = layer_arrays ()
##
## The arrays that a layer has, in the order in which they stand in the block of
## parameters: the rows of its type (layer_types) whose field is not empty.
## Without an argument: the names of all that any type has.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arrays = layer_arrays (layer)
  persistent rows_of = all_rows ();
  persistent names = all_names ();
  if (nargin == 0)
    arrays = names;
    return;
  endif
  arrays = rows_of.(layer.type);
  for i = numel (arrays):-1:1
    if (! isfield (layer, arrays(i).name) || isempty (layer.(arrays(i).name)))
      arrays(i) = [];
    endif
  endfor
endfunction

function names = all_names ()
  arrays = [layer_types().arrays];
  names = unique ({arrays.name}, "stable");
endfunction

function rows_of = all_rows ()
  for type = layer_types ()
    rows_of.(type.type) = type.arrays;
  endfor
endfunction
