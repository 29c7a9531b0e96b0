## run = fit_full_batch (run, data, opt, show)
##
## L-BFGS or scaled conjugate gradients over all data at once; an iteration
## counts as an epoch.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_full_batch (run, data, opt, show)
  solver = struct ("lbfgs", @minimize_lbfgs, "scg", @minimize_scg).(opt.Optimizer);
  job = fit_job (run, opt);
  job.epoch = 1; # the same noise in every call: one function is minimised
  trained = trained_parameters (run.net.layers);
  objective = @(q) whole_set (q, trained, run, data, job);
  while (run.epoch < run.last_epoch && strcmp (run.stopped, "epochs"))
    started = tic ();
    try
      [q, out] = solver (objective, run.p(trained), struct ("MaxIter", 1), run.solver);
    catch err
      if (! strcmp (err.identifier, "autoencoder:ae_fit:interrupt"))
        rethrow (err);
      endif
      run.stopped = "interrupt"; # in the middle of an iteration: the one before counts
      break;
    end_try_catch
    run.p(trained) = cast (q, data.class);
    run.p = tie_parameters (run.p, run.net.layers);
    run.solver = out.state;
    run.steps++;
    run.seconds = toc (started);
    if (strcmp (out.reason, "nonfinite"))
      run.stopped = "nonfinite";
      run.bad = struct ("epoch", run.epoch + 1, "batch", 1, "loss", NaN, "rate", opt.LearnRate);
      return;
    endif
    run = fit_record (run, data, opt, out.f(end), NaN, show);
    if (any (strcmp (out.reason, {"converged", "linesearch"})))
      run.stopped = "converged";
    endif
    if (! isempty (opt.Checkpoint) && (mod (run.epoch, opt.CheckpointEpochs) == 0 || ! strcmp (run.stopped, "epochs")))
      fit_checkpoint (run, data, opt);
    endif
  endwhile
endfunction

## Loss and gradient over all data; Ctrl-C leaves between two of them.
function [f, g] = whole_set (q, trained, run, data, job)
  if (__ae_interrupt__ ("check"))
    error ("autoencoder:ae_fit:interrupt", "ae_fit: interrupted");
  endif
  p = run.p;
  p(trained) = q;
  p = tie_parameters (p, run.net.layers);
  if (nargout < 2)
    f = __ae_objective__ (p, run.spec, run.net.input_size, data.X, data.T, job);
    return;
  endif
  [f, g] = __ae_objective__ (p, run.spec, run.net.input_size, data.X, data.T, job);
  g = double (g(trained));
endfunction
