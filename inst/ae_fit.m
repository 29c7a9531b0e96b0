## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {} {[@var{net}, @var{history}] =} ae_fit (@var{net}, @var{X})
## @deftypefnx {} {[@var{net}, @var{history}] =} ae_fit (@var{net}, @var{X}, @var{T})
## @deftypefnx {} {[@dots{}] =} ae_fit (@dots{}, @var{name}, @var{value})
## Train a network on inputs @var{X} to give targets @var{T}.
##
## @var{X} holds @var{n} samples, @var{d}-by-@var{n} or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double, scaled to what the
## net's output activation can give (images: [0, 1]).  Without @var{T} the
## targets are the inputs: an autoencoder.  With it, @var{T} has a sample for
## each of @var{X}'s and the size of the net's output: clean images for noisy
## ones.
##
## @var{history} is a struct with a column an epoch in @code{loss},
## @code{val_loss} (NaN without validation data), @code{seconds} and
## @code{learn_rate}; @code{stopped} says why training ended
## (@qcode{"epochs"}, @qcode{"patience"}, @qcode{"callback"},
## @qcode{"interrupt"}, @qcode{"nonfinite"}, @qcode{"converged"}),
## @code{best_epoch} the epoch whose weights were kept under @qcode{"Patience"},
## @code{seed} the seed in use.
##
## Ctrl-C ends training within half a second; @var{net} and @var{history} then
## hold what was learnt so far.  (A second Ctrl-C ends the call as usual.)
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
## @qcode{"bce"} (binary cross-entropy).
## @item "ValidationData"
## Samples, or @{inputs, targets@}, whose loss is taken after every epoch.
## @item "ValidationSplit"
## Share of the samples, from 0 to 1, that is set apart for that; default 0.
## @item "Patience", "MinDelta"
## Stop when the validation loss (without validation data: the loss) has not
## become smaller by more than MinDelta (default 0) for so many epochs, and take
## the best weights back.  Default [] (never).
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
## @item "CodeL1"
## Penalty CodeL1 * mean over samples of sum |code|.  Default 0.
## @item "ClipNorm", "ClipValue"
## Largest norm of the whole gradient, or size of each of its elements
## (Pascanu et al. 2013).  Default [] (none).
## @item "Shuffle"
## Draw a new order of the samples for every epoch; default true.
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
## A file that is written after so many epochs (1), and between epochs after so
## many seconds (60), always whole.
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
## Default: as many as OpenMP takes, usually one a processor.
## @item "Precision"
## @qcode{"single"} or @qcode{"double"}: the class to compute in, and of the
## trained weights; by default that of the net.
## @item "Revive"
## true (default): units of a relu output that are silent for all of the first
## samples, and could never learn, have their weights turned round before
## training starts.
## @end table
##
## What goes wrong is said in words: warnings @code{autoencoder:ae_fit:range}
## (targets that the output activation cannot reach), @code{:dead} (silent
## units), @code{:mean} (the loss stayed at the mean image's), @code{:nonfinite}
## (the loss was no number: training ends within a batch, the last good weights
## are returned), @code{:interrupt}.
##
## Errors: @code{autoencoder:ae_fit:model}, @code{:size}, @code{:class},
## @code{:empty}, @code{:nonfinite}, @code{:option}, @code{:value},
## @code{:checkpoint}, @code{:continue}.
##
## @example
## @group
## X = rand (20, 500, "single");
## net = ae_dense (20, [10 4], "OutputActivation", "sigmoid", "Seed", 1);
## [net, history] = ae_fit (net, X, "Epochs", 3, "Seed", 1, "Verbose", 0);
## size (history.loss)
##     @result{} 1 3
## @end group
## @end example
## @seealso{ae_network, ae_dense, ae_conv, ae_evaluate, ae_plot_history, ae_objective}
## @end deftypefn

function [net, history] = ae_fit (net, X, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  require_network ("ae_fit", net);
  check_model ("ae_fit", net);
  T = [];
  if (numel (varargin) > 0 && ! ischar (varargin{1}))
    T = varargin{1};
    varargin(1) = [];
    if (isempty (T))
      check_array ("ae_fit", "T", T);
    endif
  endif
  opt = fit_options (varargin);
  data = fit_data (net, X, T, opt);
  run = fit_start (net, data, opt);
  [net, history] = fit_run (run, data, opt);
endfunction
