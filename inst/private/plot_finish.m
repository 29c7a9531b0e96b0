## handle = plot_finish (fname, fig, opt)
##
## Ends a picture that plot_figure began.  With opt.File: saves it there at
## opt.Size pixels (the extension names the kind; .png when there is none),
## closes the figure and returns [].  Without: returns the figure's handle.
## A file appears whole or not at all; one that cannot be written is an error.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function handle = plot_finish (fname, fig, opt)
  handle = fig;
  if (isempty (opt.File))
    return;
  endif
  handle = [];
  unwind_protect
    save_picture (fname, fig, opt.File, double (opt.Size(:)'));
  unwind_protect_cleanup
    close (fig);
  end_unwind_protect
endfunction

function save_picture (fname, fig, file, size)
  [folder, name, kind] = fileparts (file);
  if (isempty (kind))
    kind = ".png";
  endif
  if (isempty (folder))
    folder = pwd ();
  endif
  file = fullfile (folder, [name kind]);
  part = [tempname(folder) kind];
  unwind_protect
    try
      write_picture (fig, part, kind, size);
    catch err
      error (["autoencoder:" fname ":file"], "%s: cannot write \"%s\": %s", fname, file, err.message);
    end_try_catch
    if (! whole (part, lower (kind)))
      error (["autoencoder:" fname ":file"], "%s: cannot write \"%s\"; is the disk full?", fname, file);
    endif
    [failed, why] = rename (part, file);
    if (failed)
      error (["autoencoder:" fname ":file"], "%s: cannot write \"%s\": %s", fname, file, why);
    endif
  unwind_protect_cleanup
    if (exist (part, "file"))
      [~] = unlink (part);
    endif
  end_unwind_protect
endfunction

## Is a picture there, up to its end?  print says nothing when the disk is full.
## Kinds that do not tell their end must only hold something.
function yes = whole (file, kind)
  persistent ends = struct ("png", [73 69 78 68 174 66 96 130], "jpg", [255 217], "jpeg", [255 217], "gif", 59, ...
                            "pdf", double ("%%EOF"), "svg", double ("</svg>"), "eps", double ("%%EOF"));
  yes = false;
  [fid, ~] = fopen (file, "r");
  if (fid < 0)
    return;
  endif
  fseek (fid, 0, "eof");
  fseek (fid, -min (ftell (fid), 64), "eof");
  last = fread (fid, Inf, "uint8")';
  fclose (fid);
  wanted = struct_get (ends, kind(2:end), []);
  yes = ! isempty (last) && (isempty (wanted) || ! isempty (strfind (char (last), char (wanted))));
endfunction

## gnuplot's own PNG is smooth and needs no ghostscript; Octave's other way to
## a PNG goes through it.
function write_picture (fig, file, kind, size)
  where = sprintf ("-S%d,%d", size);
  gnuplot = strcmp (get (fig, "__graphics_toolkit__"), "gnuplot");
  if (gnuplot && strcmpi (kind, ".png"))
    try
      scale_text (fig, 0.75);
      print (fig, file, "-dpngcairo", where);
      return;
    catch
      scale_text (fig, 1 / 0.75);   # a gnuplot without cairo: the long way
    end_try_catch
  endif
  print (fig, file, where);
endfunction

## That PNG has letters 2 pixels high a point; a point is 1.5 pixels in what
## Octave's windows show.
function scale_text (fig, factor)
  h = findall (fig, "-property", "fontsize");
  of_legend = @(k) strcmp (get (get (k, "parent"), "tag"), "legend");
  h = h(! arrayfun (of_legend, h));   # a legend passes its size on by itself
  for i = 1:numel (h)
    set (h(i), "fontsize", factor * get (h(i), "fontsize"));
  endfor
endfunction
