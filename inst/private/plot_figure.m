## fig = plot_figure (fname, opt)
##
## A new, empty figure of opt.Size ([width height] in pixels).  It is invisible
## when opt.File names a file to save to, and where there is no display; then
## gnuplot draws it.  plot_finish ends what this begins.  The options' rows
## for arg_options are plot_options ().

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function fig = plot_figure (fname, opt)
  s = plot_check (fname, opt);
  warning ("off", "Octave:gnuplot-graphics", "local");
  try
    fig = open_figure (s, isempty (opt.File) && have_window_system ());
  catch err
    error (["autoencoder:" fname ":toolkit"], ...
           "%s: cannot draw without a display (%s); install the packages gnuplot-nox and fonts-freefont-otf", ...
           fname, strtrim (err.message));
  end_try_catch
  set (fig, "color", [1 1 1]);
  need_font (fname, fig);
endfunction

function fig = open_figure (s, visible)
  if (visible)
    fig = figure ("position", [100 100 s]);
    return;
  endif
  fig = figure ("visible", "off", "position", [100 100 s]);
  if (! have_window_system () && ! strcmp (get (fig, "__graphics_toolkit__"), "gnuplot"))
    graphics_toolkit (fig, "gnuplot");
  endif
endfunction

## Without a font axes fail, with a message that does not mention fonts.
function need_font (fname, fig)
  persistent there = false;
  if (there)
    return;
  endif
  try
    delete (axes ("parent", fig));
    there = true;
  catch err
    close (fig);
    error (["autoencoder:" fname ":toolkit"], ...
           "%s: Octave cannot draw text (%s); install the package fonts-freefont-otf", fname, err.message);
  end_try_catch
endfunction
