## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_gradcheck (@var{net}, @var{X})
## @deftypefnx {autoencoder} {} ae_gradcheck (@var{net}, @var{X}, @var{T})
## @deftypefnx {autoencoder} {[@var{err}, @var{details}] =} ae_gradcheck (@dots{}, @var{name}, @var{value})
## Compare the gradients of a network with differences of its loss.
##
## Each weight w is moved by a small h either way, in double: the gradient that
## training computes should be (loss (w + h) - loss (w - h)) / 2h.  @var{X} holds
## a few samples, @var{T} their targets (default: @var{X}), as for
## @code{ae_fit}.  Layers act as in training; random ones draw the same numbers
## each time.
##
## @var{err} has an element for each layer: the largest error in its @code{W}
## and @code{b}, relative to the largest gradient in the same array; NaN where
## there is nothing to check (no weights, or frozen or tied ones).  Right
## gradients give 1e-7 or less.  @var{details} is a struct array with an element
## for each array: @code{layer}, @code{name}, @code{field}, @code{size},
## @code{checked}, @code{kinks}, @code{error}.  Without outputs a table is
## printed.
##
## At a kink, where a relu switches or two pooled values are equal, there is no
## derivative.  A weight whose own loss bends just there is counted in
## @code{kinks} and left out, if its gradient lies between the slopes on both
## sides; fresh biases on black pixels are such.
##
## Options:
##
## @table @code
## @item "Loss"
## As for @code{ae_fit}: @qcode{"mse"} (default), @qcode{"mae"}, @qcode{"bce"},
## @qcode{"huber"}, @qcode{"crossentropy"}.
## @item "MaxEntries"
## Of larger arrays only so many elements are checked, drawn at random; default
## 100.
## @item "Step"
## h, default 1e-5.
## @item "Seed"
## Of what is drawn (elements, noise, dropout); default 1.
## @end table
##
## Errors: @code{autoencoder:ae_gradcheck:model}, @code{:size} (also when the
## check would take minutes: give fewer samples), @code{:class},
## @code{:empty}, @code{:nonfinite}, @code{:option}, @code{:value}.
##
## @example
## @group
## net = ae_dense (8, [5 3], "Activation", "tanh");
## err = ae_gradcheck (net, rand (8, 6));
## max (err) < 1e-7
##     @result{} 1
## @end group
## @end example
## @seealso{ae_fit, ae_loss, ae_dense_backward, ae_conv2d_backward}
## @end deftypefn

function [err, details] = ae_gradcheck (net, X, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  T = X;
  own = 0;
  if (! isempty (varargin) && ! ischar (varargin{1}))
    T = varargin{1};
    own = 1;
  endif
  opt = arg_options ("ae_gradcheck", varargin(1+own:end), {
    "Loss", "mse", arg_choices("loss");
    "MaxEntries", 100, "whole >= 1";
    "Step", 1e-5, "number > 0";
    "Seed", 1, "whole >= 0"});
  arg_network ("ae_gradcheck", net);
  model_check ("ae_gradcheck", net);
  net.layers = net_cast (net.layers, "double");
  [x, t] = check_data (net, X, T, own, opt);
  tensors = find_tensors (net.layers);
  check_work (net.layers, columns (x), sum (min ([tensors.size], opt.MaxEntries)));
  objective = loss_function (net, x, t, opt);
  p = net_pack (net.layers);
  [loss, g] = objective (p);
  if (! isfinite (loss) || ! all (isfinite (g)))
    error ("autoencoder:ae_gradcheck:nonfinite", "ae_gradcheck: the loss or its gradient is not finite: are X, T or the weights too large?");
  endif
  for i = 1:numel (tensors)
    tensors(i) = check_tensor (tensors(i), objective, p, loss, g, i, opt);
  endfor
  details = rmfield (tensors, "start");
  err = NaN (numel (net.layers), 1);
  for i = 1:numel (details)
    err(details(i).layer) = max (err(details(i).layer), details(i).error);
  endfor
  if (nargout == 0)
    print_table (details);
    clear err;
  endif
endfunction

function [x, t] = check_data (net, X, T, own, opt)
  scale_require ("ae_gradcheck", net);
  [x, n] = arg_samples ("ae_gradcheck", "X", X, net.input_size, "double", scale_owner (net));
  if (! own && prod (net.input_size) != prod (net.layers(end).output_size))
    error ("autoencoder:ae_gradcheck:size", ...
           "ae_gradcheck: the output (%s) does not have the size of the input (%s): give targets T", ...
           text_size (net.layers(end).output_size), text_size (net.input_size));
  endif
  owner = [];
  if (! isempty (scale_out (net)))
    owner = net;
  endif
  [t, nt] = arg_samples ("ae_gradcheck", "T", T, net.layers(end).output_size, "double", owner);
  if (nt != n)
    error ("autoencoder:ae_gradcheck:size", ...
           "ae_gradcheck: T must have as many samples as X, %d, got %d", n, nt);
  endif
  arg_targets ("ae_gradcheck", {"X", "T"}{1 + own}, opt.Loss, t, scale_out (net));
endfunction

## Where the arrays that training changes stand in the block of parameters.
function tensors = find_tensors (layers)
  tensors = struct ("layer", {}, "name", {}, "field", {}, "size", {}, "checked", {}, "kinks", {}, ...
                    "error", {}, "start", {});
  at = 0;
  for i = 1:numel (layers)
    for row = layer_arrays (layers(i))
      n = numel (layers(i).(row.name));
      if (layer_trains (layers(i), row))
        tensors(end+1) = struct ("layer", i, "name", layers(i).name, "field", row.name, "size", n, ...
                                 "checked", 0, "kinks", 0, "error", 0, "start", at);
      endif
      at += n;
    endfor
  endfor
  if (isempty (tensors))
    error ("autoencoder:ae_gradcheck:model", ...
           "ae_gradcheck: the network has no weights that training changes");
  endif
endfunction

## Two evaluations an element: a guess at the work, so that nobody waits for
## minutes.
function check_work (layers, n, entries)
  products = 0;
  for i = 1:numel (layers)
    pixels = max (area (layers(i).input_size), area (layers(i).output_size));
    products += numel (layers(i).W) * pixels;
  endfor
  if (2 * n * entries * products > 5e11)
    error ("autoencoder:ae_gradcheck:size", ...
           ["ae_gradcheck: %d elements and %d samples would take minutes: give fewer samples, " ...
            "as in X(:,1:10), or a smaller MaxEntries"], entries, n);
  endif
endfunction

## Pixels of an image, times of a series, 1 for a vector.
function n = area (s)
  n = prod (s(1:end-1));
endfunction

function objective = loss_function (net, x, t, opt)
  job = fit_job_options ("batch", columns (x), "seed", opt.Seed, "threads", 1, "loss", opt.Loss, ...
                         "scale", scale_in (net), "target_scale", scale_out (net));
  spec = layer_spec (net.layers);
  objective = @(p) __ae_objective__ (net_tie (p, net.layers), spec, net.input_size, x, t, job);
endfunction

function tensor = check_tensor (tensor, objective, p, loss, g, index, opt)
  n = tensor.size;
  entries = 1:n;
  if (n > opt.MaxEntries)
    entries = sort (__ae_permutation__ (0, opt.Seed, index, n)(1:opt.MaxEntries));
  endif
  own = g(tensor.start + (1:n));
  scale = max (abs (own));
  errors = zeros (1, numel (entries));
  kinks = false (1, numel (entries));
  for k = 1:numel (entries)
    at = tensor.start + entries(k);
    [errors(k), kinks(k), slope] = check_entry (objective, p, loss, g(at), at, scale, opt.Step);
    scale = max (scale, slope);
  endfor
  if (! all (isfinite (errors)))
    error ("autoencoder:ae_gradcheck:nonfinite", ...
           "ae_gradcheck: Step must move each weight and leave the loss finite, got %g", opt.Step);
  endif
  tensor.checked = sum (! kinks);
  tensor.kinks = sum (kinks);
  tensor.error = max ([errors(! kinks), 0]) / max (scale, realmin ());
endfunction

## The absolute error of one element.  Where the first difference is off, a
## larger step has less rounding error, smaller ones pass by a kink nearby, and
## an extrapolation over two of them takes out a curvature that differs on both
## sides.  What then stays off is a kink just there, where the slopes on both
## sides stay apart however small the step and have the gradient between them,
## or a wrong gradient.
function [err, kink, slope] = check_entry (objective, p, loss, wanted, at, scale, h)
  steps = h * [1 10 0.1 0.01];
  kink = false;
  [left, right] = deal (zeros (1, 4));
  for k = 1:4
    up = down = p;
    up(at) += steps(k);
    down(at) -= steps(k);
    right(k) = (objective (up) - loss) / (up(at) - p(at));
    left(k) = (loss - objective (down)) / (p(at) - down(at));
    guesses = (left + right)(1:k) / 2;
    if (k > 2)
      guesses = [guesses, (10 * guesses(3:k) - guesses([1, 3:k-1])) / 9];
    endif
    [err, best] = min (abs (guesses - wanted));
    slope = abs (guesses(best));
    if (err <= 1e-8 * max (scale, slope))
      return;
    endif
  endfor
  gaps = abs (right - left);
  noise = 10 * eps * abs (loss) / steps(4);
  tolerance = noise + abs (right(4) - right(3)) + abs (left(4) - left(3)); # slopes change of themselves
  between = wanted >= min (left(4), right(4)) - tolerance && wanted <= max (left(4), right(4)) + tolerance;
  kink = between && err > 1e-7 * max (scale, slope) && gaps(4) > 0.5 * gaps(3) && gaps(4) > noise;
endfunction

## On a terminal of less than 73 columns the numbers stand below the names.
function print_table (details)
  width = text_columns ();
  rule = repmat ("=", 1, min (width, 73));
  form = "%-30s %9s %9s %9s %12s\n";
  if (width < 73)
    form = "%s\n%9s %8s %8s %10s\n";
  endif
  printf ([form "%s\n"], "Layer", "elements", "checked", "at kinks", "error", rule);
  for d = details
    printf (form, [d.name "." d.field], sprintf ("%d", d.size), sprintf ("%d", d.checked), sprintf ("%d", d.kinks), ...
            sprintf ("%.1e", d.error));
  endfor
  puts (text_wrap (sprintf ("%s\nlargest error, relative to the largest gradient: %.1e (right: <= 1e-7)\n", ...
                            rule, max ([details.error])), width));
endfunction

%!test # dense nets: every activation and loss
%! rand ("state", 3);
%! X = rand (6, 7);
%! [activations, losses] = __ae_choices__ ();
%! for act = {activations.name}
%!   net = ae_dense (6, [5 3], "Activation", act{1}, "OutputActivation", "sigmoid", "Seed", 2);
%!   for loss = {losses.name}
%!     err = ae_gradcheck (net, X, "Loss", loss{1});
%!     assert (size (err), [5 1]);
%!     assert (isnan (err), [true; false(4, 1)]);
%!     assert (max (err) < 1e-7);
%!   endfor
%! endfor
%!test # every layer with weights, and what stands between
%! rand ("state", 4);
%! layers = {ae_layer("conv2d", 3, [3 2], "tanh", "Padding", "same"), ae_layer("batchnorm"), ...
%!           ae_layer("avgpool2d", 2, "Padding", "same"), ae_layer("zeropad2d", 1), ...
%!           ae_layer("conv2d_transpose", 2, 3, "elu", "Stride", 2), ae_layer("maxpool2d", 2), ...
%!           ae_layer("upsample2d", 2, "Interpolation", "bilinear"), ae_layer("crop2d", [0 1 1 0]), ...
%!           ae_layer("noise", "gaussian", 0.1, "Clip", []), ae_layer("dropout", 0.2), ...
%!           ae_layer("flatten"), ae_layer("dense", 6, "softplus"), ae_layer("activation", "sigmoid"), ...
%!           ae_layer("reshape", [3 2 1])};
%! net = ae_network ([5 4 2], layers, "Seed", 1);
%! err = ae_gradcheck (net, rand (5, 4, 2, 6), rand (3, 2, 1, 6));
%! assert (sum (! isnan (err)), 4);
%! assert (max (err) < 1e-7);
%!test # the lecture's convolutional net on small images, black pixels included: kinks are counted
%! rand ("state", 5);
%! X = max (rand (7, 7, 1, 4) - 0.5, 0);
%! X(:,:,:,1) = 0;
%! [err, details] = ae_gradcheck (ae_conv ([7 7 1], [4 2], "Seed", 1), X);
%! assert (max (err) < 1e-7);
%! assert (sum ([details.kinks]) > 0);
%! assert ([details.checked] + [details.kinks], [details.size]);
%!test # tied and frozen layers
%! X = rand (6, 5);
%! net = ae_dense (6, [4 2], "Tied", true, "Activation", "tanh", "Seed", 1);
%! [err, details] = ae_gradcheck (net, X);
%! assert ({details.field}, {"W", "b", "W", "b", "b", "b"});
%! assert (max (err) < 1e-7);
%! net.layers(2).trainable = false;
%! assert (isnan (ae_gradcheck (net, X)(2)));
%!test # a wrong gradient is found: the loss of the other half
%! net = ae_dense (4, 2, "Activation", "tanh", "Seed", 1);
%! X = rand (4, 3);
%! assert (ae_gradcheck (net, X) < 1e-7, [false; true; true]);
%! assert (max (ae_gradcheck (net, X, "Step", 1)) > 1e-4);
%!test # large arrays are sampled, the same elements with the same seed
%! net = ae_dense (100, 20, "Activation", "tanh", "Seed", 1);
%! X = rand (100, 3);
%! [err, details] = ae_gradcheck (net, X, "MaxEntries", 7, "Seed", 2);
%! assert ([details.checked], [7 7 7 7]);
%! assert (max (err) < 1e-7);
%! assert (ae_gradcheck (net, X, "MaxEntries", 7, "Seed", 2), err);
%!test # a table without outputs
%! net = ae_dense (4, 2, "Seed", 1);
%! text = evalc ("ae_gradcheck (net, rand (4, 3))");
%! assert (! isempty (strfind (text, "code.W")));
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 80);
%!test # on a terminal of 40 columns nothing is cut
%! before = getenv ("COLUMNS");
%! unwind_protect
%!   setenv ("COLUMNS", "40");
%!   whole = evalc ("ae_gradcheck (ae_dense (5, [4 2], \"Seed\", 1), ones (5, 3) / 2)");
%! unwind_protect_cleanup
%!   setenv ("COLUMNS", before);
%! end_unwind_protect
%! assert (max (cellfun (@numel, strsplit (whole, "\n"))) <= 40);
%! assert (! isempty (regexp (whole, "^dense_4[.]b\n +5 +5 ", "lineanchors")));
%!error <Invalid call> ae_gradcheck (1)
%!error <ae_gradcheck: net must be a network, got 1> ae_gradcheck (1, 2)
%!error <ae_gradcheck: the model is damaged> ae_gradcheck (struct ("kind", "network"), 2)
%!error <ae_gradcheck: X must be 4-by-n, got 3-by-2> ae_gradcheck (ae_dense (4, 2), ones (3, 2))
%!error <ae_gradcheck: T must be 4-by-n, got 3-by-2> ae_gradcheck (ae_dense (4, 2), ones (4, 2), ones (3, 2))
%!error <T must have as many samples as X, 2, got 3> ae_gradcheck (ae_dense (4, 2), ones (4, 2), ones (4, 3))
%!error <give targets T> ae_gradcheck (ae_network (4, {ae_layer("dense", 2)}), ones (4, 2))
%!error <would take minutes: give fewer samples> ...
%!  ae_gradcheck (ae_dense (784, [100 20]), zeros (784, 60000, "single"))
%!error <no weights that training changes> ...
%!  ae_gradcheck (ae_network (4, {ae_layer("dropout", 0.5)}), ones (4, 2))
%!error <the targets X must lie in .0, 1. for the loss bce, got .2, 2.> ...
%!  ae_gradcheck (ae_dense (4, 2), 2 * ones (4, 2), "Loss", "bce")
%!error <Loss must be one of mse, mae, bce, .*; got "x"> ae_gradcheck (ae_dense (4, 2), ones (4, 2), "Loss", "x")
%!error <MaxEntries must be a whole number .= 1, got 0> ...
%!  ae_gradcheck (ae_dense (4, 2), ones (4, 2), "MaxEntries", 0)
%!error <Step must be a finite number . 0, got 0> ae_gradcheck (ae_dense (4, 2), ones (4, 2), "Step", 0)
%!error <Step must move each weight and leave the loss finite, got 1e.308> ...
%!  ae_gradcheck (ae_dense (4, 2), ones (4, 2), "Step", 1e308)
%!error <Step must move each weight and leave the loss finite, got 1e-300> ...
%!  ae_gradcheck (ae_dense (4, 2), ones (4, 2), "Step", 1e-300)
%!error <Seed must be a whole number> ae_gradcheck (ae_dense (4, 2), ones (4, 2), "Seed", 0.5)
%!error <unknown option "Los".*valid are: Loss> ae_gradcheck (ae_dense (4, 2), ones (4, 2), "Los", 1)
%!error <ae_gradcheck: the loss or its gradient is not finite> ...
%! net = ae_dense (2, 1, "Activation", "linear", "Seed", 1);
%! net.layers(2).W(:) = net.layers(3).W(:) = 1e30;
%! ae_gradcheck (net, 1e200 * ones (2, 1));
