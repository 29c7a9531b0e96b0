## run = fit_record (run, data, opt, loss, rate, show)
##
## Ends an epoch (or an iteration over all data) with that loss: validation,
## history, best weights, patience, log, progress, plot, callback.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_record (run, data, opt, loss, rate, show)
  started = tic ();
  val_loss = NaN;
  if (! isempty (data.VX))
    job = fit_job (run, opt);
    job.inference = 1;
    job.l1 = job.l2 = 0; # as Keras and PyTorch people compare: the data's loss
    val_loss = __ae_objective__ (run.p, run.spec, run.net.input_size, data.VX, data.VT, job);
  endif
  run.epoch++;
  run.seconds += toc (started);
  h = run.history;
  run.history = struct ("loss", [h.loss loss], "val_loss", [h.val_loss val_loss], ...
                        "seconds", [h.seconds run.seconds], "learn_rate", [h.learn_rate rate]);
  run = judge (run, opt, ifelse_nan (val_loss, loss));
  if (! isempty (opt.Log))
    run = fit_attempt (run, "log", @write_log, run, opt);
  endif
  fit_progress ("epoch", run, data, opt, show);
  if (opt.Plot && have_display ())
    run = fit_attempt (run, "plot", @draw_history, run.history);
  endif
  if (! isempty (opt.Callback))
    run = ask_callback (run, opt);
  endif
endfunction

function v = ifelse_nan (v, other)
  if (isnan (v))
    v = other;
  endif
endfunction

## Best so far, patience, and the plateau of the learning rate.
function run = judge (run, opt, loss)
  if (loss < run.best.loss - opt.MinDelta)
    run.best = struct ("loss", loss, "epoch", run.epoch, "p", run.p);
    run.wait = 0;
  else
    run.wait++;
  endif
  if (! isempty (opt.Patience) && run.wait >= opt.Patience)
    run.stopped = "patience";
  endif
  if (loss < run.plateau.best)
    run.plateau = struct ("best", loss, "wait", 0);
  else
    run.plateau.wait++;
  endif
  if (strcmp (opt.LearnRateSchedule, "plateau") && run.plateau.wait >= opt.ScheduleEvery)
    run.scale *= opt.ScheduleFactor;
    run.plateau.wait = 0;
  endif
endfunction

function write_log (run, opt)
  fresh = run.epoch == run.start_epoch + 1 && isempty (opt.Resume) && ! opt.Continue;
  text = "";
  if (fresh)
    text = "epoch,loss,val_loss,seconds,learn_rate\n";
  endif
  h = run.history;
  text = [text sprintf("%d,%.9g,%.9g,%.3f,%.9g\n", run.epoch, h.loss(end), h.val_loss(end), h.seconds(end), ...
                       h.learn_rate(end))];
  fit_log (opt.Log, {"at", "wt"}{1 + fresh}, text);
endfunction

function draw_history (history)
  ae_plot_history (history);
  drawnow ();
endfunction

function yes = have_display ()
  yes = ispc () || ismac () || ! isempty (getenv ("DISPLAY")) || ! isempty (getenv ("WAYLAND_DISPLAY"));
endfunction

function run = ask_callback (run, opt)
  try
    if (opt.rank == 0 && call_back (run, opt))
      run.stopped = "callback";
    endif
  catch err
    run.stopped = "error"; # its epoch counts all the same
    run.error = err;
  end_try_catch
  run.stopped = ranks_tell (opt, run.stopped);
endfunction

## True when the callback says stop.  One that returns nothing is fine.
function stop = call_back (run, opt)
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  h = run.history;
  state = struct ("epoch", run.epoch, "loss", h.loss(end), "val_loss", h.val_loss(end), ...
                  "learn_rate", h.learn_rate(end), "seconds", h.seconds(end), "net", net, "history", h);
  stop = false;
  try
    stop = opt.Callback (state);
  catch err
    if (isempty (strfind (err.message, "value on the right hand side of the assignment not defined"))
        && isempty (strfind (err.message, "called with too many outputs")))
      rethrow (err);
    elseif (! isempty (strfind (err.message, "called with too many outputs")))
      opt.Callback (state);
    endif
  end_try_catch
  stop = isscalar (stop) && (islogical (stop) || isnumeric (stop)) && stop != 0;
endfunction
