## list = arg_choices (what)
## row = arg_choices (what, name)
##
## The names that an option may have: "activation", "loss", "optimizer" (from
## the tables in src/core/simd) or "initializer" (from the layers' rows).  Where some have a second name
## it stands below the first, see arg_value.  With a name: that row of the C
## table as a struct, [] when there is none.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function list = arg_choices (what, name)
  persistent tables = c_tables ();
  persistent lists = name_lists (tables);
  list = lists.(what);
  if (nargin > 1)
    list = tables.(what)(strcmp (name, {tables.(what).name}));
  endif
endfunction

function tables = c_tables ()
  [tables.activation, tables.loss, tables.optimizer] = __ae_choices__ ();
endfunction

function lists = name_lists (tables)
  lists = struct ("initializer", {initializers()}, "optimizer", {{tables.optimizer.name}});
  for what = {"activation", "loss"}
    rows = tables.(what{1});
    lists.(what{1}) = {rows.name; rows.other};
  endfor
endfunction

function list = initializers ()
  options = layer_types ("dense").options;
  list = options(strcmp ("Initializer", {options.name})).check;
endfunction
