## mpi_fits (file, task, parallel = "mpi")
##
## What tests/mpi.tst runs under mpirun, and in one process for comparison
## (parallel "").  Rank 0 writes what came out to file.
##   task "bits"    many kinds of nets and options
##        "long"    a training that is to be killed: checkpoints to file, the
##                  process numbers of the ranks to file.pid<rank>
##        "data", "seedless", "error", "callback"    what may go wrong, or not
## What each rank finds goes to file.said<rank>.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function mpi_fits (file, task, parallel = "mpi")
  options = {"Verbose", 0, "Seed", 3, "BatchSize", 100};
  if (! isempty (parallel))
    options = [options, {"Parallel", parallel}];
  endif
  warning ("off", "all");
  feval (["fits_" task], file, options);
endfunction

## What a rank has to say: in a file of its own, since lines of several mingle.
function say (file, varargin)
  fid = fopen ([file ".said"  sprintf("%d", rank_now ())], "wt");
  fprintf (fid, varargin{:});
  fclose (fid);
endfunction

function X = samples ()
  X = single (reshape (mod ((1:48*260) * 0.6180339887, 1), 48, 260));
endfunction

function fits_bits (file, options)
  X = samples ();
  images = reshape (X, 8, 6, 1, []);
  holes = double (X);
  holes(1:37:end) = NaN;
  stack = ae_network ([8 6 1], {ae_layer("conv2d", 4, 3, "linear", "Padding", "same"), ae_layer("batchnorm"), ...
                                ae_layer("activation", "relu"), ae_layer("dropout", 0.2), ae_layer("flatten"), ...
                                ae_layer("dense", 5, "linear", "Name", "code"), ae_layer("prelu"), ...
                                ae_layer("dense", 48, "sigmoid"), ae_layer("reshape", [8 6 1])}, "Seed", 1);
  x = ae_input (48);
  a = ae_layer (x, "dense", 9, "tanh");
  skip = ae_network (x, ae_layer (ae_layer ({a, ae_layer(a, "dense", 4, "relu", "Name", "code")}, "concat"), "dense", 48, ...
                                  "sigmoid"), "Seed", 1);
  dead = ae_dense (48, [20 4], "Seed", 1);
  dead.layers(end).b([2 5]) = -9;
  dense = ae_dense (48, [20 4], "Activation", "tanh", "OutputActivation", "sigmoid", "Seed", 1);
  fits = {dense, X, {"Optimizer", "adam", "LearnRateSchedule", "cosine", "L2", 1e-4, "ClipNorm", 0.1};
          dense, X, {"Optimizer", "lbfgs", "ValidationSplit", 0.2};
          dense, X, {"Optimizer", "scg", "BatchSize", 7};
          dense, X, {"Precision", "double", "ValidationSplit", 0.3, "LearnRateSchedule", "plateau", "ScheduleEvery", 1, ...
                     "Patience", 2, "MinDelta", 1, "Epochs", 9};
          dense, X, {"SparsityWeight", 0.1, "CodeL1", 1e-3, "BatchSize", 1000};
          ae_dense(48, 3, "Activation", "linear", "Seed", 1), 10 * X, {"Optimizer", "sgd", "LearnRate", 5, "Epochs", 50};
          dead, X, {"Epochs", 12};
          skip, X, {"Optimizer", "adamw"};
          ae_dense(48, [20 4], "Tied", true, "Dropout", 0.3, "Seed", 1), X, {};
          ae_dense(48, 5, "Scale", "zscore", "Missing", "mask", "Seed", 1), holes, {};
          ae_dense(48, [20 4], "Scale", "bytes", "Seed", 1), uint8(255 * X), {};
          stack, images, {"ValidationSplit", 0.2, "Augment", true};
          ae_conv([8 6 1], [4 2], "Seed", 1), images, {"Loss", "bce", "ClipValue", 0.01, "Shuffle", false};
          ae_conv([8 6 1], [4 2], "Seed", 1), images, {"Optimizer", "lbfgs"};
          ae_denoising([8 6 1], [4 4], "Noise", 0.3, "Seed", 1), images, {"Optimizer", "nadam"};
          ae_vae(48, [20 3], "Seed", 1), X, {"Loss", "bce"}};
  for i = 1:rows (fits)
    [net, h] = ae_fit (fits{i,1:2}, options{:}, "Epochs", 2, fits{i,3}{:});
    again = net;
    if (! any (strcmp (net.training.optimizer, {"lbfgs", "scg"})) && ! strcmp (h.stopped, "nonfinite"))
      again = ae_fit (net, fits{i,2}, options{:}, fits{i,3}{:}, "Epochs", 1, "Continue", true);
    endif
    results(i) = struct ("loss", h.loss, "val_loss", h.val_loss, "stopped", h.stopped, "best", h.best_epoch, ...
                         "W", {{net.layers.W}}, "b", {{net.layers.b}}, "more", {{again.layers.W}});
  endfor
  if (struct_or (h, "rank", 0) == 0)
    ranks = struct_or (h, "ranks", 1);
    save ("-binary", file, "results", "ranks");
  endif
endfunction

function v = struct_or (s, name, v)
  if (isfield (s, name))
    v = s.(name);
  endif
endfunction

function net = long_net ()
  net = ae_dense (48, [200 4], "Seed", 1);
endfunction

function slowly (state)
  pause (0.05);
endfunction

## As many epochs as nobody waits for, or up to the one that the checkpoint has.
function fits_long (file, options)
  pid = fopen ([file ".pid" sprintf("%d", rank_now ())], "w");
  fprintf (pid, "%d", getpid ());
  fclose (pid);
  [~, h] = ae_fit (long_net (), samples (), options{:}, "Epochs", 100000, "Checkpoint", file, "Callback", @slowly);
  say (file, "stopped: %s", h.stopped);
endfunction

## Two epochs more than the checkpoint has, from it and from the start.
function fits_resume (file, options)
  tensors = call_private ("file_read", "mpi_fits", file);
  done = tensors(strcmp ({tensors.name}, "training/scalars")).data(2);
  X = samples ();
  a = ae_fit (long_net (), X, options{:}, "Epochs", done + 2);
  b = ae_fit (long_net (), X, options{:}, "Epochs", done + 2, "Resume", file);
  say (file, "the same: %d", isequal (a.layers, b.layers));
endfunction

function n = rank_now ()
  n = str2double ([getenv("OMPI_COMM_WORLD_RANK") getenv("PMI_RANK")]);
endfunction

function fits_data (file, options)
  X = samples ();
  X(5) += rank_now ();
  ae_fit (long_net (), X, options{:}, "Epochs", 1);
endfunction

function fits_error (file, options)
  X = samples ();
  X(5 * (rank_now () == 1) + 1) = 1 / (1 - (rank_now () == 1));
  ae_fit (long_net (), X, options{:}, "Epochs", 1);
endfunction

## Weights and seed of their own on each rank: those of rank 0 count.
function fits_seedless (file, options)
  rand ("state", 10 + rank_now ());
  [net, h] = ae_fit (ae_dense (48, 3), samples (), options{[1 2 5:end]}, "Epochs", 1, "Callback", @(s) s.epoch == 1);
  total = __ae_mpi__ ("agree", [1, -1] * double (sum (net.layers(2).W(:))));
  say (file, "rank %d: %s, the same weights: %d", h.rank, h.stopped, total(1) == -total(2));
endfunction

function fits_callback (file, options)
  [net, h] = ae_fit (long_net (), samples (), options{:}, "Epochs", 3, "Callback", @(s) error ("boom"));
  say (file, "rank %d: %s after %d", h.rank, h.stopped, numel (h.loss));
endfunction
