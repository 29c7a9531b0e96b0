## attack_main (first, log, sample, part, parts)
##
## For tools/attack.sh: about `sample` of the spoilt calls (Inf: all), and of
## those each parts-th from number `part` on, as far as they come at number
## `first` or behind it; before them, when it begins, the good calls and as many
## calls of MEX functions, at most 25,000 in all parts.  Prints what was wrong
## and a line "TOTAL passed failed".

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function attack_main (first, log, sample, part, parts)
  more ("off");
  passed = failed = 0;
  if (first <= part)
    if (part == 1)
      [passed, failed] = attack_good ();
    endif
    others = attack_gateways (ceil (min (25000, sample) / parts), part, [log ".gateways"]);
    say ("calls of MEX functions", others);
    passed += others.calls - others.wrong;
    failed += others.wrong;
  endif
  n = sum (cellfun (@(name) numel (attack_calls (name)), attack_functions ()));
  step = max (1, floor (n / sample)) * parts;
  counts = attack_run (first, step, log, part);
  say (sprintf ("of %d spoilt calls", n), counts);
  printf ("TOTAL %d %d\n", passed + counts.calls - counts.wrong, failed + counts.wrong);
endfunction

function say (what, counts)
  printf ("%d %s: %d gave a result, %d were refused, %d were wrong\n", counts.calls, what, counts.results, ...
          counts.refused, counts.wrong);
endfunction
