## run = fit_attempt (run, what, action, ...)
##
## Something that training can do without, such as a line of the log: when
## action (...) fails, a warning autoencoder:ae_fit:<what> says so, once a run.
## Where warnings are errors (warning ("error", id)) it is printed: such an error
## would take the net with it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_attempt (run, what, action, varargin)
  try
    action (varargin{:});
  catch err
    if (! any (strcmp (what, run.failed)))
      run.failed{end+1} = what;
      try
        text_warning (["autoencoder:ae_fit:" what], "%s (the net is trained all the same)", err.message);
      catch
        fprintf (stderr, "warning: %s\n", err.message);
      end_try_catch
    endif
  end_try_catch
endfunction
