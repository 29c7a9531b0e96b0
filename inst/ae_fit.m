## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{net}, @var{history}] =} ae_fit (@var{net}, @var{X})
## @deftypefnx {autoencoder} {[@var{net}, @var{history}] =} ae_fit (@var{net}, @var{X}, @var{T})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_fit (@dots{}, @var{name}, @var{value})
## Train a network on inputs @var{X} to give targets @var{T}.
##
## @var{X} holds @var{n} samples, @var{d}-by-@var{n} or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double, scaled to the range of the
## net's output activation (images: [0, 1]), unless the net scales them
## itself: a net built with the option @qcode{"Scale"} learns that from
## @var{X} in its first @code{ae_fit}, and one with @qcode{"Missing"} takes NaN (see
## @code{ae_network}).  Without @var{T} the
## targets are the inputs: an autoencoder.  Otherwise @var{T} has as many samples as @var{X}, of the size
## of the net's output: clean images for noisy ones, for example.
##
## @var{history} is a struct with a column an epoch in @code{loss},
## @code{val_loss} (NaN without validation data), @code{seconds} and
## @code{learn_rate}; @code{stopped} says why training ended
## (@qcode{"epochs"}, @qcode{"patience"}, @qcode{"callback"},
## @qcode{"interrupt"}, @qcode{"nonfinite"}, @qcode{"converged"}, @qcode{"error"}),
## @code{best_epoch} the epoch whose weights were kept under @qcode{"Patience"},
## @code{seed} the seed in use.
##
## Ctrl-C ends training within half a second; @var{net} and @var{history} then
## hold what was learnt so far.  (A second Ctrl-C ends the call as usual.)
## An error during training (no memory, a mistake in the callback) loses nothing
## either: training ends, @var{net} and @var{history} hold what was learnt, and a
## warning repeats the error.  A log, plot or checkpoint that cannot be written
## is warned of, and training goes on.
##
## The options:
##
## @table @code
## @item "Epochs"
## Passes over the data; default 50.
## @item "BatchSize"
## Samples a step; default 128.  The last, short batch of an epoch is used too.
## @item "Optimizer"
## @qcode{"rmsprop"} (default), @qcode{"sgd"}, @qcode{"momentum"},
## @qcode{"nesterov"}, @qcode{"adam"}, @qcode{"adamw"}, @qcode{"nadam"},
## @qcode{"adagrad"}; see @code{ae_optimizer_step}.  Over all data at once, an
## iteration counting as an epoch: @qcode{"lbfgs"} (Nocedal and Wright 2006,
## algorithm 7.5) and @qcode{"scg"} (Moller 1993).
## @item "LearnRate"
## Default 1e-3.
## @item "Momentum", "Decay", "Beta1", "Beta2", "Epsilon", "WeightDecay"
## Settings of the optimizers: 0.9; 0.9 (rmsprop's average); 0.9; 0.999; 1e-7;
## 0.01 (adamw).
## @item "Loss"
## @qcode{"mse"} (mean squared error, default), @qcode{"mae"},
## @qcode{"bce"} (binary cross-entropy), @qcode{"huber"},
## @qcode{"crossentropy"} (of softmax outputs); see @code{ae_loss}.
## @item "ValidationData"
## Samples, or @{inputs, targets@}, whose loss is taken after every epoch.
## @item "ValidationSplit"
## Share of the samples, from 0 to 1, that is set apart for that; default 0.
## @item "Patience", "MinDelta"
## Stop when the validation loss (without validation data: the loss) has not
## fallen by more than MinDelta (default 0) for this many epochs, and restore
## the best weights.  Default [] (never).
## @item "LearnRateSchedule"
## @qcode{"constant"} (default), @qcode{"step"} (times
## @qcode{"ScheduleFactor"}, 0.5, after every @qcode{"ScheduleEvery"}, 10,
## epochs), @qcode{"cosine"} (down to 0 over all epochs; Loshchilov and Hutter
## 2017), @qcode{"plateau"} (times the factor when the loss has not improved for
## that many epochs).
## @item "L1", "L2"
## Penalties: the loss grows by L1 sum |w| + L2 sum w^2 over all weights (not
## biases).  Default 0.
## @item "Sparsity", "SparsityWeight"
## Penalty SparsityWeight * sum_j KL (Sparsity || mean activation of code unit
## j); meant for sigmoid codes (Ng, CS294A lecture notes, 2011).  Default 0.05
## and 0.
##
## The loss is a mean over the @var{d} elements of a sample; where penalties are
## meant for the sum over them, as those of MATLAB's @code{trainAutoencoder}, take
## @qcode{"SparsityWeight"}, SparsityRegularization / @var{d}, and @qcode{"L2"},
## L2WeightRegularization / (2 @var{d}).
## @item "CodeL1"
## Penalty CodeL1 * mean over samples of sum |code|.  Default 0.
## @item "ClipNorm", "ClipValue"
## Largest norm of the whole gradient, or size of each of its elements
## (Pascanu et al. 2013).  Default [] (none).
## @item "Shuffle"
## Draw a new order of the samples for every epoch; default true.
## @item "Augment"
## true: show images (and targets alike) turned, scaled, sheared and shifted a little, in
## every epoch another way, so that a large net cannot learn them by heart; a cell sets how,
## @code{@{"Rotate", 10, "Shift", 0@}}: see @code{ae_augment}.  Validation images stay as they are.
## Not with nets that take missing values, @qcode{"lbfgs"} and @qcode{"scg"}.  Default false.
## @item "Seed"
## A whole number >= 0.  The same seed gives the same bits, whatever the number
## of threads.  By default drawn from @code{rand}.
## @item "Continue"
## true: go on where the last @code{ae_fit} of this net ended, with its
## optimizer state, epoch count and seed, exactly as if it had not stopped.
## Default false: the weights as they are, a fresh optimizer.
## @item "Callback"
## A function handle, called after each epoch with a struct: @code{epoch},
## @code{loss}, @code{val_loss}, @code{learn_rate}, @code{seconds}, @code{net},
## @code{history}.  If it returns true, training stops.
## @item "Checkpoint", "CheckpointEpochs", "CheckpointSeconds"
## A file that is written every so many epochs (1), and within an epoch every so
## many seconds (60); it is always complete.
## @item "Resume"
## A checkpoint file: training goes on from it bit for bit.  The same net, data
## and options must be given; @qcode{"Epochs"} may be larger.
## @item "Log"
## A CSV file with a line an epoch.
## @item "Plot"
## true: draw the losses after every epoch, where there is a display.
## @item "Verbose"
## 0: silent; 1 (default): a bar for each epoch on a terminal, else a line.
## @item "Threads"
## Default: as many as OpenMP takes, usually one a processor.  (Products of matrices
## are the BLAS's where that is fast and safe to call from several threads, else the
## package's own: so a slow BLAS costs a quarter of a dense net's speed, no more, and
## @code{ae_fit} does not warn of one.  @code{autoencoder} says who computes.)
## @item "Parallel"
## @qcode{"mpi"}: the processes that @code{mpirun} starts, on one machine or
## several, train this net together, each its part of every batch; see below.
## @item "Precision"
## @qcode{"single"} or @qcode{"double"}: the class to compute in, and of the
## trained weights; by default that of the net.
## @item "Revive"
## true (default): relu units that training has killed are woken.  A unit that
## is 0 for every sample gets no gradient and could never learn again: a black
## pixel, or a hidden unit for nothing.  After 10, 30 and 100 steps and after
## each epoch of 100 steps or more (shorter ones: after every hundredth step) up
## to 512 samples are looked at.  A hidden unit that none of them moves gets fresh
## weights and feeds nothing at first; a pixel that one sample in a hundred lights
## and whose mean is below 1/40 of the targets' becomes the best
## constant; an output channel of a convolution gets fresh weights, and so does
## that of a net with up to four of them, where necessary, before training begins.
## At the end any pixel of a dense output that is dark for all samples though one
## lights it becomes the mean of the targets (not with data of @code{ae_source}).
## A net in which nothing dies is not changed.  Layers that are tied or not
## trainable are left alone, and so are nets that L-BFGS and scaled conjugate
## gradients train, and hidden units that reach the output through a sum with living ones.
## (Sokar et al., @cite{The dormant neuron phenomenon in deep reinforcement
## learning}, ICML 2023; Lu et al., @cite{Dying ReLU and initialization}, 2019.)
## @end table
##
## With @qcode{"Parallel", "mpi"} a script runs in many processes, MPI's ranks:
##
## @c not run
## @example
## mpirun -np 4 octave-cli script.m
## @end example
##
## Each of them needs the same samples and options (else
## @code{autoencoder:ae_fit:ranks}) and ends with the same net, which has the bits
## that one process gives; weights and seed are those of rank 0, so
## @code{history.rank == 0} says who should print and save.  Only rank 0 prints,
## writes, resumes and calls the callback.  A batch is dealt out in parts of 64
## samples (dense nets) or at most 8 parts of 16 or more (others): ranks beyond
## that have nothing to do.  By default the ranks of a machine divide its processors
## among their threads.  When a rank dies, or has an error, all end with words, and
## the last checkpoint is whole.  Ctrl-C ends training for all, and may end Octave
## before the net is returned: give @qcode{"Checkpoint"}.  The package must have been
## built where @command{mpicc} is (Debian:
## libopenmpi-dev and openmpi-bin), else @code{autoencoder:ae_fit:parallel}.
##
## Warnings say in words what goes wrong: @code{autoencoder:ae_fit:range}
## (targets that the output activation cannot reach, bytes, features of which one
## outweighs the others), @code{:dead} (silent
## units), @code{:mean} (the loss stayed at the mean image's), @code{:nonfinite}
## (the loss was not finite: training ends within a batch, the last good weights
## are returned), @code{:interrupt}, @code{:error}, @code{:log}, @code{:plot},
## @code{:checkpoint}.
##
## Errors: @code{autoencoder:ae_fit:model}, @code{:size}, @code{:class},
## @code{:empty}, @code{:nonfinite}, @code{:option}, @code{:value},
## @code{:checkpoint}, @code{:continue}, @code{:missing}, @code{:overflow},
## @code{:parallel}, @code{:ranks}.
##
## @example
## @group
## t = linspace (-1, 1, 400);
## X = [t; t.^2; sin(3*t)];                   # a curve in space: one number will do
## net = ae_dense (3, [16 1], "Activation", "tanh", "CodeActivation", "linear", ...
##                 "OutputActivation", "linear", "Seed", 1);
## [net, history] = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 0.01, ...
##                          "BatchSize", 32, "Epochs", 100, "Seed", 1, "Verbose", 0);
## size (history.loss)
##     @result{} 1   100
## ae_evaluate (net, X).mse < ae_evaluate (ae_pca (X, 1), X).mse / 20
##     @result{} 1
## @end group
## @end example
## @seealso{ae_network, ae_dense, ae_conv, ae_evaluate, ae_plot_history, ae_objective}
## @end deftypefn

function [net, history] = ae_fit (net, X, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  arg_network ("ae_fit", net);
  model_check ("ae_fit", net);
  T = [];
  if (numel (varargin) > 0 && ! ischar (varargin{1}))
    T = varargin{1};
    varargin(1) = [];
    if (isempty (T))
      arg_array ("ae_fit", "T", T);
    endif
  endif
  opt = fit_options (varargin);
  ranks_hold (opt, "hold");
  unwind_protect
    [net, history] = train (net, X, T, opt);
  unwind_protect_cleanup
    ranks_hold (opt, "release");
  end_unwind_protect
endfunction

function [net, history] = train (net, X, T, opt)
  met = false;
  try
    [data, net] = fit_data (net, X, T, opt);
    run = fit_start (net, data, opt);
    met = true;
    run = ranks_meet (run, data, opt);
    [net, history] = fit_run (run, data, opt);
  catch err
    if (! met)
      ranks_agree (opt, 1);
    elseif (! strcmp (err.identifier, "autoencoder:ae_fit:ranks"))
      ranks_abort (opt, err);
    endif
    text_reraise ("ae_fit", err); # as the engine says: ae_train
  end_try_catch
endfunction

%!demo
%! ## The curve that PCA cannot follow: an autoencoder with a code of one number.
%! x = linspace (-1, 1, 200);
%! X = [x; 0.8 * x.^2 + 0.05 * cos(57 * (1:200))];
%! net = ae_dense (2, [16 1], "Activation", "tanh", "CodeActivation", "linear", ...
%!                 "OutputActivation", "linear", "Seed", 1);
%! [net, history] = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 0.01, "BatchSize", 20, ...
%!                          "Epochs", 200, "Seed", 1, "Verbose", 0);
%! subplot (1, 2, 1);
%! R = ae_decode (net, linspace (min (ae_encode (net, X)), max (ae_encode (net, X)), 100));
%! plot (X(1,:), X(2,:), ".", R(1,:), R(2,:), "-", "linewidth", 2);
%! title ("samples and what the code can give");
%! subplot (1, 2, 2);
%! semilogy (history.loss, "linewidth", 2);
%! xlabel ("epoch");
%! ylabel ("mean squared error");
%! title ("training");

%!shared X, V, make, quiet
%! rand ("state", 7);
%! X = rand (12, 300, "single") .^ 2;
%! V = rand (12, 50, "single") .^ 2;
%! make = @(varargin) ae_dense (12, [8 3], "Activation", "tanh", "OutputActivation", "sigmoid", "Seed", 1, varargin{:});
%! quiet = {"Verbose", 0, "Seed", 3, "BatchSize", 32, "LearnRate", 1e-2};

%!test # it learns; history has a column an epoch; the net keeps its class
%! [net, h] = ae_fit (make (), X, "Epochs", 6, quiet{:});
%! assert (size (h.loss), [1 6]);
%! assert (h.loss(6) < 0.8 * h.loss(1));
%! assert (all (isnan (h.val_loss)));
%! assert (size (h.seconds), [1 6]);
%! assert (h.learn_rate, repmat (1e-2, 1, 6));
%! assert (h.stopped, "epochs");
%! assert (class (net.layers(2).W), "single");
%! assert (net.training.steps, 60);
%!test # the loss of an epoch is the mean over samples of the minibatches' losses, short last batch included
%! net = make ("Precision", "double");
%! x = double (X(:,1:50));
%! [~, h] = ae_fit (net, x, "Epochs", 1, "BatchSize", 32, "Shuffle", false, "LearnRate", 1e-12, "Verbose", 0);
%! assert (h.loss, mean ((ae_predict (net, x) - x)(:) .^ 2), 1e-9);
%!test <*seed> # the same seed, the same bits, for any number of threads
%! a = ae_fit (make (), X, "Epochs", 2, quiet{:}, "Threads", 1);
%! for threads = [2 4]
%!   b = ae_fit (make (), X, "Epochs", 2, quiet{:}, "Threads", threads);
%!   assert (isequal (a.layers, b.layers));
%! endfor
%! b = ae_fit (make (), X, "Epochs", 2, quiet{:}, "Seed", 4);
%! assert (! isequal (a.layers, b.layers));
%!test # with a seed Octave's random state is left alone, without one it is used
%! rand ("state", 3); r = rand (); rand ("state", 3);
%! ae_fit (make (), X, "Epochs", 1, quiet{:});
%! assert (rand (), r);
%! rand ("state", 3);
%! a = ae_fit (make (), X, "Epochs", 1, "Verbose", 0);
%! rand ("state", 3);
%! b = ae_fit (make (), X, "Epochs", 1, "Verbose", 0);
%! assert (isequal (a.layers, b.layers));
%!test # Shuffle
%! a = ae_fit (make (), X, "Epochs", 1, quiet{:}, "Shuffle", false);
%! b = ae_fit (make (), X, "Epochs", 1, quiet{:}, "Shuffle", false, "Seed", 9);
%! assert (isequal ({a.layers.W}, {b.layers.W}));
%!test # targets; images into a vector input
%! noisy = min (max (X + 0.1, 0), 1);
%! [net, h] = ae_fit (make (), noisy, X, "Epochs", 2, quiet{:});
%! assert (h.loss(2) < h.loss(1));
%! b = ae_fit (make (), reshape (noisy, 4, 3, 1, 300), reshape (X, 4, 3, 1, 300), "Epochs", 2, quiet{:});
%! assert (isequal (net.layers, b.layers));
%!test # every optimizer makes the loss smaller
%! for name = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad", "lbfgs", "scg"}
%!   [~, h] = ae_fit (make (), X, "Optimizer", name{1}, "Epochs", 5, quiet{:});
%!   assert (h.loss(end) < h.loss(1), name{1});
%! endfor
%!test # the optimizers' settings reach them
%! base = ae_fit (make (), X, "Optimizer", "adamw", "Epochs", 1, quiet{:});
%! for option = {"Beta1", 0.5; "Beta2", 0.9; "Epsilon", 1e-2; "WeightDecay", 0.5}'
%!   other = ae_fit (make (), X, "Optimizer", "adamw", "Epochs", 1, quiet{:}, option{:});
%!   assert (! isequal (base.layers, other.layers), option{1});
%! endfor
%! a = ae_fit (make (), X, "Optimizer", "momentum", "Epochs", 1, quiet{:});
%! b = ae_fit (make (), X, "Optimizer", "momentum", "Epochs", 1, quiet{:}, "Momentum", 0.5);
%! assert (! isequal (a.layers, b.layers));
%! a = ae_fit (make (), X, "Epochs", 1, quiet{:});
%! b = ae_fit (make (), X, "Epochs", 1, quiet{:}, "Decay", 0.5);
%! assert (! isequal (a.layers, b.layers));
%!test # losses
%! [~, a] = ae_fit (make (), X, "Loss", "mae", "Epochs", 3, quiet{:});
%! assert (a.loss(3) < a.loss(1));
%! [~, b] = ae_fit (make (), X, "Loss", "bce", "Epochs", 3, quiet{:});
%! assert (b.loss(3) < b.loss(1) && b.loss(1) > a.loss(1));
%!test # validation: data, pairs, a share
%! [net, h] = ae_fit (make (), X, "ValidationData", V, "Epochs", 2, quiet{:});
%! assert (h.val_loss(2), ae_evaluate (net, V).mse, 1e-6);
%! [net2, h2] = ae_fit (make (), X, X, "ValidationData", {V, V}, "Epochs", 2, quiet{:});
%! assert (h2.val_loss, h.val_loss);
%! [net, h] = ae_fit (make (), X, "ValidationSplit", 0.2, "Epochs", 2, quiet{:});
%! assert (all (isfinite (h.val_loss)));
%! assert (net.training.steps, 2 * ceil (240 / 32));
%!test # validation sees the net as it is used: no dropout
%! net = make ("Dropout", 0.5);
%! [net, h] = ae_fit (net, X, "ValidationData", V, "Epochs", 1, quiet{:});
%! assert (h.val_loss, ae_evaluate (net, V).mse, 1e-6);
%!test # Patience stops and gives the best weights back
%! [net, h] = ae_fit (make (), X, "ValidationData", V, "Patience", 1, "MinDelta", 1, "Epochs", 9, quiet{:});
%! assert (h.stopped, "patience");
%! assert (numel (h.loss), 2);
%! assert (h.best_epoch, 1);
%! assert (ae_evaluate (net, V).mse, h.val_loss(1), 1e-6);
%!test # learning rate schedules
%! rates = @(varargin) nthargout (2, @ae_fit, make (), X(:,1:40), "Epochs", 4, quiet{:}, "LearnRate", 1, "Optimizer", "adagrad", varargin{:}).learn_rate;
%! assert (rates ("LearnRateSchedule", "step", "ScheduleEvery", 2, "ScheduleFactor", 0.1), [1 1 0.1 0.1], 1e-12);
%! assert (rates ("LearnRateSchedule", "cosine"), (1 + cos (pi * (0:3) / 4)) / 2, 1e-12);
%! [~, h] = ae_fit (make (), X, "Epochs", 4, quiet{:}, "LearnRate", 1e-30, "LearnRateSchedule", "plateau", ...
%!                  "ScheduleEvery", 1, "ScheduleFactor", 0.5, "Shuffle", false);
%! assert (h.learn_rate / 1e-30, [1 1 0.5 0.25], 1e-9);
%!test # penalties: L1, L2, sparse codes
%! norm1 = @(net) sum (arrayfun (@(l) sum (abs (l.W(:))), net.layers));
%! plain = ae_fit (make (), X, "Epochs", 5, quiet{:});
%! assert (norm1 (ae_fit (make (), X, "Epochs", 5, quiet{:}, "L1", 1e-2)) < norm1 (plain));
%! assert (norm1 (ae_fit (make (), X, "Epochs", 5, quiet{:}, "L2", 1e-2)) < norm1 (plain));
%! sig = @() ae_dense (12, [8 3], "Activation", "sigmoid", "Seed", 1);
%! far = @(net) mean (abs (mean (ae_encode (net, X), 2) - 0.05));
%! sparse_net = ae_fit (sig (), X, "Epochs", 20, quiet{:}, "Sparsity", 0.05, "SparsityWeight", 1);
%! assert (far (sparse_net) < 0.05);
%! assert (far (ae_fit (sig (), X, "Epochs", 20, quiet{:})) > 0.1);
%! small = ae_fit (make (), X, "Epochs", 10, quiet{:}, "CodeL1", 1);
%! assert (mean (abs (ae_encode (small, X)(:))) < 0.5 * mean (abs (ae_encode (plain, X)(:))));
%!test # clipping keeps a huge learning rate in bounds
%! net = ae_dense (12, 3, "Activation", "linear", "Seed", 1);
%! go = @(varargin) nthargout (2, @ae_fit, net, X, "Optimizer", "sgd", "Epochs", 2, quiet{:}, varargin{:});
%! assert (! isequal (go ().loss, go ("ClipNorm", 1e-3).loss));
%! assert (! isequal (go ().loss, go ("ClipValue", 1e-4).loss));
%!test # frozen layers keep their weights
%! net = ae_network (12, {ae_layer("dense", 4, "Trainable", false), ae_layer("dense", 12)}, "Seed", 1);
%! out = ae_fit (net, X, "Epochs", 1, quiet{:});
%! assert (out.layers(2).W, net.layers(2).W);
%! assert (! isequal (out.layers(3).W, net.layers(3).W));
%!test # tied weights stay tied, for every kind of optimizer
%! for name = {"rmsprop", "lbfgs"}
%!   out = ae_fit (make ("Tied", true), X, "Epochs", 2, "Optimizer", name{1}, quiet{:});
%!   assert (out.layers(5).W, out.layers(2).W');
%!   assert (out.layers(4).W, out.layers(3).W');
%! endfor
%!test # the callback sees every epoch and can stop; one without a result is fine
%! watch = @(s) s.epoch == 2 && s.loss == s.history.loss(2) && isfield (s.net, "layers");
%! [~, h] = ae_fit (make (), X, "Epochs", 9, quiet{:}, "Callback", watch);
%! assert (h.stopped, "callback");
%! assert (numel (h.loss), 2);
%! [~, h] = ae_fit (make (), X, "Epochs", 2, quiet{:}, "Callback", @(s) fflush (stdout));
%! assert (numel (h.loss), 2);
%!error <the folder of Checkpoint does not exist: /nonexistent> ae_fit (make (), X, "Checkpoint", "/nonexistent/net")
%!test # a loss that is not finite ends training; the last good weights are returned
%! net = ae_dense (12, 3, "Activation", "linear", "Seed", 1);
%! [out, h] = ae_fit (net, 10 * X, "Optimizer", "sgd", "LearnRate", 5, "Epochs", 50, "Verbose", 0);
%! [text, id] = lastwarn ();
%! assert (id, "autoencoder:ae_fit:nonfinite");
%! assert (! isempty (strfind (text, "learning rate 5 is probably too large")));
%! assert (h.stopped, "nonfinite");
%! assert (all (isfinite ([out.layers(2).W(:); out.layers(3).W(:)])));
%! assert (isfinite (ae_evaluate (out, 10 * X).mse));
%!test # warnings in words
%! ae_fit (make (), X + 2, "Epochs", 1, quiet{:});
%! [~, id] = lastwarn ();
%! assert (any (strcmp (id, {"autoencoder:ae_fit:range", "autoencoder:ae_fit:mean"})));
%! net = ae_dense (12, 3, "Seed", 1);
%! net.layers(end).b(:) = -100;
%! ae_fit (net, X, "Epochs", 1, quiet{:}, "Revive", false);
%! [~, id] = lastwarn ();
%! assert (id, "autoencoder:ae_fit:mean");
%!test # Revive: dead output units become the best constant, and learn again
%! net = ae_dense (12, [8 3], "Seed", 1);
%! net.layers(end).W([2 5],:) = 0;
%! net.layers(end).b([2 5]) = -1;
%! plain = ae_fit (net, X, "Epochs", 10, quiet{:}, "Revive", false);
%! assert (ae_predict (plain, X)([2 5],:), zeros (2, 300, "single"));
%! [out, h] = ae_fit (net, X, "Epochs", 10, quiet{:});
%! Y = ae_predict (out, X);
%! assert (all (mean (Y, 2) > 0.1 * mean (X, 2)));
%! assert (std (Y(2,:)) > 0 && std (Y(5,:)) > 0);
%! assert (ae_evaluate (out, X).mse < 0.9 * ae_evaluate (plain, X).mse);
%!test # dead hidden units get weights, and the net is the same function before they learn
%! net = ae_dense (12, [8 3], "Activation", "relu", "OutputActivation", "sigmoid", "CodeActivation", "linear", "Seed", 1);
%! net.layers(2).W([1 7],:) = -1;
%! net.layers(2).b([1 7]) = -1;
%! out = ae_fit (net, X, "Epochs", 2, quiet{:});
%! assert (all (any (ae_activations (out, X, 2)([1 7],:) > 0, 2)));
%! frozen = net;
%! frozen.layers(2).trainable = false;
%! out = ae_fit (frozen, X, "Epochs", 2, quiet{:});
%! assert (out.layers(2).W, net.layers(2).W);
%! out = ae_fit (net, X, "Epochs", 1, quiet{:}, "LearnRate", 1e-12);
%! assert (any (ae_activations (out, X, 2)([1 7],:)(:) > 0));
%! assert (ae_predict (out, X), ae_predict (net, X), 1e-5);
%!test # a net in which nothing dies keeps its bits
%! a = ae_fit (make (), X, "Epochs", 3, quiet{:});
%! b = ae_fit (make (), X, "Epochs", 3, quiet{:}, "Revive", false);
%! assert (isequal (a.layers, b.layers));
%!test # no epochs, one sample, a batch larger than the data
%! [net, h] = ae_fit (make (), X, "Epochs", 0, quiet{:});
%! assert (numel (h.loss), 0);
%! [net, h] = ae_fit (make (), X(:,1), "Epochs", 2, quiet{:});
%! assert (h.loss(2) < h.loss(1));
%! [net, h] = ae_fit (make (), X, "Epochs", 1, quiet{:}, "BatchSize", 1000);
%! assert (net.training.steps, 1);
%!test # Precision
%! net = ae_fit (make (), X, "Epochs", 1, quiet{:}, "Precision", "double");
%! assert (class (net.layers(2).W), "double");
%!test # progress: a line an epoch where there is no terminal, nothing with Verbose 0
%! text = evalc ('ae_fit (make (), X, "Epochs", 2, "Seed", 1);');
%! assert (numel (regexp (text, 'Epoch \d/2')), 2);
%! assert (evalc ('ae_fit (make (), X, "Epochs", 2, quiet{:});'), "");

%!error <Invalid call> ae_fit (1)
%!error <ae_fit: net must be a network, got 1> ae_fit (1, X)
%!error <ae_fit: X must be 12-by-n, got 3-by-5> ae_fit (make (), ones (3, 5))
%!error <transpose, X'> ae_fit (make (), ones (5, 12))
%!error <X must not be empty, got 12-by-0 double> ae_fit (make (), ones (12, 0))
%!error <X must be finite, got NaN at element 1> ae_fit (make (), NaN (12, 2))
%!error <scale it first, as in single \(X\) / 255> ae_fit (make (), uint8 (ones (12, 2)))
%!error <X must be real, got complex> ae_fit (make (), ones (12, 2) * i)
%!error <X must be full> ae_fit (make (), sparse (ones (12, 2)))
%!error <X must be single or double, got cell> ae_fit (make (), {1})
%!error <T must be 12-by-n, got 3-by-300> ae_fit (make (), X, ones (3, 300))
%!error <T must have a sample for each of X: 300, got 2> ae_fit (make (), X, ones (12, 2))
%!error <T must not be empty> ae_fit (make (), X, [])
%!error <without targets the output must be as large as the input: 12, got 2> ae_fit (ae_network (12, {ae_layer("dense", 2)}), X)
%!error <unknown option "Epoch".*valid are: Epochs, BatchSize> ae_fit (make (), X, "Epoch", 3)
%!error <options must come as name/value pairs> ae_fit (make (), X, "Epochs")
%!error <Epochs must be a whole number .= 0, got 1.5> ae_fit (make (), X, "Epochs", 1.5)
%!error <BatchSize must be a whole number .= 1, got 0> ae_fit (make (), X, "BatchSize", 0)
%!error <LearnRate must be a finite number . 0, got NaN> ae_fit (make (), X, "LearnRate", NaN)
%!error <Optimizer must be one of sgd, .*; got "adm"> ae_fit (make (), X, "Optimizer", "adm")
%!error <Loss must be one of mse, mae, bce, .*; got "x"> ae_fit (make (), X, "Loss", "x")
%!error <the targets X must lie in \[0, 1\] for the loss bce> ae_fit (make (), X * 3, "Loss", "bce")
%!error <Threads must be a whole number from 1 to 256, got 0> ae_fit (make (), X, "Threads", 0)
%!error <Callback must be a function handle> ae_fit (make (), X, "Callback", 3)
%!error <ValidationData or ValidationSplit, not both> ae_fit (make (), X, "ValidationData", V, "ValidationSplit", 0.1)
%!error <ValidationSplit 0.001 of 300 samples leaves none> ae_fit (make (), X, "ValidationSplit", 0.001)
%!error <ValidationData must be samples or> ae_fit (make (), X, "ValidationData", {1, 2, 3})
%!error <ValidationData must be 12-by-n, got 3-by-1> ae_fit (make (), X, "ValidationData", ones (3, 1))
%!error <ValidationData must be .inputs, targets. when T is given> ae_fit (make (), X, X, "ValidationData", V)
%!error <Resume or Continue, not both> ae_fit (make (), X, "Continue", true, "Resume", "x")
%!error <this net has not been trained> ae_fit (make (), X, "Continue", true)
%!error <trained with rmsprop and cannot be continued with adam>
%! ae_fit (ae_fit (make (), X, "Epochs", 1, quiet{:}), X, "Continue", true, "Optimizer", "adam");
%!error <cannot read> ae_fit (make (), X, "Resume", "/nonexistent/file")
%!error <it is a model without the state of a training run>
%! file = [tempname() ".safetensors"];
%! ae_save (make (), file);
%! unwind_protect
%!   ae_fit (make (), X, "Resume", file);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!error <cannot write the log> ae_fit (make (), X, "Epochs", 1, quiet{:}, "Log", "/nonexistent/log.csv")
%!error <LearnRate must be 1e30 or less, got 1e.300> ae_fit (make (), X, "LearnRate", 1e300)
%!error <Sparsity must be above 0> ae_fit (make (), X, "Sparsity", 0, "SparsityWeight", 1)
%!error <the model is damaged: W of layer "dense_1" must be real, finite and single, got NaN or Inf>
%! net = make (); net.layers(2).W(1) = Inf; ae_fit (net, X);
