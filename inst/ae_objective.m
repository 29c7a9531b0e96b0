## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{f}, @var{g}] =} ae_objective (@var{net}, @var{X})
## @deftypefnx {autoencoder} {[@var{f}, @var{g}] =} ae_objective (@var{net}, @var{X}, @var{T})
## @deftypefnx {autoencoder} {[@var{f}, @var{g}] =} ae_objective (@dots{}, @var{name}, @var{value})
## The mean loss of a network over a whole data set, and its gradient.
##
## The function that training minimises, in the form that minimisers expect:
## Octave's @code{fminunc} and @code{fminsearch}, or your own.
##
## @var{X} holds @var{n} samples, @var{d}-by-@var{n} or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or double; @var{T} the
## targets, of the size of the network's output, by default @var{X} itself.
##
## @var{f}, a double number, is the loss, the mean over every element of all
## samples (crossentropy: over samples and pixels), plus the penalties.  @var{g} is the column of its derivatives with
## respect to each element of @code{ae_parameters (@var{net})}, of the class of
## the weights.  It is computed only when asked for.
##
## Options:
## @table @code
## @item "Parameters"
## The point at which to evaluate: a column as @code{ae_parameters} gives it.
## Default: the parameters of @var{net}.
## @item "Loss"
## @qcode{"mse"} (mean squared error, default), @qcode{"mae"},
## @qcode{"bce"} (binary cross-entropy, targets in [0, 1]), @qcode{"huber"},
## @qcode{"crossentropy"} (of softmax outputs, targets in [0, 1]); see
## @code{ae_loss}.
## @item "L1", "L2"
## The loss grows by L1 sum |w| + L2 sum w^2 over all trainable weights (not
## biases).  Default 0.
## @item "Seed"
## A whole number >= 0 that draws what dropout and noise layers do; default 0.
## It is the same in every call, so that one fixed function is minimised.
## @item "Threads"
## Default: as many as OpenMP takes.  The results don't depend on it.
## @end table
##
## Layers act as in training: dropout drops, noise is added, and batch
## normalisation takes mean and variance of all samples (its moving ones, which
## only @code{ae_fit} keeps up to date, stay as they are).
##
## Where the loss is too large for its class @var{f} is @code{Inf} and @var{g}
## zero: a line search then steps back.
##
## Errors: @code{autoencoder:ae_objective:model}, @code{:size},
## @code{:class}, @code{:empty}, @code{:nonfinite}, @code{:option},
## @code{:value}.
##
## A minimiser needs @qcode{"Precision", "double"}: in single the loss has 7
## digits, and small steps are lost in rounding.
##
## @example
## @group
## X = [1 2 3 4; 2 4 6 8; 1 0 1 0] / 8;
## net = ae_dense (3, 2, "Activation", "tanh", "Precision", "double", "Seed", 1);
## f = @@(p) ae_objective (net, X, "Parameters", p);
## p = fminunc (f, ae_parameters (net), optimset ("GradObj", "on"));
## net = ae_parameters (net, p);
## ae_objective (net, X) < 1e-3
##     @result{} 1
## @end group
## @end example
## @seealso{ae_parameters, ae_fit, ae_gradcheck, fminunc}
## @end deftypefn

function [f, g] = ae_objective (net, X, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  arg_network ("ae_objective", net);
  spec = model_check ("ae_objective", net);
  block = net_pack (net.layers);
  scale_require ("ae_objective", net);
  [x, n] = arg_samples ("ae_objective", "X", X, net.input_size, class (block), scale_owner (net));
  t = zeros (0, 0, class (block));
  if (numel (varargin) > 0 && ! ischar (varargin{1}))
    t = check_targets (net, varargin{1}, n, class (block));
    varargin(1) = [];
  elseif (prod (net.layers(end).output_size) != rows (x))
    error ("autoencoder:ae_objective:size", ...
           "ae_objective: without T the output must be as large as the input: %d, got %d", rows (x), ...
           prod (net.layers(end).output_size));
  endif
  opt = arg_options ("ae_objective", varargin, {
    "Parameters", [], "";
    "Loss", "mse", arg_choices("loss");
    "L1", 0, "number >= 0";
    "L2", 0, "number >= 0";
    "Seed", 0, "whole >= 0";
    "Threads", [], "threads?"});
  for name = {"L1", "L2"}
    if (opt.(name{1}) > 1e30)
      error ("autoencoder:ae_objective:value", "ae_objective: %s must be 1e30 or less, got %g", name{1}, opt.(name{1}));
    endif
  endfor
  check_range (opt.Loss, t, x, scale_out (net));
  keep = net_trained (net.layers);
  if (! isempty (opt.Parameters) || ! isnumeric (opt.Parameters))
    block(keep) = arg_parameters ("ae_objective", "Parameters", opt.Parameters, nnz (keep));
    block = net_tie (block, net.layers);
  endif
  job = fit_job_options ("loss", opt.Loss, "l1", opt.L1, "l2", opt.L2, "seed", opt.Seed, ...
                     "threads", sum (opt.Threads), ...
                         "scale", scale_in (net), "target_scale", scale_out (net));
  if (nargout < 2)
    f = loss_or_inf (__ae_objective__ (block, spec, net.input_size, x, t, job));
    return;
  endif
  [f, g] = __ae_objective__ (block, spec, net.input_size, x, t, job);
  [f, g] = loss_or_inf (f, g(keep));
endfunction

function t = check_targets (net, T, n, cls)
  t = arg_samples ("ae_objective", "T", T, net.layers(end).output_size, cls, target_owner (net));
  if (columns (t) != n)
    error ("autoencoder:ae_objective:size", ...
           "ae_objective: T must have a sample for each of X: %d, got %d", n, columns (t));
  endif
endfunction

## Whose scaling the targets have
function owner = target_owner (net)
  owner = [];
  if (! isempty (scale_out (net)))
    owner = net;
  endif
endfunction

function check_range (loss, t, x, scale)
  what = "T";
  if (isempty (t))
    t = x;
    what = "X";
  endif
  arg_targets ("ae_objective", what, loss, t, scale);
endfunction

function [f, g] = loss_or_inf (f, g)
  if (! isfinite (f) || (nargin > 1 && ! all (isfinite (g))))
    f = Inf;
    if (nargin > 1)
      g(:) = 0;
    endif
  endif
endfunction

%!function e = difference (net, varargin)
%!  p = ae_parameters (net);
%!  at = @(q) ae_objective (net, varargin{:}, "Parameters", q, "Threads", 1);
%!  [f, g] = ae_objective (net, varargin{:});
%!  some = 1:5:numel (p);
%!  n = zeros (size (some'));
%!  for i = 1:numel (some)
%!    step = 1e-5 * ((1:numel (p))' == some(i));
%!    n(i) = (at (p + step) - at (p - step)) / 2e-5;
%!  endfor
%!  e = max (abs (g(some) - n)) / max (abs (g));
%!endfunction
%!shared net, X, T
%! net = ae_dense (6, [5 3], "Activation", "tanh", "OutputActivation", "sigmoid", ...
%!                 "Precision", "double", "Seed", 4);
%! X = abs (sin (reshape (1:6*90, 6, 90) .^ 2));
%! T = X .^ 2;
%!test # the loss, against ae_loss; each option's part
%! Y = ae_reconstruct (net, X);
%! for loss = {"mse", "mae", "bce"}
%!   assert (ae_objective (net, X, T, "Loss", loss{1}), ae_loss (Y, T, loss{1}), 1e-12);
%!   assert (ae_objective (net, X, "Loss", loss{1}), ae_loss (Y, X, loss{1}), 1e-12);
%! endfor
%! w = cellfun (@(W) W(:), {net.layers.W}, "UniformOutput", false);
%! w = vertcat (w{:});
%! assert (ae_objective (net, X, "L1", 0.1), ae_loss (Y, X, "mse") + 0.1 * sum (abs (w)), 1e-12);
%! assert (ae_objective (net, X, "L2", 0.1), ae_loss (Y, X, "mse") + 0.1 * sumsq (w), 1e-12);
%! assert (ae_objective (net, X, "Parameters", ae_parameters (net)), ae_objective (net, X));
%!test # the gradient, against differences
%! assert (difference (net, X) < 1e-7);
%! assert (difference (net, X, T, "Loss", "bce", "L1", 1e-3, "L2", 0.1) < 1e-7);
%! n = ae_network ([4 4 1], {ae_layer("noise", "gaussian", 0.2, "Clip", []), ...
%!   ae_layer("conv2d", 2, [3 3], "tanh", "Padding", "same"), ae_layer("batchnorm"), ...
%!   ae_layer("dropout", 0.3), ae_layer("flatten"), ae_layer("dense", 3, "Name", "code"), ae_layer("dense", 6, "Trainable", false), ...
%!   ae_layer("dense", 16, "sigmoid")}, "Precision", "double", "Seed", 2);
%! I = abs (sin (reshape (1:16*20, 4, 4, 1, 20) .^ 2));
%! assert (difference (n, I, "Seed", 3) < 1e-6);
%!test # tied layers move together
%! n = ae_network (6, {ae_layer("dense", 3, "tanh", "Name", "code"), ...
%!                     ae_layer("dense", 6, "Tied", "code")}, ...
%!                 "Precision", "double", "Seed", 2);
%! assert (difference (n, X) < 1e-7);
%!test # threads, seeds, class, images
%! [f, g] = ae_objective (net, X);
%! [f3, g3] = ae_objective (net, X, "Threads", 3);
%! assert ({f3, g3}, {f, g});
%! [f4, g4] = ae_objective (net, single (X));
%! assert (f4, f, 1e-6);
%! s = ae_dense (6, 3, "Seed", 1);
%! [f, g] = ae_objective (s, X, "Parameters", double (ae_parameters (s)));
%! assert ({class(f), class(g)}, {"double", "single"});
%! d = ae_network (6, {ae_layer("dropout", 0.5), ae_layer("dense", 6)}, "Seed", 1);
%! assert (ae_objective (d, X), ae_objective (d, X));
%! assert (ae_objective (d, X), ae_objective (d, X, "Seed", 0));
%! assert (ae_objective (d, X) != ae_objective (d, X, "Seed", 1));
%! assert (ae_objective (net, reshape (X, 3, 2, 1, 90)), ae_objective (net, X));
%!test # a descent that anyone can write
%! p = ae_parameters (net);
%! first = ae_objective (net, X);
%! for i = 1:20
%!   [f, g] = ae_objective (net, X, "Parameters", p);
%!   p -= g;
%! endfor
%! assert (ae_objective (ae_parameters (net, p), X) < first);
%!test # fminunc
%! A = [1 2 3 4; 2 4 6 8; 1 0 1 0] / 8;
%! n = ae_dense (3, 2, "Activation", "tanh", "Precision", "double", "Seed", 1);
%! p = fminunc (@(p) ae_objective (n, A, "Parameters", p), ae_parameters (n), optimset ("GradObj", "on"));
%! assert (ae_objective (n, A, "Parameters", p) < 1e-3);
%!test # far out: Inf, so that a line search comes back
%! n = ae_dense (6, 3, "Activation", "linear", "Seed", 1);
%! [f, g] = ae_objective (n, X, "Parameters", 1e30 * ones (numel (ae_parameters (n)), 1));
%! assert (f, Inf);
%! assert (g, zeros (size (g), "single"));
%!test # the random state is left alone
%! rand ("state", 5); a = rand ("state");
%! ae_objective (ae_network (6, {ae_layer("noise"), ae_layer("dense", 6)}, "Seed", 1), X);
%! assert (rand ("state"), a);
%!error <Invalid call> ae_objective (net)
%!error <net must be a network, got 3> ae_objective (3, X)
%!error <the model is damaged> ae_objective (setfield (net, "code", 0), X)
%!error <X must be 6-by-n, got 90-by-6; samples are columns here: transpose, X'> ae_objective (net, X')
%!error <X must not be empty> ae_objective (net, zeros (6, 0))
%!error <X must be finite> ae_objective (net, NaN (6, 1))
%!error <X must be single or double, got uint8; scale it first> ae_objective (net, uint8 (X))
%!error <T must be 6-by-n, got 5-by-90> ae_objective (net, X, X(1:5,:))
%!error <T must have a sample for each of X: 90, got 2> ae_objective (net, X, X(:,1:2))
%!error <T must not be empty> ae_objective (net, X, [])
%!error <without T the output must be as large as the input: 6, got 2> ae_objective (ae_network (6, {ae_layer("dense", 2)}), X)
%!error <the targets T must lie in .0, 1. for the loss bce, got .-2, -1.> ae_objective (net, X, -1 - round (X), "Loss", "bce")
%!error <unknown option "Los".*valid are: Parameters, Loss, L1, L2, Seed, Threads> ae_objective (net, X, "Los", 1)
%!error <Loss must be one of mse, mae, bce, .*; got "hinge"> ae_objective (net, X, "Loss", "hinge")
%!error <L1 must be a finite number .= 0, got -1> ae_objective (net, X, "L1", -1)
%!error <L2 must be a finite number .= 0, got NaN> ae_objective (net, X, "L2", NaN)
%!error <Seed must be a whole number .= 0, got -1> ae_objective (net, X, "Seed", -1)
%!error <Threads must be a whole number from 1 to 256, got 0> ae_objective (net, X, "Threads", 0)
%!error <Parameters must be a column of 109 numbers, got 3> ae_objective (net, X, "Parameters", 3)
%!error <Parameters must be finite, got Inf at element 1> ae_objective (net, X, "Parameters", Inf (109, 1))
%!error <Parameters must be single or double, got char> ae_objective (net, X, "Parameters", "p")
