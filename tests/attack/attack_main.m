## attack_main (first, sample, log)
##
## For tools/attack.sh: as many calls of MEX functions, at most 25,000, and about `sample` of the calls (Inf: all) from number
## `first` on; prints what was wrong and a line "TOTAL passed failed".

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function attack_main (first, sample, log)
  more ("off");
  passed = failed = 0;
  if (first == 1)
    [passed, failed] = attack_good ();
  endif
  n = sum (cellfun (@(name) numel (attack_calls (name)), attack_functions ()));
  step = max (1, floor (n / sample));
  counts = attack_run (first, step, log);
  printf ("%d of %d spoilt calls: %d gave a result, %d were refused, %d were wrong\n", counts.calls, n, ...
          counts.results, counts.refused, counts.wrong);
  others = attack_gateways (min (25000, sample), first, [log ".gateways"]);
  printf ("%d calls of MEX functions: %d gave a result, %d were refused, %d were wrong\n", others.calls, ...
          others.results, others.refused, others.wrong);
  passed += others.calls - others.wrong;
  failed += others.wrong;
  printf ("TOTAL %d %d\n", passed + counts.calls - counts.wrong, failed + counts.wrong);
endfunction
