## [p, out] = minimize_lbfgs (objective, p, opt, state)
##
## L-BFGS (Nocedal and Wright, Numerical Optimization, 2nd ed. 2006, algorithm
## 7.5) with a line search for the strong Wolfe conditions.  Arguments and
## results as in minimize_run; opt.Memory: pairs of steps and gradient changes
## that are kept (10).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [p, out] = minimize_lbfgs (objective, p, opt, state)
  if (nargin < 4)
    state = [];
  endif
  memory = struct_get (opt, "Memory", 10);
  [p, out] = minimize_run (@(evaluate, state) lbfgs_step (evaluate, state, memory), objective, p, opt, state);
endfunction

function [state, ok] = lbfgs_step (evaluate, state, memory)
  if (! isfield (state, "S"))
    [state.S, state.Y] = deal (zeros (numel (state.g), 0));
  endif
  d = minimize_direction (state.S, state.Y, state.g);
  t = 1;
  if (columns (state.S) == 0)
    t = min (1, 1 / sum (abs (state.g)));
  endif
  [x, f, g, count] = minimize_wolfe (evaluate, double (state.p), state.f, state.g, d, t);
  state.evaluations += count;
  ok = f < state.f;
  if (! ok && columns (state.S) > 0)
    [state.S, state.Y] = deal (zeros (numel (state.g), 0)); # once more, down the gradient
    [state, ok] = lbfgs_step (evaluate, state, memory);
    return;
  elseif (! ok)
    return;
  endif
  s = x - double (state.p);
  y = g - state.g;
  if (s' * y > eps * (y' * y))
    from = max (1, columns (state.S) + 2 - memory);
    state.S = [state.S(:,from:end), s];
    state.Y = [state.Y(:,from:end), y];
  endif
  state.p = x;
  state.f = f;
  state.g = g;
endfunction
