## [p, out] = minimize_scg (objective, p, opt, state)
##
## Scaled conjugate gradients (Moller, Neural Networks 6, 1993, pages 525-533).
## Arguments and results as in minimize_run.  An iteration is one that lowers
## f: Moller's unsuccessful ones are tries within it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [p, out] = minimize_scg (objective, p, opt, state)
  if (nargin < 4)
    state = [];
  endif
  cls = class (p);
  [p, out] = minimize_run (@(evaluate, state) scg_step (evaluate, state, cls), objective, p, opt, state);
endfunction

function [state, ok] = scg_step (evaluate, state, cls)
  if (! isfield (state, "direction"))
    state = restart (state);
  endif
  d = state.direction;
  down = -(d' * state.g);
  if (! (down > 0))
    state = restart (state);
    d = state.direction;
    down = -(d' * state.g);
  endif
  [bend, count] = curvature (evaluate, state, d, cls);
  state.evaluations += count;
  lambda = state.lambda;
  for attempt = 1:20
    delta = bend + lambda * (d' * d);
    if (delta <= 0) # make the Hessian positive definite
      lambda = 2 * (lambda - delta / (d' * d));
      delta = bend + lambda * (d' * d);
    endif
    [f, g, x] = evaluate (double (state.p) + down / delta * d);
    state.evaluations++;
    gain = 2 * delta * (state.f - f) / down ^ 2; # 1: as the quadratic said
    ok = gain > 0 && f < state.f;
    if (ok)
      break;
    endif
    lambda += delta * (1 - max (gain, -9)) / (d' * d); # not finite: a tenth of the step
  endfor
  if (! ok && state.since > 0)
    [state, ok] = scg_step (evaluate, restart (state), cls);
  elseif (ok)
    state = accept (state, x, f, g, down);
    state.lambda = next_lambda (lambda, gain, delta / (d' * d));
  endif
endfunction

## Down the gradient.
function state = restart (state)
  state.direction = -state.g;
  state.lambda = 1e-6;
  state.since = 0;
endfunction

## d' H d from two gradients.  The step is as long as rounding asks for, in
## single longer than Moller's 1e-4; 0 where the gradient is not finite.
function [bend, count] = curvature (evaluate, state, d, cls)
  x = double (state.p);
  sigma = sqrt (eps (cls)) * (1 + norm (x)) / norm (d);
  [f, g] = evaluate (x + sigma * d);
  count = 1;
  bend = 0;
  if (isfinite (f))
    bend = d' * (g - state.g) / sigma;
  endif
endfunction

function state = accept (state, x, f, g, down)
  state.since++;
  beta = (g' * g - g' * state.g) / down;
  if (mod (state.since, numel (g)) == 0)
    beta = 0;
  endif
  state.direction = beta * state.direction - g;
  state.p = x;
  state.f = f;
  state.g = g;
endfunction

function lambda = next_lambda (lambda, gain, bend)
  if (gain < 0.25)
    lambda += bend * (1 - gain);
  elseif (gain >= 0.75)
    lambda = max (lambda / 4, 1e-15);
  endif
endfunction
