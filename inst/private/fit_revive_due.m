## [due, wait] = fit_revive_due (run, data, opt)
##
## Is it time to look for dead units (fit_revive), and how many steps may be
## taken until then?  Most die within the first steps, so it is looked for them
## after 10, 30 and 100 steps, then at the end of each epoch (of short ones,
## whenever another hundred steps is full).  That is a matter of the number of
## steps alone, not of how training was cut up.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [due, wait] = fit_revive_due (run, data, opt)
  early = [10 30 100];
  due = false;
  wait = Inf;
  if (! opt.Revive || opt.full_batch)
    return;
  endif
  batches = ceil (data.n / opt.BatchSize);
  looks = @(steps) sum (steps >= early) + floor (steps / 100);
  if (run.first < batches)
    due = any (run.steps == early);
  else
    due = looks (run.steps) > looks (run.steps - batches);
  endif
  wait = min ([early(early > run.steps) - run.steps, Inf]);
endfunction
