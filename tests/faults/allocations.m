## allocations (every)
##
## Makes good calls of every MEX function and every public function, and has the
## k-th allocation fail in each, for k = 0, 1, ... until the call succeeds: it
## must raise an error or a warning that speaks of memory, or give the right
## result all the same, hold no block of the core afterwards, and give the same
## bits as before when it is made again.  In MEX functions each `every`-th
## allocation of anybody fails, Octave's own as well; in public ones each of the
## core's (with `every` above 1 public functions are left out).  Prints what was
## wrong and "N passed, N failed".
##
## Octave has to be started by tools/allocations.sh: fail_alloc.c stands between
## the package and the C library.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function allocations (every = 1)
  more ("off");
  total = struct ("calls", 0, "points", 0, "wrong", 0);
  for c = attack_gateway_calls ()'
    [name, args, outputs] = c{:};
    total = sum_of (total, try_points (name, @(k) call_mex (k, name, args, outputs), every));
  endfor
  printf ("MEX functions: %d calls, %d allocations refused\n", total.calls, total.points);
  before = total;
  for c = attack_cases ()(1:end * (every == 1))
    total = sum_of (total, try_points (c.name, @(k) call_public (k, c), 1));
  endfor
  printf ("public functions: %d calls, %d allocations refused\n", total.calls - before.calls, total.points - before.points);
  printf ("%d passed, %d failed\n", total.calls - total.wrong, total.wrong);
endfunction

function total = sum_of (total, one)
  for name = fieldnames (total)'
    total.(name{1}) += one.(name{1});
  endfor
endfunction

## One call at all its points of failure.
function counts = try_points (name, call, every)
  counts = struct ("calls", 1, "points", 0, "wrong", 0);
  try
    call (-1);
    right = call (-1);
  catch
    return; # one that says no to everybody, or a second time (a folder is there)
  end_try_catch
  [~, held] = fail_alloc ();
  k = 0;
  do
    err = [];
    lastwarn ("");
    try
      out = call (k);
    catch err
    end_try_catch
    [refused, now] = fail_alloc ();
    if (now != held)
      why = sprintf ("%d blocks are held afterwards", now - held);
    elseif (isempty (err) && isempty (regexp (lastwarn (), "memory", "once")))
      why = {"it gave another result without a word", ""}{1 + same(out, right)};
    elseif (isempty (err))
      why = "";
    else
      why = judge_error (err, refused);
    endif
    counts.points += refused;
    k += every;
  until (! refused || ! isempty (why))
  if (isempty (why) && ! same (call (-1), right))
    why = "the next call gave another result";
  endif
  if (! isempty (why))
    printf ("%s, allocation %d: %s\n", name, k - every, why);
    counts.wrong = 1;
  endif
endfunction

function why = judge_error (err, refused)
  why = "";
  if (! refused || isempty (regexp (err.message, "memory|allocate|dimension too large", "once")))
    why = sprintf ("\"%s\" (%s)", err.message, err.identifier);
  endif
endfunction

function out = call_mex (k, name, args, nargout)
  out = cell (1, nargout);
  [out{:}] = fail_alloc (k, which (name), name, args{:});
endfunction

function out = call_public (k, c)
  rand ("twister", 1);
  randn ("twister", 1);
  out = cell (1, c.nargout);
  fail_alloc (k);
  [~] = evalc ("[out{:}] = attack_feval (c.name, c.args);");
  close ("all", "force");
endfunction

## Equal but for times and the numbers of nodes.
function yes = same (a, b)
  if (isobject (a) && isobject (b))
    [a, b] = deal (struct (a), struct (b));
  endif
  if (! strcmp (class (a), class (b)) || ! isequal (size (a), size (b)))
    yes = false;
  elseif (iscell (a))
    yes = all (cellfun (@same, a(:), b(:)));
  elseif (isstruct (a))
    names = setdiff (fieldnames (a), {"seconds", "fit_seconds", "id"})';
    yes = all (isfield (b, names));
    for name = names(1:end * yes)
      yes = yes && same ({a.(name{1})}, {b.(name{1})});
    endfor
  elseif (is_function_handle (a))
    yes = true;
  else
    yes = isequaln (a, b);
  endif
endfunction
