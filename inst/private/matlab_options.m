## opt = matlab_options (fname, args, table)
##
## arg_options as MATLAB's functions take them: a name may be cut short as long
## as only one option begins with it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function opt = matlab_options (fname, args, table)
  for i = 1:2:numel (args)
    if (ischar (args{i}) && isrow (args{i}))
      args{i} = whole_name (fname, args{i}, table(:,1)');
    endif
  endfor
  opt = arg_options (fname, args, table);
endfunction

## A name that none or several begin with stays, for arg_options to refuse.
function name = whole_name (fname, name, names)
  k = find (strncmpi (name, names, numel (name)));
  if (any (strcmpi (name, names)))
    return;
  elseif (numel (k) == 1)
    name = names{k};
  elseif (numel (k) > 1)
    error (["autoencoder:" fname ":option"], "%s: \"%s\" may be %s: write more of the name", fname, name, ...
           strjoin (names(k), " or "));
  endif
endfunction
