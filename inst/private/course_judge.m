## text = course_judge (name, got, want, mistakes, tolerance)
##
## What is to be said of a student's result: "" when it is right, else the
## likely mistake.  mistakes has a row {value, message} for each result that a
## known mistake gives; then come the mistakes that can be made anywhere.
## Numbers agree when they differ by at most tolerance (1e-6) times the largest
## of want.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = course_judge (name, got, want, mistakes = cell (0, 2), tolerance = 1e-6)
  if (! (isnumeric (got) || islogical (got)))
    text = sprintf ("%s must be numbers, got class %s", name, class (got));
    return;
  endif
  if (! isempty (got) && ! any (got(:)) && any (want(:)))
    text = sprintf ("%s is 0 throughout: fill in the gap", name);
    return;
  endif
  near = @(a, b) isequal (size (a), size (b)) ...
                 && all (abs (double (a(:)) - b(:)) <= tolerance * max (abs (b(:))));
  if (near (got, want))
    text = "";
    return;
  endif
  known = find (cellfun (@(m) near (got, m), mistakes(:,1)), 1);
  if (! isempty (known))
    text = [name ": " mistakes{known,2}];
  elseif (! isequal (size (got), size (want)))
    text = wrong_size (name, got, want, near);
  else
    text = wrong_values (name, double (got), want, near);
  endif
endfunction

function text = wrong_size (name, got, want, near)
  if (near (got, want'))
    hint = "; your numbers are right, but transposed";
  elseif (isequal (size (got), size (want')))
    hint = ": is it transposed?  Samples are columns here";
  else
    hint = "";
  endif
  text = sprintf ("%s must be %d-by-%d, got %d-by-%d%s", ...
                  name, rows (want), columns (want), rows (got), columns (got), hint);
endfunction

function text = wrong_values (name, got, want, near)
  factor = (want(:)' * got(:)) / sumsq (want(:));
  if (any (isnan (got(:))))
    text = sprintf ("%s has NaN in it: 0/0, or a gap that is not filled in yet", name);
  elseif (near (got, -want))
    text = sprintf ("%s has the wrong sign", name);
  elseif (numel (want) > 1 && isequal (size (want), size (want')) && near (got, want'))
    text = sprintf ("%s is transposed", name);
  elseif (numel (want) > 1 && near (got, factor * want))
    text = sprintf ("%s is %.4g times the right result: what do you divide or multiply by?", name, factor);
  else
    [~, worst] = max (abs (got(:) - want(:)));
    text = sprintf ("%s is not right: it is farthest off at element %d, %.4g in place of %.4g", ...
                    name, worst, got(worst), want(worst));
  endif
endfunction
