## [net, history] = fit_run (run, data, opt)
##
## The epochs of a training run.  While it lasts Ctrl-C only sets a flag, which
## is looked at between slices.
##
## An error loses nothing that was learnt: after the first step it ends training
## as Ctrl-C does, with a warning.  The log, the plot and the checkpoints are
## things that training can do without (fit_attempt).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [net, history] = fit_run (run, data, opt)
  fit_warn ("range", run, data, opt);
  show = fit_progress ("start", run, data, opt);
  run.begun = run.steps;
  data = fit_lit (run, data, opt);
  __ae_interrupt__ ("hold"); # until the net is whole: what Octave takes between two slices would cost it
  unwind_protect
    if (opt.full_batch)
      run = full_batch (run, data, opt, show);
    else
      if (opt.Revive && run.fresh)
        run = fit_revive_start (run, data, opt);
      endif
      run = epochs (run, data, opt, show);
    endif
    run = take_best (run, opt);
    run = revive_at_end (run, data, opt);
    run = fit_attempt (run, "advice", @fit_warn, "end", run, data, opt);
    [net, history] = finish (run, opt);
  unwind_protect_cleanup
    __ae_interrupt__ ("release");
  end_unwind_protect
endfunction

function run = epochs (run, data, opt, show)
  saved = tic ();
  while (run.epoch < run.last_epoch && strcmp (run.stopped, "epochs"))
    rate = rate_of_epoch (run, opt);
    [run, saved] = one_epoch (run, data, opt, rate, show, saved);
    if (! strcmp (run.stopped, "epochs"))
      break;
    endif
    run = revive (run, data, opt);
    if (strcmp (run.stopped, "epochs"))
      run = record (run, data, opt, run.loss_sum / run.samples, rate, show);
    endif
    run.first = 0;
    run.loss_sum = 0;
    run.samples = 0;
    run.seconds = 0;
    if (! isempty (opt.Checkpoint) && (mod (run.epoch, opt.CheckpointEpochs) == 0 || run.epoch >= run.last_epoch
                                       || ! strcmp (run.stopped, "epochs")))
      run = checkpoint (run, data, opt);
      saved = tic ();
    endif
  endwhile
  if (strcmp (run.stopped, "interrupt") && ! isempty (opt.Checkpoint))
    run = checkpoint (run, data, opt);
  endif
endfunction

function run = checkpoint (run, data, opt)
  run = fit_attempt (run, "checkpoint", @fit_checkpoint, run, data, opt);
endfunction

function run = record (run, data, opt, loss, rate, show)
  try
    run = fit_record (run, data, opt, loss, rate, show);
  catch err
    run = ended_by (run, err, opt);
  end_try_catch
endfunction

function run = revive (run, data, opt)
  started = tic ();
  try
    if (fit_revive_due (run, data, opt))
      run = fit_revive (run, data, opt);
    endif
  catch err
    run = ended_by (run, err, opt);
  end_try_catch
  run.seconds += toc (started);
endfunction

## Output pixels that are still dark, when there is anything to return
function run = revive_at_end (run, data, opt)
  if (! opt.Revive || opt.full_batch || run.steps == run.begun || any (strcmp (run.stopped, {"nonfinite", "error"})))
    return;
  endif
  try
    run = fit_revive (run, data, opt, true);
  catch err
    run = fit_attempt (run, "revive", @rethrow, err);
  end_try_catch
endfunction

function run = ended_by (run, err, opt)
  ranks_abort (opt, err);
  if (run.steps == run.begun)
    rethrow (err); # nothing was learnt yet
  endif
  run.stopped = "error";
  run.error = err;
endfunction

## Slices until all minibatches of the epoch are done.
function [run, saved] = one_epoch (run, data, opt, rate, show, saved)
  batches = ceil (data.n / opt.BatchSize);
  while (run.first < batches)
    try
      [~, most] = fit_revive_due (run, data, opt);
      run = fit_slice (run, data, opt, rate, most);
    catch err
      run = ended_by (run, err, opt);
    end_try_catch
    if (run.first < batches && strcmp (run.stopped, "epochs"))
      run = revive (run, data, opt);
    endif
    if (! strcmp (run.stopped, "epochs"))
      return;
    endif
    fit_progress ("slice", run, data, opt, show);
    if (fit_interrupted (opt))
      run.stopped = "interrupt";
      return;
    endif
    if (! isempty (opt.Checkpoint) && run.first < batches && toc (saved) > opt.CheckpointSeconds)
      run = checkpoint (run, data, opt);
      saved = tic ();
    endif
  endwhile
endfunction

## Under Patience the weights of the best epoch, else those of the last.
function run = take_best (run, opt)
  if (! isempty (opt.Patience) && run.best.epoch > 0 && ! strcmp (run.stopped, "nonfinite"))
    run.p = run.best.p;
  endif
endfunction

function [net, history] = finish (run, opt)
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  if (! opt.full_batch)
    net.layers = keep_slots (net.layers, run.state);
  endif
  net.training = struct ("optimizer", opt.Optimizer, "steps", run.steps, "epochs", run.epoch, ...
                         "seed", run.seed, "scale", run.scale);
  history = run.history;
  net.fit_seconds = struct_get (net, "fit_seconds", 0) * opt.Continue + sum (history.seconds);
  history.stopped = run.stopped;
  history.best_epoch = run.best.epoch;
  history.seed = run.seed;
  if (! isempty (opt.Parallel))
    history.rank = opt.rank;
    history.ranks = opt.ranks;
  endif
endfunction

## Each layer keeps the rows of the optimizer's state that belong to it.
function layers = keep_slots (layers, state)
  at = 0;
  for i = 1:numel (layers)
    n = numel (net_pack (layers(i)));
    layers(i).slots = state(at+1:at+n,:);
    at += n;
  endfor
endfunction

## The learning rate of the epoch to come
function rate = rate_of_epoch (run, opt)
  epoch = run.epoch; # epochs done before
  factors = struct ("constant", 1, ...
                    "step", opt.ScheduleFactor ^ floor (epoch / opt.ScheduleEvery), ...
                    "cosine", (1 + cos (pi * epoch / max (run.last_epoch, 1))) / 2, ...
                    "plateau", run.scale);
  rate = opt.LearnRate * factors.(opt.LearnRateSchedule);
endfunction

## L-BFGS or scaled conjugate gradients over all data at once; an iteration
## counts as an epoch.
function run = full_batch (run, data, opt, show)
  solver = struct ("lbfgs", @minimize_lbfgs, "scg", @minimize_scg).(opt.Optimizer);
  job = fit_job (run, opt);
  job.epoch = 1; # the same noise in every call: one function is minimised
  trained = net_trained (run.net.layers);
  objective = @(q) whole_set (q, trained, run, data, job, opt);
  while (run.epoch < run.last_epoch && strcmp (run.stopped, "epochs"))
    started = tic ();
    try
      [q, out] = solver (objective, run.p(trained), struct ("MaxIter", 1), run.solver);
    catch err
      run.stopped = "interrupt"; # in the middle of an iteration: the one before counts
      if (! strcmp (err.identifier, "autoencoder:ae_fit:interrupt"))
        run = ended_by (run, err, opt);
      endif
      break;
    end_try_catch
    run.p(trained) = cast (q, data.class);
    run.p = net_tie (run.p, run.net.layers);
    run.solver = out.state;
    run.steps++;
    run.seconds = toc (started);
    if (strcmp (out.reason, "nonfinite"))
      run.stopped = "nonfinite";
      run.bad = struct ("epoch", run.epoch + 1, "batch", 1, "loss", NaN, "rate", opt.LearnRate);
      return;
    endif
    ranks_same (run, opt);
    run = record (run, data, opt, out.f(end), NaN, show);
    if (any (strcmp (out.reason, {"converged", "linesearch"})))
      run.stopped = "converged";
    endif
    if (! isempty (opt.Checkpoint) && (mod (run.epoch, opt.CheckpointEpochs) == 0 || ! strcmp (run.stopped, "epochs")))
      run = checkpoint (run, data, opt);
    endif
  endwhile
endfunction

## Loss and gradient over all data; Ctrl-C leaves between two of them.
function [f, g] = whole_set (q, trained, run, data, job, opt)
  if (fit_interrupted (opt))
    error ("autoencoder:ae_fit:interrupt", "ae_fit: interrupted");
  endif
  p = run.p;
  p(trained) = q;
  p = net_tie (p, run.net.layers);
  if (nargout < 2)
    f = __ae_objective__ (p, run.spec, run.net.input_size, data.X, data.T, job);
    return;
  endif
  [f, g] = __ae_objective__ (p, run.spec, run.net.input_size, data.X, data.T, job);
  g = double (g(trained));
endfunction
