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
           "%s: options must come as name/value pairs, %s", fname, what_lacks (args, table));
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
           "%s: unknown option \"%s\"; %svalid are: %s", fname, name, guess (name, names), strjoin (names(:)', ", "));
  endif
endfunction

## The name that was probably meant, when one is near.
function text = guess (name, names)
  text = "";
  distances = cellfun (@(n) edits (lower (name), lower (n)), names);
  starts = strncmpi (name, names, max (3, numel (name)));
  [least, k] = min (distances - 10 * starts(:));
  if (least <= max (1, floor (numel (name) / 3)))
    text = sprintf ("did you mean %s? ", names{k});
  endif
endfunction

## How many letters have to be changed, put in or taken out (Levenshtein 1966).
function d = edits (a, b)
  row = 0:numel (b);
  for i = 1:numel (a)
    left = i;
    above = row;
    row(1) = i;
    for j = 1:numel (b)
      left = min ([left + 1, above(j+1) + 1, above(j) + (a(i) != b(j))]);
      row(j+1) = left;
    endfor
  endfor
  d = row(end);
endfunction

## Which option stands without a value.
function text = what_lacks (args, table)
  text = sprintf ("got %d arguments", numel (args));
  is_name = @(a) ischar (a) && any (strcmpi (a, table(:,1)));
  i = 1;
  while (i <= numel (args) && is_name (args{i}))
    allowed = table{strcmpi (args{i}, table(:,1)),3};
    if (i == numel (args) || (is_name (args{i+1}) && ! (iscell (allowed) && any (strcmpi (args{i+1}, allowed)))))
      text = sprintf ("but \"%s\" has no value", args{i});
      return;
    endif
    i += 2;
  endwhile
endfunction
