## text_warning (id, template, ...): a warning without the list of callers

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text_warning (id, varargin)
  was = warning ("query", "backtrace");
  warning ("off", "backtrace");
  unwind_protect
    warning (id, varargin{:});
  unwind_protect_cleanup
    warning (was.state, "backtrace");
  end_unwind_protect
endfunction
