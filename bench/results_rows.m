## rows = results_rows ()
##
## The rows of the table of models: name, label, sets of images, epochs, make (the
## function that trains and judges: a struct of mse, second, third, seconds),
## second and third (what those figures are; "": not shown), numbers in the code
## (for PCA with as many; 0: none to compare with), goal.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function rows = results_rows ()
  both = {"mnist", "fashion"};
  one = {"mnist"};
  alive = {"dead pixels that one image in 100 lights", "dead pixels that any image lights"};
  table = {
    "pca-2", "PCA, 2 numbers", both, 0, @(varargin) pca(2, varargin{:}), "1-NN right", "", 0, ""
    "pca-20", "PCA, 20 numbers", both, 0, @(varargin) pca(20, varargin{:}), "", "", 0, ""
    "pca-30", "PCA, 30 numbers", both, 0, @(varargin) pca(30, varargin{:}), "error an image", "", 0, ""
    "pca-64", "PCA, 64 numbers", both, 0, @(varargin) pca(64, varargin{:}), "", "", 0, ""
    "lecture-dense", "lecture's dense net", both, 50, @lecture_dense, alive{:}, 20, ""
    "lecture-dense-unrevived", "lecture's dense net without Revive", both, 50, @lecture_unrevived, alive{:}, 20, ""
    "lecture-dense-pytorch", "lecture's dense net in PyTorch", one, 50, @lecture_pytorch, "", "", 20, ""
    "lecture-denoise", "lecture's denoising net", one, 50, @lecture_denoise, "", "", 0, ""
    "lecture-denoise-start", "lecture's denoising net, first 120 steps", one, 2, @lecture_denoise_start, "dead outputs", "", 0, ""
    "recipe-dense20", "recipe dense20", both, NaN, @recipe, "", "", 20, "MNIST 0.0055, Fashion 0.0080"
    "recipe-deep30", "recipe deep30", one, NaN, @recipe, "error an image", "", 30, "error an image below 2.5"
    "recipe-conv64", "recipe conv64", both, NaN, @recipe, "", "", 64, "below PCA"
    "recipe-denoise", "recipe denoise", one, NaN, @recipe_denoise, "", "", 0, "0.0095"
    "recipe-map2", "recipe map2", one, NaN, @recipe, "1-NN right", "", 2, "1-NN 0.75"};
  rows = cell2struct (table, {"name", "label", "sets", "epochs", "make", "second", "third", "code", "goal"}, 2)';
  for i = find (isnan ([rows.epochs])) # as many as the recipe has
    [~, options] = ae_recipe (strrep (rows(i).name, "recipe-", ""), "Seed", 1);
    rows(i).epochs = options{find (strcmp (options, "Epochs")) + 1};
  endfor
endfunction

function r = result (mse, second = NaN, third = NaN, seconds = NaN)
  r = struct ("mse", mse, "second", second, "third", third, "seconds", seconds);
endfunction

function r = pca (k, name, data, seed, epochs)
  r = judge (ae_pca (data.X, k), data);
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

function r = lecture (name, data, seed, epochs, varargin)
  net = fit ({name, data.set, seed, epochs}, ae_dense (784, [100 20], "Seed", seed), data.X, ...
             "Epochs", epochs, "Seed", seed, varargin{:});
  [mse, ~, seconds] = test_error (net, data);
  [often, ever] = dead_pixels (net, data);
  r = result (mse, often, ever, seconds);
endfunction

function r = lecture_dense (varargin)
  r = lecture (varargin{:});
endfunction

function r = lecture_unrevived (varargin)
  r = lecture (varargin{:}, "Revive", false);
endfunction

## Output pixels that are 0 for each of the training images, though at least one in
## a hundred lights them, or any.
function [often, ever] = dead_pixels (net, data)
  light = mean (reshape (data.X, 784, []) > 0, 2);
  dark = true (784, 1);
  for from = 1:10000:size (data.X, 4)
    some = ae_reconstruct (net, data.X(:,:,:,from:min (from + 9999, end)));
    dark &= ! any (reshape (some, 784, []) > 0, 2);
  endfor
  often = sum (dark & light >= 0.01);
  ever = sum (dark & light > 0);
endfunction

function r = lecture_pytorch (name, data, seed, epochs)
  python = getenv ("PYTHON");
  if (isempty (python))
    python = "python3";
  endif
  script = fullfile (fileparts (mfilename ("fullpath")), "lecture_torch.py");
  [status, text] = system (sprintf ("%s %s '%s' %d %d", python, script, data.folder, seed, epochs));
  if (status != 0)
    error ("bench:torch", "no PyTorch");
  endif
  r = result (str2double (text));
endfunction

function [noisy, clean] = noisy_test (data, seed)
  clean = data.T;
  noisy = ae_add_noise (clean, "gaussian", 0.5, "Seed", 1000 + seed);
endfunction

function net = trained_denoise (name, data, seed, epochs)
  net = fit ({name, data.set, seed, epochs}, ae_conv ([28 28 1], [32 32], "Seed", seed), ...
             ae_add_noise (data.X, "gaussian", 0.5, "Seed", seed), data.X, "Epochs", epochs, "Seed", seed);
endfunction

function r = denoised (net, data, seed)
  [noisy, clean] = noisy_test (data, seed);
  r = result (ae_evaluate (net, noisy, clean).mse, NaN, NaN, net.fit_seconds);
endfunction

function r = lecture_denoise (name, data, seed, epochs)
  r = denoised (trained_denoise (name, data, seed, epochs), data, seed);
endfunction

## The first steps alone, on 7,680 images, where the only output channel may die:
## 1 when its mean is below 1/40 of the images'.
function r = lecture_denoise_start (name, data, seed, epochs)
  data.X = data.X(:,:,:,1:7680);
  net = trained_denoise (name, data, seed, epochs);
  [noisy, clean] = noisy_test (data, seed);
  Y = ae_predict (net, noisy);
  r = result (mean ((Y - clean)(:) .^ 2), mean (Y(:)) < mean (clean(:)) / 40, NaN, net.fit_seconds);
endfunction

function net = trained_recipe (name, data, seed, epochs)
  [net, options] = ae_recipe (strrep (name, "recipe-", ""), "Seed", seed, "Epochs", epochs);
  net = fit ({name, data.set, seed, epochs}, net, data.X, options{:});
endfunction

function r = recipe (name, data, seed, epochs)
  r = judge (trained_recipe (name, data, seed, epochs), data);
endfunction

function r = recipe_denoise (name, data, seed, epochs)
  r = denoised (trained_recipe (name, data, seed, epochs), data, seed);
endfunction

function [mse, sse, seconds] = test_error (m, data)
  e = ae_evaluate (m, data.T);
  mse = e.mse;
  sse = e.sse;
  seconds = m.fit_seconds;
endfunction

## The second figure: of a map the share of images whose nearest neighbour on it
## has their class, else the squared error summed over an image.
function r = judge (m, data)
  [mse, second, seconds] = test_error (m, data);
  Z = ae_encode (m, data.T);
  if (rows (Z) == 2)
    second = ae_knn_accuracy (Z, data.y, [], [], 1);
  endif
  r = result (mse, second, NaN, seconds);
endfunction
