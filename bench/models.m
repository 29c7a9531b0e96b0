## Every figure of bench/MODELS.md, made again.  In the root folder, after make:
##
##   octave-cli --no-history bench/models.m       all that is missing, then MODELS.md
##   ONLY=dense20 SEEDS=1:2 octave-cli ...         rows whose name contains that; some seeds
##   EPOCHS=5 octave-cli ...                       shorter runs, which are rows of their own
##   ONLY=none octave-cli ...                      write MODELS.md only
##
## Each run is a line of bench/models.csv: row, data, seed, epochs, squared error
## on the test images, a second figure, seconds.  A run that has its line is
## skipped, and a run that was stopped goes on from its last epoch (bench/out), so this
## can be stopped and started at any time; it takes some hours in all.  The test images are read once a run, at its end; nothing is chosen by
## them.  MNIST is looked for in AE_DATA; without it only the rows of Fashion-MNIST
## are made.  The rows of PyTorch want a Python with torch (PYTHON, else python3).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

1;

## ---- the rows: name, sets of images, epochs, function, what the second figure is, goal ----

function rows = plan ()
  both = {"mnist", "fashion"};
  one = {"mnist"};
  rows = {
    "pca-2", both, 0, @(varargin) pca (2, varargin{:}), "1-NN right", ""
    "pca-20", both, 0, @(varargin) pca (20, varargin{:}), "", ""
    "pca-30", both, 0, @(varargin) pca (30, varargin{:}), "squared error an image", ""
    "pca-64", both, 0, @(varargin) pca (64, varargin{:}), "", ""
    "lecture-dense", both, 50, @lecture_dense, "dead pixels", ""
    "lecture-dense-unrevived", both, 50, @lecture_unrevived, "dead pixels", ""
    "lecture-dense-pytorch", both, 50, @lecture_pytorch, "", ""
    "lecture-denoise", one, 50, @lecture_denoise, "", ""
    "lecture-denoise-start", one, 2, @lecture_denoise_start, "dead outputs", ""
    "recipe-dense20", both, 30, @recipe, "", "mnist <= .0055, fashion <= .0080"
    "recipe-deep30", one, 50, @recipe, "squared error an image", "< 2.5"
    "recipe-conv64", both, 20, @recipe, "", "mnist < .00905, fashion < .01037"
    "recipe-denoise", one, 30, @recipe_denoise, "", "<= .0095"
    "recipe-map2", one, 50, @recipe, "1-NN right", ">= .75"};
endfunction

## ---- a run: test error and second figure ----

function [mse, second, seconds] = pca (k, name, data, seed, epochs)
  [mse, second, seconds] = judge (ae_pca (data.X, k), data);
endfunction

## ae_fit with a checkpoint after each epoch, from which a stopped run goes on.
function net = fit (run, net, X, varargin)
  out = fullfile (fileparts (mfilename ("fullpath")), "out");
  if (! exist (out, "dir"))
    mkdir (out);
  endif
  file = fullfile (out, sprintf ("%s-%s-%d-%d.safetensors", run{:}));
  more = {"Verbose", 0, "Checkpoint", file};
  if (exist (file, "file"))
    more = [more, {"Resume", file}];
  endif
  [net, history] = ae_fit (net, X, varargin{:}, more{:});
  net.fit_seconds = sum (history.seconds);
  delete (file);
endfunction

function net = trained_lecture (name, data, seed, epochs, varargin)
  net = fit ({name, data.set, seed, epochs}, ae_dense (784, [100 20], "Seed", seed), data.X, ...
             "Epochs", epochs, "Seed", seed, varargin{:});
endfunction

function [mse, second, seconds] = lecture_dense (name, data, seed, epochs)
  net = trained_lecture (name, data, seed, epochs);
  [mse, ~, seconds] = judge (net, data);
  second = dead_pixels (net, data);
endfunction

function [mse, second, seconds] = lecture_unrevived (name, data, seed, epochs)
  net = trained_lecture (name, data, seed, epochs, "Revive", false);
  [mse, ~, seconds] = judge (net, data);
  second = dead_pixels (net, data);
endfunction

## Output pixels that are 0 for each of 10,000 training images though at least one
## image in a hundred lights them up
function n = dead_pixels (net, data)
  S = data.X(:,:,:,1:6:end);
  lit = mean (reshape (data.X, 784, []) > 0, 2) >= 0.01;
  n = sum (lit & ! any (reshape (ae_reconstruct (net, S), 784, []) > 0, 2));
endfunction

function [mse, second, seconds] = lecture_pytorch (name, data, seed, epochs)
  python = getenv ("PYTHON");
  if (isempty (python))
    python = "python3";
  endif
  here = fileparts (mfilename ("fullpath"));
  [status, text] = system (sprintf ("%s %s '%s' %d %d", python, fullfile (here, "lecture_torch.py"), data.folder, seed, epochs));
  if (status != 0)
    error ("bench:torch", "no PyTorch");
  endif
  mse = str2double (text);
  second = seconds = NaN;
endfunction

function [noisy, clean] = noisy_test (data, seed)
  clean = data.T;
  noisy = ae_add_noise (clean, "gaussian", 0.5, "Seed", 1000 + seed);
endfunction

function [net, noisy, clean] = trained_denoise (name, data, seed, epochs)
  net = ae_conv ([28 28 1], [32 32], "Seed", seed);
  net = fit ({name, data.set, seed, epochs}, net, ae_add_noise (data.X, "gaussian", 0.5, "Seed", seed), data.X, ...
             "Epochs", epochs, "Seed", seed);
  [noisy, clean] = noisy_test (data, seed);
endfunction

function [mse, second, seconds] = lecture_denoise (name, data, seed, epochs)
  [net, noisy, clean] = trained_denoise (name, data, seed, epochs);
  mse = ae_evaluate (net, noisy, clean).mse;
  second = NaN;
  seconds = net.fit_seconds;
endfunction

## The first steps alone, on 7,680 images, where the only output channel may die:
## 1 when its mean is below 1/40 of the images'.
function [mse, second, seconds] = lecture_denoise_start (name, data, seed, epochs)
  data.X = data.X(:,:,:,1:7680);
  [net, noisy, clean] = trained_denoise (name, data, seed, epochs);
  Y = ae_predict (net, noisy);
  mse = mean ((Y - clean)(:) .^ 2);
  second = mean (Y(:)) < mean (clean(:)) / 40;
  seconds = net.fit_seconds;
endfunction

function net = trained_recipe (name, data, seed, epochs)
  [net, options] = ae_recipe (strrep (name, "recipe-", ""), "Seed", seed, "Epochs", epochs);
  net = fit ({name, data.set, seed, epochs}, net, data.X, options{:});
endfunction

function [mse, second, seconds] = recipe (name, data, seed, epochs)
  [mse, second, seconds] = judge (trained_recipe (name, data, seed, epochs), data);
endfunction

function [mse, second, seconds] = recipe_denoise (name, data, seed, epochs)
  net = trained_recipe (name, data, seed, epochs);
  [noisy, clean] = noisy_test (data, seed);
  mse = ae_evaluate (net, noisy, clean).mse;
  second = NaN;
  seconds = net.fit_seconds;
endfunction

## The second figure: of a map the share of images whose nearest neighbour on it
## has their class, else the squared error summed over an image.
function [mse, second, seconds] = judge (m, data)
  r = ae_evaluate (m, data.T);
  seconds = m.fit_seconds;
  mse = r.mse;
  second = r.sse;
  Z = ae_encode (m, data.T);
  if (rows (Z) == 2)
    second = ae_knn_accuracy (Z, data.y, [], [], 1);
  endif
endfunction

## ---- the file of runs ----

function runs = read_runs (file)
  runs = struct ("row", {}, "data", {}, "seed", {}, "epochs", {}, "mse", {}, "second", {}, "seconds", {});
  if (! exist (file, "file"))
    return;
  endif
  lines = strsplit (strtrim (fileread (file)), "\n")(2:end);
  for i = 1:numel (lines)
    f = strsplit (lines{i}, ",");
    n = num2cell (str2double (f(3:7)));
    runs(i) = struct ("row", f{1}, "data", f{2}, "seed", n{1}, "epochs", n{2}, "mse", n{3}, "second", n{4}, "seconds", n{5});
  endfor
endfunction

function write_run (file, row, set, seed, epochs, mse, second, seconds)
  fresh = ! exist (file, "file");
  fid = fopen (file, "at");
  if (fresh)
    fputs (fid, "row,data,seed,epochs,test_mse,second,seconds\n");
  endif
  fprintf (fid, "%s,%s,%d,%d,%.6g,%.6g,%.1f\n", row, set, seed, epochs, mse, second, seconds);
  fclose (fid);
endfunction

function yes = is_done (runs, row, set, seed, epochs)
  yes = any (strcmp ({runs.row}, row) & strcmp ({runs.data}, set) & [runs.seed] == seed & [runs.epochs] == epochs);
endfunction

function data = load_set (set)
  folders = struct ("mnist", getenv ("AE_DATA"), "fashion", "/usr/share/datasets/fashion-mnist");
  folder = folders.(set);
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

## ---- MODELS.md ----

function write_report (file, rows, runs)
  fid = fopen (file, "wt");
  fputs (fid, fileread (fullfile (fileparts (file), "models_head.md")));
  for i = 1:rows_of (rows)
    mine = runs(strcmp ({runs.row}, rows{i,1}));
    for set = unique ({mine.data})
      here = mine(strcmp ({mine.data}, set{1}));
      for epochs = unique ([here.epochs])
        fputs (fid, report_line (rows(i,:), set{1}, here([here.epochs] == epochs)));
      endfor
    endfor
  endfor
  missing = {};
  for i = 1:rows_of (rows)
    for set = rows{i,2}
      full = strcmp ({runs.row}, rows{i,1}) & strcmp ({runs.data}, set{1}) & [runs.epochs] == rows{i,3};
      wanted = 5 - 4 * (rows{i,3} == 0);
      if (sum (full) < wanted)
        missing{end+1} = sprintf ("%s on %s: %d of %d", rows{i,1}, set{1}, sum (full), wanted);
      endif
    endfor
  endfor
  if (! isempty (missing))
    fprintf (fid, "\nNot whole yet (seeds at the full number of epochs; the first command above goes on with them):\n\n");
    fprintf (fid, "- %s\n", missing{:});
  endif
  fclose (fid);
endfunction

function n = rows_of (rows)
  n = size (rows, 1);
endfunction

function line = report_line (row, set, runs)
  second = "";
  values = [runs.second];
  if (! isempty (row{5}) && ! any (isnan (values)))
    second = sprintf ("%s %.4g", row{5}, mean (values));
    if (numel (values) > 1)
      second = sprintf ("%s (%.4g to %.4g)", second, min (values), max (values));
    endif
  endif
  mse = [runs.mse];
  line = sprintf ("| %s | %s | %d | %d | %.5f | %.5f to %.5f | %s | %.0f | %s |\n", row{1}, set, runs(1).epochs, ...
                  numel (runs), mean (mse), min (mse), max (mse), second, mean ([runs.seconds]), row{6});
endfunction

## ---- go ----

here = fileparts (mfilename ("fullpath"));
addpath (fullfile (here, "..", "src"), fullfile (here, "..", "inst"));
warning ("off", "autoencoder:ae_fit:dead");
file = fullfile (here, "models.csv");
seeds = 1:5;
if (! isempty (getenv ("SEEDS")))
  seeds = eval (getenv ("SEEDS"));
endif
rows = plan ();
for set = {"mnist", "fashion"}
  data = [];
  for i = 1:rows_of (rows)
    [name, sets, epochs, make] = rows{i,1:4};
    if (isempty (strfind (name, getenv ("ONLY"))) && ! isempty (getenv ("ONLY")) || ! any (strcmp (sets, set{1})))
      continue;
    endif
    if (epochs > 0 && ! isempty (getenv ("EPOCHS")))
      epochs = str2double (getenv ("EPOCHS"));
    endif
    runs_wanted = seeds;
    if (epochs == 0)
      runs_wanted = 1; # PCA has no seed
    endif
    for seed = runs_wanted
      if (is_done (read_runs (file), name, set{1}, seed, epochs))
        continue;
      endif
      if (isempty (data))
        data = load_set (set{1});
      endif
      if (isempty (data))
        break;
      endif
      started = tic ();
      try
        [mse, second, seconds] = make (name, data, seed, epochs);
        if (isnan (seconds))
          seconds = toc (started);
        endif
        write_run (file, name, set{1}, seed, epochs, mse, second, seconds);
        printf ("%s %s seed %d, %d epochs: %.5f, %.4g (%.0f s)\n", name, set{1}, seed, epochs, mse, second, seconds);
      catch err
        printf ("%s %s seed %d: left out (%s)\n", name, set{1}, seed, err.message);
      end_try_catch
      fflush (stdout);
    endfor
  endfor
endfor
write_report (fullfile (here, "MODELS.md"), rows, read_runs (file));
