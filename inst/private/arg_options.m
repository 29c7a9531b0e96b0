## opt = arg_options (fname, args, table)
##
## Name/value pairs against a table {name, default, check; ...}.  Names are
## case-insensitive; opt has the fields as the table spells them.  A check is
## a cell of allowed strings, or a string that arg_value knows.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function opt = arg_options (fname, args, table)
  names = table(:,1);
  opt = cell2struct (table(:,2), names, 1);
  if (mod (numel (args), 2) != 0)
    error (["autoencoder:" fname ":option"], ...
           "%s: options must come as name/value pairs, got %d arguments", fname, numel (args));
  endif
  for i = 1:2:numel (args)
    k = find_option (fname, args{i}, names);
    opt.(names{k}) = arg_value (fname, names{k}, args{i+1}, table{k,3});
  endfor
endfunction

function k = find_option (fname, name, names)
  if (! (ischar (name) && isrow (name)))
    error (["autoencoder:" fname ":option"], ...
           "%s: an option's name must be a string, got class %s", fname, class (name));
  endif
  k = find (strcmpi (name, names));
  if (isempty (k))
    error (["autoencoder:" fname ":option"], ...
           "%s: unknown option \"%s\"; valid are: %s", fname, name, strjoin (names(:)', ", "));
  endif
endfunction
