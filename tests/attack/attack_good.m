## [passed, failed] = attack_good ()
##
## Every public function has a good call in attack_cases, and it gives a result:
## else its spoilt calls would show nothing.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [passed, failed] = attack_good ()
  cases = attack_cases ();
  passed = failed = 0;
  for name = setdiff (attack_functions (), {cases.name})
    printf ("no good call of %s is known: add a row to tests/attack/attack_cases.m\n", name{1});
    failed++;
  endfor
  for c = cases
    try
      out = cell (1, c.nargout);
      [~] = evalc ("[out{:}] = feval (c.name, c.args{:});");
      passed++;
    catch err
      printf ("the good call of %s in tests/attack/attack_cases.m is refused: %s\n", c.name, err.message);
      failed++;
    end_try_catch
    close ("all", "force");
  endfor
endfunction
