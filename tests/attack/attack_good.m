## [passed, failed] = attack_good ()
##
## Every public function has a good call in attack_cases, every MEX function one
## in attack_gateway_calls, and it gives a result: else its spoilt calls would
## show nothing.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [passed, failed] = attack_good ()
  ## These say no to everybody.
  refusing = {"@Autoencoder/generateSimulink", "@Autoencoder/subsasgn"};
  cases = attack_cases ();
  passed = failed = 0;
  for name = setdiff (attack_functions (), {cases.name})
    printf ("no good call of %s is known: add a row to tests/attack/attack_cases.m\n", name{1});
    failed++;
  endfor
  for name = setdiff (attack_gateways ("names"), attack_gateway_calls ()(:,1))
    printf ("no good call of %s is known: add a row to tests/attack/attack_gateway_calls.m\n", name{1});
    failed++;
  endfor
  for c = cases(! ismember ({cases.name}, refusing))
    try
      out = cell (1, c.nargout);
      [~] = evalc ("[out{:}] = attack_feval (c.name, c.args);");
      passed++;
    catch err
      printf ("the good call of %s in tests/attack/attack_cases.m is refused: %s\n", c.name, err.message);
      failed++;
    end_try_catch
    close ("all", "force");
  endfor
  for call = attack_gateway_calls ()'
    try
      out = cell (1, call{3});
      [out{:}] = feval (call{1}, call{2}{:});
      passed++;
    catch err
      printf ("a good call of %s in tests/attack/attack_gateway_calls.m is refused: %s\n", call{1}, err.message);
      failed++;
    end_try_catch
  endfor
endfunction
