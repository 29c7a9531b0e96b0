## [p, out] = minimize_run (step, objective, p, opt, state)
##
## What minimize_lbfgs and minimize_scg share.  [f, g] = objective (p) gives a
## number and its gradient at a column p of any float class; vectors are
## computed with in double.
##
## [state, ok] = step (evaluate, state) is one iteration; ok false: no better
## point was found.  [f, g, x] = evaluate (x) is the objective at x rounded to
## the class of p, in double; f is Inf where anything is not finite.
##
## opt: MaxIter (100, iterations of this call), GradTol (1e-9, largest element
## of the gradient), FunTol (1e-12, relative decrease in an iteration),
## OutputFcn (stop = OutputFcn (state) after each iteration).
##
## out.f: f at the start and after each iteration; out.reason: "converged",
## "maxiter", "stopped" (by OutputFcn), "linesearch" (no decrease to be found,
## as at the end of single precision) or "nonfinite" (already at the start);
## out.state: the struct of plain arrays that goes on from here, given as
## state, bit for bit as if never stopped.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [p, out] = minimize_run (step, objective, p, opt, state)
  evaluate = @(x) value_at (objective, x, class (p));
  if (isempty (state))
    [f, g] = evaluate (p);
    state = struct ("p", p, "f", f, "g", g, "gnorm", norm (g, Inf), "iteration", 0, "evaluations", 1);
  endif
  out = struct ("f", state.f, "reason", first_reason (state, opt), "state", state);
  last = state.iteration + struct_get (opt, "MaxIter", 100);
  output = struct_get (opt, "OutputFcn", @(state) false);
  while (isempty (out.reason) && state.iteration < last)
    old = state.f;
    [state, ok] = step (evaluate, state);
    if (! ok)
      out.reason = "linesearch";
      break;
    endif
    state.iteration++;
    state.gnorm = norm (state.g, Inf);
    state.p = cast (state.p, class (p));
    out.f(end+1) = state.f;
    out.reason = next_reason (state, old, opt);
    if (any (output (state)))
      out.reason = "stopped";
    endif
  endwhile
  if (isempty (out.reason))
    out.reason = "maxiter";
  endif
  out.state = state;
  p = state.p;
endfunction

function reason = first_reason (state, opt)
  reason = "";
  if (! isfinite (state.f))
    reason = "nonfinite";
  elseif (state.gnorm <= struct_get (opt, "GradTol", 1e-9))
    reason = "converged";
  endif
endfunction

function reason = next_reason (state, old, opt)
  reason = first_reason (state, opt);
  if (old - state.f <= struct_get (opt, "FunTol", 1e-12) * max (abs ([old, state.f])))
    reason = "converged";
  endif
endfunction

function [f, g, x] = value_at (objective, x, cls)
  q = cast (x, cls);
  x = double (q);
  f = Inf;
  g = NaN (size (x));
  if (all (isfinite (x)))
    [f, g] = objective (q);
    f = double (f);
    g = double (g(:));
  endif
  if (! (isfinite (f) && all (isfinite (g))))
    f = Inf;
  endif
endfunction
