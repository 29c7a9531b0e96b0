## runs = results_runs (file)
## results_runs (file, row, set, seed, epochs, r)
##
## The file of runs: reads it as a struct array, or adds a line.  A run has the
## squared error on the test images, up to two further figures that its row in
## results_rows.m explains (NaN: none), and seconds.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function runs = results_runs (file, varargin)
  if (nargin > 1)
    add_line (file, varargin{:});
    return;
  endif
  runs = struct ("row", {}, "data", {}, "seed", {}, "epochs", {}, "mse", {}, "second", {}, "third", {}, "seconds", {});
  if (! exist (file, "file"))
    return;
  endif
  names = fieldnames (runs);
  for line = strsplit (strtrim (fileread (file)), "\n")(2:end)
    parts = strsplit (line{1}, ",");
    values = [parts(1:2), num2cell(str2double (parts(3:end)))];
    runs(end+1) = cell2struct (values(:), names, 1);
  endfor
endfunction

function add_line (file, row, set, seed, epochs, r)
  fresh = ! exist (file, "file");
  fid = fopen (file, "at");
  if (fresh)
    fputs (fid, "row,data,seed,epochs,test_mse,second,third,seconds\n");
  endif
  fprintf (fid, "%s,%s,%d,%d,%.6g,%.6g,%.6g,%.1f\n", row, set, seed, epochs, r.mse, r.second, r.third, r.seconds);
  fclose (fid);
endfunction
