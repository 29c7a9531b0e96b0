## fit_warn (when, run, data, opt)
##
## Says in words what goes wrong in training: "range" before it starts, "end"
## after it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function fit_warn (when, run, data, opt)
  if (opt.rank > 0)
    return;
  endif
  T = data.T;
  if (isempty (T))
    T = data.X;
  endif
  data.X = head_of (data.X);
  if (strcmp (when, "range"))
    warn_units (run.net, data.X(:,1:min (2048, end)));
    warn_range (run.net, T);
    return;
  endif
  warnings = struct ("nonfinite", @warn_nonfinite, "interrupt", @warn_interrupt, "error", @warn_error);
  if (isfield (warnings, run.stopped))
    warnings.(run.stopped) (run, opt);
  endif
  if (numel (run.history.loss) > 0 && ! any (strcmp (run.stopped, {"nonfinite", "error"})))
    T = head_of (T);
    warn_dead (run, data, T);
    warn_mean (run, data, T, opt);
  endif
endfunction

## Of a source, samples enough for all that is looked at here.
function X = head_of (X)
  if (samples_is_source (X))
    X = samples_take (X, 1:min (2048, X.n));
  endif
endfunction

## Data whose units a net does not learn well: bytes, and features of which one
## outweighs the others.  One warning, with the line to type.  X: some samples.
function warn_units (net, X)
  if (isfield (net, "scaling"))
    if (strcmp (net.scaling.kind, "bytes") && ! isinteger (X) && max (X(:)) <= 1)
      text_warning ("autoencoder:ae_fit:range", ...
                   ["ae_fit: the samples lie in [%g, %g], but the net divides them by 255 (\"Scale\", \"bytes\"): " ...
                    "build it without that option"], min (X(:)), max (X(:)));
    endif
    return;
  endif
  hi = max (X(:));
  if (hi > 100 && hi <= 255 && min (X(:)) >= 0 && rows (X) >= 16)
    text_warning ("autoencoder:ae_fit:range", ...
                 ["ae_fit: the samples lie in [%g, %g], which looks like the bytes of images: give X / 255, or keep " ...
                  "them as uint8 and build the net with \"Scale\", \"bytes\""], min (X(:)), hi);
  elseif (numel (net.input_size) == 1 && (hi > 2 || min (X(:)) < -2))
    warn_spread (net, X);
  endif
endfunction

function warn_spread (net, X)
  spread = std (double (X), 0, 2);
  [largest, k] = max (spread);
  if (! (largest > 0 && isfinite (largest)))
    return; # nothing varies, or more than double can tell
  endif
  typical = median (spread(spread > 0));
  if (largest > 10 * typical)
    text_warning ("autoencoder:ae_fit:range", ...
                 ["ae_fit: feature %d varies %.3g times as much as the median feature and will be nearly all that is " ...
                  "learnt; give each the same weight by\n    net = %s;"], k, largest / typical, scaled_call (net));
  endif
endfunction

## The line that builds such a net with a scaling.
function text = scaled_call (net)
  encoder = net.layers(2:net.code);
  if (all (strcmp ({encoder.type}, "dense")))
    units = cellfun (@prod, {encoder.output_size});
    text = sprintf ("ae_dense (%d, %s, \"Scale\", \"zscore\")", net.input_size, mat2str (units));
  else
    text = "ae_network (..., \"Scale\", \"zscore\")";
  endif
endfunction

## What an activation can give.
function warn_range (net, T)
  last = net.layers(find (! cellfun (@isempty, {net.layers.W}), 1, "last"));
  if (isempty (last) || isempty (struct_get (last, "activation", "")))
    return;
  endif
  range = arg_choices ("activation", last.activation).range;
  [lo, hi] = fit_range (scale_out (net), T);
  if (lo < range(1) || hi > range(2))
    text_warning ("autoencoder:ae_fit:range", ...
             ["ae_fit: the targets lie in [%g, %g], but the output layer \"%s\" (%s) gives only [%g, %g]: " ...
              "scale the data, or build the net with \"OutputActivation\", \"linear\""], lo, hi, last.name, last.activation, range);
  endif
endfunction

function warn_nonfinite (run, opt)
  b = run.bad;
  causes = {sprintf("the learning rate %g is probably too large: try %g", b.rate, b.rate / 10)};
  if (strcmp (opt.Optimizer, "sgd") || strcmp (opt.Optimizer, "momentum") || strcmp (opt.Optimizer, "nesterov"))
    causes{end+1} = "or \"ClipNorm\", 1";
  endif
  text_warning ("autoencoder:ae_fit:nonfinite", ...
           ["ae_fit: the loss became %g in epoch %d at minibatch %d, so training stopped and the last good weights " ...
            "are returned; %s"], b.loss, b.epoch, b.batch, strjoin (causes, ", "));
endfunction

function warn_interrupt (run, opt)
  text_warning ("autoencoder:ae_fit:interrupt", ...
           "ae_fit: stopped by Ctrl-C in epoch %d, after %d steps; the model holds what was learnt so far", ...
           run.epoch + 1, run.steps);
endfunction

function warn_error (run, opt)
  text_warning ("autoencoder:ae_fit:error", ...
                "ae_fit: an error ended training in epoch %d, after %d steps; the model holds what was learnt so far.  The error: %s", ...
                run.epoch + 1, run.steps, run.error.message);
endfunction

## Units that answer none of 512 samples.  In the output layer a unit counts
## only where the targets are not 0 themselves (a black border is right).
function warn_dead (run, data, T)
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  spec = layer_spec (net.layers);
  X = data.X(:,1:min (512, data.n));
  relus = find (strcmp ("relu", arrayfun (@(l) struct_get (l, "activation", ""), net.layers, "UniformOutput", false)));
  for i = relus(:)'
    size_i = net.layers(i).output_size;
    Y = reshape (net_run ("ae_fit", net, spec, 1, i, X), prod (size_i), []);
    dead = ! any (Y > 0, 2);
    last = i == relus(end) && prod (size_i) == rows (T);
    if (last)
      dead &= mean (double (scale_apply (scale_out (net), T(:,1:columns (X)))), 2) > 0.02;
    elseif (numel (size_i) > 1)
      dead = all (reshape (dead, [], size_i(end)), 1)'; # a channel is a unit
    endif
    if (mean (dead) > (! last) * 0.25)
      images = numel (net.input_size) == 3 || sqrt (rows (T)) == fix (sqrt (rows (T))) && rows (T) >= 64;
      what = {"units", "outputs", "pixels of the output"}{1 + last + (last && images)};
      text_warning ("autoencoder:ae_fit:dead", ...
               ["ae_fit: %d of %d %s of layer \"%s\" (relu) are 0 for every sample and can no longer learn; " ...
                "a smaller LearnRate, \"leakyrelu\" or another Seed helps"], ...
               sum (dead), numel (dead), what, net.layers(i).name);
    endif
  endfor
endfunction

## Is the net, as it is now, better than the mean of 512 samples?  While the
## loss still falls by 2 % an epoch there is nothing to say.
function warn_mean (run, data, T, opt)
  h = run.history.loss;
  falling = numel (h) > 1 && h(end) < 0.98 * h(end-1);
  if (! strcmp (opt.Loss, "mse") || falling || data.n < 2)
    return;
  endif
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  n = min (512, data.n);
  T = double (scale_apply (scale_out (net), T(:,1:n)));
  there = ! isnan (T);
  T(! there) = 0;
  Y = net_run ("ae_fit", net, layer_spec (net.layers), 1, numel (net.layers), data.X(:,1:n));
  now = mean ((double (reshape (Y, [], n)) - T)(there) .^ 2);
  base = mean ((T - sum (T, 2) ./ max (sum (there, 2), 1))(there) .^ 2);
  if (! (base > 0 && now > 0.97 * base))
    return;
  endif
  heavy = heavy_penalties (net, opt, base);
  if (isempty (heavy))
    advice = ": nothing about the single samples was learnt; train longer, or change LearnRate, Seed or the activations";
  else
    d = rows (T);
    advice = sprintf ([", because the penalties weigh more: %s.  Make them smaller.  The error is a mean over the %d elements of " ...
                       "a sample; penalties meant for their sum, as MATLAB's, are divided by %d (L2 by %d)"], ...
                      strjoin (heavy, ", "), d, d, 2 * d);
  endif
  text_warning ("autoencoder:ae_fit:mean", ...
                "ae_fit: the mean squared error, %.4g, is no better than that of the mean sample, %.4g%s", now, base, advice);
endfunction

## The penalties that cost more, in a net of ordinary weights (Glorot's) and codes
## of about 1/2, than the error that there is to gain, in words.  Those of the net
## at hand may be small: that is how such penalties are met.
function heavy = heavy_penalties (net, opt, base)
  square = absolute = 0;
  for layer = net.layers(! cellfun (@isempty, {net.layers.W}))
    if (isempty (struct_get (layer, "tied", "")) && struct_get (layer, "trainable", true))
      n = numel (layer.W);
      spread = 2 * n / (prod (layer.input_size) + prod (layer.output_size));
      square += spread;
      absolute += sqrt (n * spread);
    endif
  endfor
  r = max (opt.Sparsity, realmin ());
  k = prod (net.layers(net.code).output_size);
  costs = {"L1", absolute; "L2", square; "CodeL1", k / 2;
           "SparsityWeight", k * (r * log (2 * r) + (1 - r) * log (2 * (1 - r)))};
  heavy = {};
  for i = 1:rows (costs)
    cost = opt.(costs{i,1}) * costs{i,2};
    if (cost > base)
      heavy{end+1} = sprintf ("%s %g costs about %.3g in ordinary weights", costs{i,1}, opt.(costs{i,1}), cost);
    endif
  endfor
endfunction
