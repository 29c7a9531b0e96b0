## run = fit_slice (run, data, opt, rate, most = Inf)
##
## Half a second of minibatches, or `most` of them.  When a loss or a weight is no longer a
## number, run.stopped becomes "nonfinite" and run.p holds the last weights
## whose loss was one: C's steps are repeatable, so they are found by taking the
## slice again, with fewer steps.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_slice (run, data, opt, rate, most = Inf)
  before = run;
  before.previous = []; # one slice back is enough
  [run, progress] = fit_advance (run, data, opt, rate, most);
  ranks_same (run, opt);
  good = progress(1);
  if (! progress(4) && __ae_finite__ (run.p) == 0)
    run.previous = struct ("run", before, "rate", rate, "steps", good);
    return;
  endif
  bad = struct ("epoch", run.epoch + 1, "batch", before.first + good + 1, "loss", progress(5), "rate", rate);
  previous = before_of (run, before, good, rate);
  if (isempty (previous))
    run = before; # the first minibatch of all: nothing was learnt
  else
    run = fit_advance (previous.run, data, opt, previous.rate, previous.steps);
  endif
  run.stopped = "nonfinite";
  run.bad = bad;
endfunction

## Where to start again, and how many steps: one fewer than were taken, since
## the loss after the last step was not finite.
function previous = before_of (run, before, good, rate)
  previous = struct ("run", before, "rate", rate, "steps", good - 1);
  if (good == 0)
    previous = run.previous;
    if (! isempty (previous))
      previous.steps--;
    endif
  endif
endfunction
