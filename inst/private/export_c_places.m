## [places, room] = export_c_places (steps, moves)
##
## Where a C function for the steps keeps its values: "x" (what enters), "y" (what
## leaves), or "work + 123"; places{k+1} is that of value k, room how many numbers
## work must have.  Steps that do not move numbers (moves(k) is false) leave them
## where they are.  A place is free again behind the last step that takes its value.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [places, room] = export_c_places (steps, moves)
  needed = last_use (steps, moves);
  slot_of = zeros (1, numel (steps) + 1); # 0: x, -1: y, else a place in work
  busy = sizes = zeros (1, 0);
  for k = 1:numel (steps)
    if (! moves(k))
      slot_of(k+1) = slot_of(steps(k).from + 1);
    elseif (isinf (needed(k+1)))
      slot_of(k+1) = -1;
    else
      slot = find ([busy < k, true], 1);
      sizes(slot) = max (prod (steps(k).out), [sizes, 0](slot));
      busy(slot) = needed(k+1);
      slot_of(k+1) = slot;
    endif
  endfor
  starts = [0, cumsum(sizes)];
  room = starts(end);
  in_work = regexprep (arrayfun (@(n) sprintf ("work + %d", n), starts, "UniformOutput", false), ' \+ 0$', "");
  places = [{"y", "x"}, in_work](slot_of + 2);
endfunction

## The last step that takes each value, or what is the same numbers; Inf: it leaves.
function needed = last_use (steps, moves)
  needed = [zeros(1, numel (steps)), Inf];
  for k = numel (steps):-1:1
    when = k;
    if (! moves(k))
      when = needed(k+1);
    endif
    for v = steps(k).from + 1
      needed(v) = max (needed(v), when);
    endfor
  endfor
endfunction
