## show = fit_progress ("start", run, data, opt)
## fit_progress ("slice" | "epoch", run, data, opt, show)
##
## Progress: on a terminal a bar that grows with every slice, elsewhere one line
## an epoch, with Verbose 0 nothing.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function show = fit_progress (event, run, data, opt, show)
  if (strcmp (event, "start"))
    if (opt.Verbose > 0 && isscalar (run.net.input_size) && samples_size (data.X) > 5 * data.n)
      printf ("ae_fit: %d features, %d samples (samples are columns; if it is the other way round, transpose: X')\n", ...
              samples_size (data.X), data.n);
    endif
    show = struct ("terminal", opt.Verbose == 1 && __ae_terminal__ (0) > 0 && ! opt.full_batch, ...
                   "columns", text_columns ());
    return;
  endif
  if (opt.Verbose == 0 || (strcmp (event, "slice") && ! show.terminal))
    return;
  endif
  if (strcmp (event, "slice"))
    text = line (run.epoch + 1, run, run.samples, data.n, run.seconds, run.loss_sum / run.samples, NaN, show);
  else
    h = run.history;
    text = [line(run.epoch, run, data.n, data.n, h.seconds(end), h.loss(end), h.val_loss(end), show) "\n"];
  endif
  if (show.terminal)
    text = ["\r" text];
  endif
  fputs (stdout, text);
  fflush (stdout);
endfunction

function text = line (epoch, run, done, n, seconds, loss, val_loss, show)
  head = sprintf ("Epoch %*d/%d", numel (sprintf ("%d", run.last_epoch)), epoch, run.last_epoch);
  figures = {sprintf("%.1f s", seconds), sprintf("loss %.5f", loss)};
  if (! isnan (val_loss))
    figures{end+1} = sprintf ("val_loss %.5f", val_loss);
  endif
  if (show.terminal)
    text = text_progress (head, done, n, figures, show.columns);
  else
    text = [head, sprintf("  %s", figures{:})];
  endif
endfunction
