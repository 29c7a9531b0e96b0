## value = arg_value (fname, name, value, check)
##
## One argument or option value against one check; raises
## autoencoder:<fname>:value.  check is a row cell of allowed strings (the value
## comes back as the cell spells it; a second row holds second names, "" where
## there is none, and the name above comes back), or one of the names in the table below,
## or "" for anything.  A name with a trailing "?" also lets [] pass.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function value = arg_value (fname, name, value, check)
  persistent table = {
    "whole >= 0", @(v) is_number (v) && v >= 0 && v == fix (v) && v < 2^53, "a whole number >= 0";
    "whole >= 1", @(v) is_number (v) && v >= 1 && v == fix (v) && v < 2^53, "a whole number >= 1";
    "number", @(v) is_number (v), "a finite real number";
    "number >= 0", @(v) is_number (v) && v >= 0, "a finite number >= 0";
    "number > 0", @(v) is_number (v) && v > 0, "a finite number > 0";
    "limit", @(v) isnumeric (v) && isscalar (v) && isreal (v) && v > 0, "a number > 0";
    "weight", @(v) is_number (v) && v >= 0 && v <= 1e30, "a number from 0 to 1e30"; # as layer options have it
    "slope", @(v) is_number (v) && v >= 0 && v <= 1e6, "a number from 0 to 1e6";
    "share", @(v) is_number (v) && v >= 0 && v < 1, "a number in [0, 1)";
    "flag", @(v) (islogical (v) || is_number (v)) && isscalar (v) && any (v == [0 1]), "true or false";
    "string", @(v) ischar (v) && (isrow (v) || isempty (v)) && ! any (v == 0), "a string";
    "file", @(v) ischar (v) && isrow (v) && ! isempty (v) && ! any (v == 0), "a file's name";
    "function", @(v) is_function_handle (v), "a function handle";
    "pair", @(v) is_wholes (v, [1 2], 1), "a whole number >= 1, or two of them";
    "margins", @(v) is_wholes (v, [1 2 4], 0), "1, 2 or 4 whole numbers >= 0";
    "target", @(v) is_wholes (v, 1:3, 1), "a number of elements, [times channels] or [rows columns channels]";
    "range", @(v) is_range (v), ...
             "two increasing numbers";
    "auto range", @(v) strcmpi (v, "auto") || is_range (v), "two increasing numbers";
    "shown range", @(v) (ischar (v) && any (strcmpi (v, {"all", "each"}))) || is_range (v), ...
                   "[lo hi] with lo less than hi, \"all\" or \"each\"";
    "threads", @(v) is_number (v) && v >= 1 && v <= 256 && v == fix (v), "a whole number from 1 to 256"};

  if (iscell (check))
    value = choose (fname, name, value, check);
    return;
  endif
  if (! isempty (check) && check(end) == "?")
    if (isempty (value) && isnumeric (value))
      value = []; # whatever empty size it had
      return;
    endif
    check(end) = [];
  endif
  if (isempty (check))
    return;
  endif
  k = find (strcmp (check, table(:,1)));
  if (! table{k,2} (value))
    error (["autoencoder:" fname ":value"], "%s: %s must be %s, got %s", ...
           fname, name, table{k,3}, text_describe (value));
  endif
  if (isnumeric (value))
    value = double (full (value));
  endif
endfunction

function value = choose (fname, name, value, allowed)
  k = [];
  if (ischar (value) && (! isempty (value) || rows (allowed) == 1))
    k = find (any (strcmpi (value, allowed), 1), 1);
  endif
  if (isempty (k))
    error (["autoencoder:" fname ":value"], "%s: %s must be one of %s; got %s", ...
           fname, name, strjoin (allowed(1,:), ", "), text_describe (value));
  endif
  value = allowed{1,k};
endfunction

function t = is_number (v)
  t = isnumeric (v) && isscalar (v) && isreal (v) && isfinite (v);
endfunction

function t = is_range (v)
  t = isnumeric (v) && numel (v) == 2 && isreal (v) && all (isfinite (v)) && v(1) < v(2);
endfunction

function t = is_wholes (v, counts, lowest)
  t = isnumeric (v) && any (numel (v) == counts) && isreal (v) && all (v(:) >= lowest & v(:) == fix (v(:)) & v(:) < 2^24);
endfunction
