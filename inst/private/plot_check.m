## s = plot_check (fname, opt)
##
## Raises when no picture can come of the options (plot_options): what can be
## known before the work that it would show.  s: Size as a row of doubles.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function s = plot_check (fname, opt)
  s = opt.Size;
  if (! (isnumeric (s) && isreal (s) && numel (s) == 2 && all (isfinite (s(:)))
         && all (s(:) == fix (s(:))) && all (s(:) >= 50) && all (s(:) <= 10000)))
    error (["autoencoder:" fname ":value"], ...
           "%s: Size must be [width height] in pixels, each from 50 to 10000, got %s", fname, text_describe (s));
  endif
  s = double (s(:)');
  folder = fileparts (opt.File);
  if (! isempty (folder) && ! isfolder (folder))
    error (["autoencoder:" fname ":file"], ...
           "%s: cannot write \"%s\": there is no folder \"%s\"", fname, opt.File, folder);
  endif
endfunction
