## [run, progress] = fit_advance (run, data, opt, rate, most)
##
## A slice of minibatches: opt.slice_seconds long, or, when `most` is finite,
## exactly so many steps (fewer when the epoch ends before).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [run, progress] = fit_advance (run, data, opt, rate, most)
  job = fit_job (run, opt);
  job.rate = rate;
  progress = zeros (1, 5);
  if (opt.ranks > 1 && ! isfinite (most)) # all ranks take as many steps, whatever their clocks say
    most = -ranks_agree (opt, -max (1, floor (opt.slice_seconds / run.pace)));
  endif
  if (isfinite (most))
    job.max_steps = most;
    job.seconds = 1e6;
  endif
  started = tic ();
  if (job.max_steps > 0)
    [run.p, run.state, progress] = __ae_train__ (run.p, run.spec, run.net.input_size, data.X, data.T, run.state, job);
    run.loss_sum = progress(3);
  endif
  run.steps += progress(1);
  run.first += progress(1);
  run.samples += progress(2);
  run.seconds += toc (started);
  run.pace = toc (started) / max (progress(1), 1);
endfunction
