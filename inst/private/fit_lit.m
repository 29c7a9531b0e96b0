## data = fit_lit (run, data, opt)
##
## What the targets of a net with a relu output tell about each of its elements,
## in data.lit, for fit_dead and fit_revive:
##
##   constant   what it should be when it can be only one number: the one with
##              the least loss, the mean of the targets (for the loss mae, the
##              median of 2,048)
##   often      whether one in a hundred of 2,048 samples lights it
##
## Both are empty where no element is to be revived.  One pass over an array
## in memory (the mean is that of all samples); of a source 2,048 samples tell.
## Missing targets do not count.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function data = fit_lit (run, data, opt)
  data.lit = struct ("constant", [], "often", []);
  if (! opt.Revive || opt.full_batch)
    return;
  endif
  t = data.T;
  if (isempty (t))
    t = data.X;
  endif
  m = min (2048, data.n);
  some = as_seen (run, data, samples_take (t, 1 + floor ((0:m-1) * data.n / m)));
  data.lit.often = mean (some > 0, 2) >= 0.01;
  best = NaN;
  if (! strcmp (opt.Loss, "mae") && ! samples_is_source (t))
    best = as_seen (run, data, mean_of_all (t, data.n));
  endif
  if (! all (isfinite (best)))
    best = best_constant (some, opt.Loss);
  endif
  data.lit.constant = best;
endfunction

## Targets as the engine sees them
function t = as_seen (run, data, t)
  t = cast (scale_apply (scale_out (run.net), t), data.class);
endfunction

## The number with the least loss.
function best = best_constant (t, loss)
  if (strcmp (loss, "mae"))
    best = median (t, 2);
    return;
  endif
  [total, known] = sum_of_known (t);
  best = total ./ max (known, 1);
endfunction

## The mean of each row, in double, without a copy of the whole array.
function m = mean_of_all (t, n)
  m = sum (t, 2, "double") / n;
  if (! any (isnan (m)))
    return;
  endif
  total = known = 0;
  for from = 1:65536:n
    [s, k] = sum_of_known (t(:,from:min (from + 65535, n)));
    total += s;
    known += k;
  endfor
  m = total ./ max (known, 1);
endfunction

function [total, known] = sum_of_known (t)
  there = ! isnan (t);
  t(! there) = 0;
  total = sum (t, 2, "double");
  known = sum (there, 2);
endfunction
