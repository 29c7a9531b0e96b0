## fig = plot_figure (fname, opt)
##
## A new, empty figure of opt.Size ([width height] in pixels).  It is invisible
## when opt.File names a file to save to, and where there is no display; then
## gnuplot draws it.  finish_figure ends what this begins.  The options' rows
## for parse_options are plot_options ().

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function fig = plot_figure (fname, opt)
  s = opt.Size;
  if (! (isnumeric (s) && isreal (s) && numel (s) == 2 && all (isfinite (s(:)))
         && all (s(:) == fix (s(:))) && all (s(:) >= 50) && all (s(:) <= 10000)))
    error (["autoencoder:" fname ":value"], ...
           "%s: Size must be [width height] in pixels, each from 50 to 10000, got %s", fname, describe (s));
  endif
  s = double (s(:)');
  display_there = have_window_system ();
  kits = available_graphics_toolkits ();
  if (isempty (kits) || (! display_there && ! any (strcmp (kits, "gnuplot"))))
    error (["autoencoder:" fname ":toolkit"], ...
           "%s: nothing here can draw without a display; install the packages gnuplot-nox and fonts-freefont-otf", ...
           fname);
  endif
  quiet = warning ("off", "Octave:gnuplot-graphics", "local");
  if (isempty (opt.File) && display_there)
    fig = figure ("position", [100 100 s]);
  else
    fig = figure ("visible", "off", "position", [100 100 s]);
    if (! display_there && ! strcmp (get (fig, "__graphics_toolkit__"), "gnuplot"))
      graphics_toolkit (fig, "gnuplot");
    endif
  endif
  set (fig, "color", [1 1 1]);
endfunction
