## [net, history] = fit_run (run, data, opt)
##
## The epochs of a training run.  While it lasts Ctrl-C only sets a flag, which
## is looked at between slices.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [net, history] = fit_run (run, data, opt)
  fit_warn ("range", run, data, opt);
  show = fit_progress ("start", run, data, opt);
  __ae_interrupt__ ("hold");
  unwind_protect
    if (opt.full_batch)
      run = fit_full_batch (run, data, opt, show);
    else
      run = epochs (run, data, opt, show);
    endif
  unwind_protect_cleanup
    __ae_interrupt__ ("release");
  end_unwind_protect
  run = take_best (run, opt);
  fit_warn ("end", run, data, opt);
  [net, history] = finish (run, opt);
endfunction

function run = epochs (run, data, opt, show)
  saved = tic ();
  while (run.epoch < run.last_epoch && strcmp (run.stopped, "epochs"))
    rate = fit_rate (run, opt);
    [run, saved] = one_epoch (run, data, opt, rate, show, saved);
    if (! strcmp (run.stopped, "epochs"))
      break;
    endif
    run = fit_record (run, data, opt, run.loss_sum / run.samples, rate, show);
    if (opt.Revive && run.epoch < run.last_epoch && strcmp (run.stopped, "epochs"))
      run = fit_revive (run, data, opt, "epoch");
    endif
    run.first = 0;
    run.loss_sum = 0;
    run.samples = 0;
    run.seconds = 0;
    if (! isempty (opt.Checkpoint) && (mod (run.epoch, opt.CheckpointEpochs) == 0 || run.epoch >= run.last_epoch
                                       || ! strcmp (run.stopped, "epochs")))
      fit_checkpoint (run, data, opt);
      saved = tic ();
    endif
  endwhile
  if (strcmp (run.stopped, "interrupt") && ! isempty (opt.Checkpoint))
    fit_checkpoint (run, data, opt);
  endif
endfunction

## Slices until all minibatches of the epoch are done.
function [run, saved] = one_epoch (run, data, opt, rate, show, saved)
  batches = ceil (data.n / opt.BatchSize);
  while (run.first < batches)
    run = fit_slice (run, data, opt, rate);
    if (! strcmp (run.stopped, "epochs"))
      return;
    endif
    fit_progress ("slice", run, data, opt, show);
    if (__ae_interrupt__ ("check"))
      run.stopped = "interrupt";
      return;
    endif
    if (! isempty (opt.Checkpoint) && run.first < batches && toc (saved) > opt.CheckpointSeconds)
      fit_checkpoint (run, data, opt);
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
  net.layers = unpack_parameters (net.layers, run.p);
  if (! opt.full_batch)
    net.layers = keep_slots (net.layers, run.state);
  endif
  net.training = struct ("optimizer", opt.Optimizer, "steps", run.steps, "epochs", run.epoch, ...
                         "seed", run.seed, "scale", run.scale);
  history = run.history;
  net.fit_seconds = field_or (net, "fit_seconds", 0) * opt.Continue + sum (history.seconds);
  history.stopped = run.stopped;
  history.best_epoch = run.best.epoch;
  history.seed = run.seed;
endfunction

## Each layer keeps the rows of the optimizer's state that belong to it.
function layers = keep_slots (layers, state)
  at = 0;
  for i = 1:numel (layers)
    n = numel (pack_parameters (layers(i)));
    layers(i).slots = state(at+1:at+n,:);
    at += n;
  endfor
endfunction
