## Every figure that the tables of models in bench/RESULTS.md and in the manual
## have, made again.  In the root folder, after make:
##
##   octave-cli --no-history bench/results.m       all that is missing, then the table
##   ONLY='^recipe-dense20$' SEEDS=1:2 octave-cli ...   rows whose name matches; some seeds
##   SETS=fashion EPOCHS=5 octave-cli ...          one set of images; shorter runs, rows of their own
##   ONLY='^$' octave-cli ...                      write the table only
##
## Each run is a line of bench/results.csv (results_runs.m).  A run that has its line
## is skipped, and a run that was stopped goes on from its last epoch (bench/out), so
## this can be stopped and started at any time; it takes some hours in all.  The
## test images are read once a run, at its end; nothing is chosen by them.  MNIST is
## looked for in AE_DATA; without it only the rows of Fashion-MNIST are made.  The
## rows of PyTorch want a Python with torch (PYTHON, else python3).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

1;

function data = load_set (set)
  folder = struct ("mnist", getenv ("AE_DATA"), "fashion", "/usr/share/datasets/fashion-mnist").(set);
  data = [];
  if (isempty (folder) || ! exist (folder, "dir"))
    printf ("%s: no images in \"%s\"; its rows are left out\n", set, folder);
    return;
  endif
  data.set = set;
  data.folder = folder;
  data.X = ae_load_mnist ("train", folder, "Quiet", true);
  [data.T, data.y] = ae_load_mnist ("test", folder, "Quiet", true);
endfunction

function value = env (name, default)
  value = getenv (name);
  if (isempty (value))
    value = default;
  endif
endfunction

## The runs that are asked for and have no line yet
function wanted = missing_runs (rows, file, set)
  wanted = struct ("row", {}, "seed", {}, "epochs", {});
  runs = results_runs (file);
  for row = rows
    if (isempty (regexp (row.name, env ("ONLY", "."), "once")) || ! any (strcmp (row.sets, set)))
      continue;
    endif
    seeds = eval (env ("SEEDS", "1:5"));
    epochs = row.epochs;
    if (epochs == 0)
      seeds = 1; # PCA has no seed
    else
      epochs = str2double (env ("EPOCHS", num2str (epochs)));
    endif
    for seed = seeds
      if (! any (strcmp ({runs.row}, row.name) & strcmp ({runs.data}, set) & [runs.seed] == seed & [runs.epochs] == epochs))
        wanted(end+1) = struct ("row", row, "seed", seed, "epochs", epochs);
      endif
    endfor
  endfor
endfunction

function make_run (file, w, data)
  started = tic ();
  try
    r = w.row.make (w.row.name, data, w.seed, w.epochs);
  catch err
    printf ("%s %s seed %d: left out (%s)\n", w.row.name, data.set, w.seed, err.message);
    return;
  end_try_catch
  if (isnan (r.seconds))
    r.seconds = toc (started);
  endif
  results_runs (file, w.row.name, data.set, w.seed, w.epochs, r);
  printf ("%s %s seed %d, %d epochs: %.5f, %.4g (%.0f s)\n", w.row.name, data.set, w.seed, w.epochs, r.mse, r.second, r.seconds);
  fflush (stdout);
endfunction

here = fileparts (mfilename ("fullpath"));
addpath (here, fullfile (here, "..", "src"), fullfile (here, "..", "inst"));
warning ("off", "autoencoder:ae_fit:dead");
file = fullfile (here, "results.csv");
rows = results_rows ();
for set = strsplit (env ("SETS", "mnist fashion"), " ")
  wanted = missing_runs (rows, file, set{1});
  data = [];
  if (! isempty (wanted))
    data = load_set (set{1});
  endif
  for w = wanted(1:end * ! isempty (data))
    make_run (file, w, data);
  endfor
endfor
results_write (here);
