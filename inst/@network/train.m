## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {[@var{n}, @var{tr}] =} train (@var{n}, @var{X}, @var{T})
## Train a network on samples and targets, all layers together.
##
## @var{X} is @var{d}-by-@var{n}, @var{T} @var{k}-by-@var{n}: after a softmax layer
## shares in [0, 1], as a 1 in the row of the right class.  Scaled conjugate
## gradients over all samples lower the cross-entropy (softmax) or the mean
## squared error, from the weights that there are, for at most
## @code{n.trainParam.epochs} iterations or until @code{n.trainParam.goal} or
## @code{n.trainParam.time} is reached.  No samples are set apart for validation:
## MATLAB's @code{train} does that in general.
##
## @var{tr} has the fields @code{trainFcn}, @code{performFcn}, @code{num_epochs},
## @code{epoch} (0, 1, @dots{}), @code{perf} (the performance at each),
## @code{best_epoch}, @code{best_perf}, @code{stop}.
##
## Errors: @code{autoencoder:train:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## rand ("state", 1);
## X = [rand(2, 30), rand(2, 30) + 1];
## T = [ones(1, 30), zeros(1, 30); zeros(1, 30), ones(1, 30)];
## a = trainAutoencoder (X, 2, "MaxEpochs", 50);
## s = trainSoftmaxLayer (encode (a, X), T, "MaxEpochs", 50);
## net = stack (a, s);
## net.trainParam.epochs = 100;
## net = train (net, X, T);
## mean (all (round (net (X)) == T))
##     @result{} ans = 1
## @end group
## @end example
## @seealso{@@Autoencoder/stack, trainSoftmaxLayer, ae_fit}
## @end deftypefn

function [n, tr] = train (n, X, T)
  if (nargin != 3)
    print_usage ();
  endif
  X = __matlab__ ("matrix", "train", "X", X, prod (n.net.input_size));
  T = __matlab__ ("matrix", "train", "T", T, n.net.layers(end).output_size);
  if (columns (T) != columns (X))
    error ("autoencoder:train:size", "train: T must have a column for each of X: %d, got %d", columns (X), columns (T));
  elseif (strcmp (n.performFcn, "crossentropy") && (min (T(:)) < 0 || max (T(:)) > 1))
    error ("autoencoder:train:value", "train: T must lie in [0, 1] after a softmax layer, got [%g, %g]", min (T(:)), max (T(:)));
  endif
  param = n.trainParam;
  opt = struct ("MaxEpochs", param.epochs, "ShowProgressWindow", param.showWindow, ...
                "Stop", @(state) state.loss <= param.goal || state.seconds >= param.time);
  [first, ~] = ae_objective (n.net, X, T, "Loss", n.performFcn, "Threads", 1);
  [n.net, history] = __matlab_fit__ ("train", n.net, X, T, opt, "Loss", n.performFcn);
  n.trained = true;
  [best, at] = min ([first, history.loss]);
  tr = struct ("trainFcn", "trainscg", "performFcn", n.performFcn, "num_epochs", numel (history.loss), ...
               "epoch", 0:numel (history.loss), "perf", [first, history.loss], "best_epoch", at - 1, ...
               "best_perf", best, "stop", history.stopped);
endfunction

%!shared X, T, n
%! rand ("state", 3);
%! X = [rand(2, 30), rand(2, 30) + 1];
%! T = [ones(1, 30), zeros(1, 30); zeros(1, 30), ones(1, 30)];
%! n = network (ae_network (2, {ae_layer("dense", 3, "sigmoid"), ae_layer("dense", 2, "softmax")}, "Seed", 1, "Precision", "double"));
%! n.trainParam.showWindow = false;
%!test
%! [m, tr] = train (n, X, T);
%! assert (mean (all (round (m (X)) == T)), 1);
%! assert (tr.perf(1), ae_loss (n (X), T, "crossentropy"), 1e-12);
%! assert (tr.perf(end) < 0.05);
%! assert (numel (tr.perf), tr.num_epochs + 1);
%!test # epochs and goal
%! n.trainParam.epochs = 7;
%! [~, tr] = train (n, X, T);
%! assert (tr.num_epochs, 7);
%! n.trainParam.epochs = 500;
%! n.trainParam.goal = 0.3;
%! [m, tr] = train (n, X, T);
%! assert (tr.perf(end) <= 0.3 && tr.perf(end-1) > 0.3);
%! assert (n.trainParam.goal, 0.3);
%!test # the mean squared error where there is no softmax
%! m = network (ae_network (2, {ae_layer("dense", 3, "sigmoid"), ae_layer("dense", 1, "linear")}, "Seed", 1, "Precision", "double"));
%! [m, tr] = train (m, X, sum (X));
%! assert (tr.performFcn, "mse");
%! assert (mean ((m (X) - sum (X)) .^ 2) < 0.01);
%!error <Invalid call> train (n, X)
%!error <train: X must be 2-by-n, a sample a column, got 60-by-2> train (n, X', T)
%!error <train: T must be 2-by-n, a sample a column, got 1-by-60> train (n, X, T(1,:))
%!error <train: T must have a column for each of X: 60, got 3> train (n, X, T(:,1:3))
%!error <train: T must lie in .0, 1. after a softmax layer, got .0, 2.> train (n, X, 2 * T)
