## run = fit_attempt (run, what, action, ...)
##
## Something that training can do without, such as a line of the log: when
## action (...) fails, a warning autoencoder:ae_fit:<what> says so, once a run.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_attempt (run, what, action, varargin)
  try
    action (varargin{:});
  catch err
    if (! any (strcmp (what, run.failed)))
      run.failed{end+1} = what;
      text_warning (["autoencoder:ae_fit:" what], "%s (training goes on)", err.message);
    endif
  end_try_catch
endfunction
