## works = bench_works (threads)
##
## What is timed: name, samples, run (a function that returns its seconds and a
## detail to tell), what to ask of which peers, how many turns at most.  The
## codes that t-SNE maps are written to the file BENCH_CODES for the peers, the maps
## to the file BENCH_MAP.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function works = bench_works (threads)
  torch = {"PyTorch", "channels-last"};
  dense = @() ae_dense (784, [100 20], "Seed", 1);
  deep = @() ae_dense (784, [1000 500 250 30], "Seed", 1);
  conv = @() ae_conv ([28 28 1], [8 4 4], "Seed", 1);
  denoising = @() ae_conv ([28 28 1], [32 32], "Seed", 1);
  rows = {
    "epoch, dense 784-100-20", 60000, @(n) epoch (dense (), vectors (n), threads), "epoch-dense", {"PyTorch", "Keras"}, Inf;
    "epoch, deep 784-1000-500-250-30", 10000, @(n) epoch (deep (), vectors (n), threads), "epoch-deep", {"PyTorch", "Keras"}, Inf;
    "epoch, convolutional, 1,185 parameters", 12800, @(n) epoch (conv (), images (n), threads), "epoch-conv", torch, Inf;
    "epoch, denoising, 28,353 parameters", 6400, @(n) epoch (denoising (), images (n), threads), "epoch-denoising", torch, Inf;
    "prediction, dense", 10000, @(n) predict (dense (), vectors (n)), "predict-dense", {"PyTorch", "Keras"}, Inf;
    "prediction, convolutional", 10000, @(n) predict (conv (), images (n)), "predict-conv", torch, Inf;
    "prediction, denoising", 10000, @(n) predict (denoising (), images (n)), "predict-denoising", torch, Inf;
    "ae_evaluate, dense", 10000, @(n) evaluate (dense (), vectors (n)), "", {}, Inf;
    "PCA, 20 components", 60000, @(n) pca (vectors (n)), "pca", {"covariance", "randomized", "intelex"}, Inf;
    "t-SNE of 10,000 codes of 20", 10000, @(n) tsne (n, threads), "tsne", {"intelex", "scikit-learn", "openTSNE", "umap"}, 3;
    "t-SNE of 60,000 codes of 20", 60000, @(n) tsne (n, threads), "tsne", {"openTSNE"}, 1;
    "pkg load, in an Octave of its own", 1, @(n) fresh ("ae_dense (2, 1);"), "", {}, Inf;
    "first call of ae_fit there", 1, @(n) fresh ("ae_fit (ae_dense (20, 2), rand (20, 500), 'Epochs', 1, 'Verbose', 0);"), "", {}, Inf;
    "Fashion-MNIST, 60,000 images read", 1, @(n) load_images (), "", {}, Inf;
  };
  if (! isempty (getenv ("BENCH_SHORT")))
    rows(strncmp (rows(:,1), "t-SNE of 60,000", 15),:) = [];
  endif
  many = [rows{:,2}] > 1;
  rows(many,2) = num2cell (ceil ([rows{many,2}] / max ([1, str2num(getenv ("BENCH_SHRINK"))])));
  works = cell2struct (rows, {"name", "samples", "make", "peer", "peers", "most"}, 2)';
endfunction

function X = vectors (n)
  X = rand (784, n, "single");
endfunction

function X = images (n)
  X = rand (28, 28, 1, n, "single");
endfunction

## The second epoch: the first pages memory in.
function f = epoch (net, X, threads)
  f = @() epoch_once (net, X, threads);
endfunction

function [seconds, detail] = epoch_once (net, X, threads)
  opt = {"BatchSize", 128, "Threads", threads, "Verbose", 0, "Seed", 1, "Revive", false};
  detail = "-";
  if (strcmp (getenv ("BENCH_CLOCK"), "cpu"))
    seconds = timed (@() ae_fit (net, X, "Epochs", 3, opt{:})) - timed (@() ae_fit (net, X, "Epochs", 2, opt{:}));
  else
    [~, history] = ae_fit (net, X, "Epochs", 2, opt{:});
    seconds = history.seconds(end);
  endif
endfunction

function f = predict (net, X)
  f = @() timed (@() ae_predict (net, X));
endfunction

function f = evaluate (net, X)
  f = @() timed (@() ae_evaluate (net, X));
endfunction

## Seconds on the wall or, as BENCH_CLOCK says, of the processor.
function s = now_at ()
  if (strcmp (getenv ("BENCH_CLOCK"), "cpu"))
    s = cputime ();
  else
    s = time ();
  endif
endfunction

function f = pca (X)
  f = @() timed (@() ae_pca (X, 20));
endfunction

function [seconds, detail] = timed (f)
  started = now_at ();
  f ();
  seconds = now_at () - started;
  detail = "-";
endfunction

## Codes of the images of Fashion-MNIST by PCA, or of random clouds without them.
function f = tsne (n, threads)
  folder = "/usr/share/datasets/fashion-mnist";
  if (isfolder (folder))
    evalc ("X = ae_load_mnist ('train', folder)(:,:,:,1:n);");
    X = ae_encode (ae_pca (X, 20), X);
  else
    X = randn (20, n, "single") + 4 * randn (20, 10, "single")(:, 1 + mod (1:n, 10));
  endif
  write_single (getenv ("BENCH_CODES"), X);
  f = @() tsne_once (X, threads);
endfunction

function write_single (file, X)
  fid = fopen (file, "wb");
  fwrite (fid, X, "single");
  fclose (fid);
endfunction

function [seconds, detail] = tsne_once (X, threads)
  started = now_at ();
  E = ae_tsne (X, "Seed", 1, "Threads", threads, "Verbose", false);
  seconds = now_at () - started;
  write_single (getenv ("BENCH_MAP"), E);
  detail = bench_kl ();
endfunction

## Seconds of a command in an Octave of its own, less those of one that does nothing.
function f = fresh (code)
  paths = sprintf ("--path '%s' --path '%s'", fileparts (which ("ae_fit")), fileparts (which ("__ae_train__")));
  run = @(c) timed (@() system (sprintf ("octave-cli --no-history --norc %s --eval \"%s\" > /dev/null 2>&1", paths, c)));
  f = @() difference (run, code);
endfunction

function [seconds, detail] = difference (run, code)
  seconds = max (run (code) - run ("1;"), 0);
  detail = "-";
endfunction

function f = load_images ()
  f = @() timed (@() evalc ("ae_load_mnist ('train', '/usr/share/datasets/fashion-mnist');"));
endfunction
