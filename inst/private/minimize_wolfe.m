## [x, f, g, count] = minimize_wolfe (evaluate, x, f, g, d, t)
##
## A point x + t d that meets the strong Wolfe conditions (Nocedal and Wright,
## 2nd ed. 2006, algorithms 3.5 and 3.6, with cubic interpolation), from a
## first guess of t.  When there is none to be found, the best point with
## sufficient decrease, else the point that was given.  A trial point that is
## not finite (f Inf) is the far end of the interval.  count: evaluations.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [x, f, g, count] = minimize_wolfe (evaluate, x, f, g, d, t)
  armijo = 1e-4;
  curvature = 0.9;
  start = struct ("t", 0, "f", f, "slope", g' * d, "x", x, "g", g);
  lo = start;
  hi = struct ("t", Inf, "f", Inf, "slope", NaN, "x", [], "g", []);
  limit = 40 * (start.slope < 0);
  for count = 1:limit
    trial = point_at (evaluate, start, d, t);
    if (! (trial.f <= start.f + armijo * t * start.slope && trial.f < lo.f))
      hi = trial;
    else
      if (trial.slope * (hi.t - lo.t) >= 0)
        hi = lo;
      endif
      lo = trial;
      if (abs (trial.slope) <= -curvature * start.slope)
        break;
      endif
    endif
    t = next_length (lo, hi);
    if (isfinite (hi.t) && abs (hi.t - lo.t) <= 1e-12 * max (hi.t, lo.t))
      break;
    endif
  endfor
  count = max ([count, 0]);
  [x, f, g] = deal (lo.x, lo.f, lo.g);
endfunction

function trial = point_at (evaluate, start, d, t)
  [f, g, x] = evaluate (start.x + t * d);
  trial = struct ("t", t, "f", f, "slope", g' * d, "x", x, "g", g);
endfunction

## Farther out while no far end is known, else inside the interval: the
## minimum of the cubic through both ends, kept from them by a tenth.
function t = next_length (lo, hi)
  if (isinf (hi.t))
    t = 4 * lo.t;
    return;
  endif
  width = hi.t - lo.t;
  share = 0.1;
  if (isfinite (hi.f))
    a = lo.slope + hi.slope - 3 * (hi.f - lo.f) / width;
    b = sign (width) * sqrt (max (a ^ 2 - lo.slope * hi.slope, 0));
    share = 1 - (hi.slope + b - a) / (hi.slope - lo.slope + 2 * b);
  endif
  if (! isfinite (share))
    share = 0.5;
  endif
  t = lo.t + width * min (max (share, 0.1), 0.9);
endfunction
