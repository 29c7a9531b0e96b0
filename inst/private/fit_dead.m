## [dead, best] = fit_dead (run, data, opt)
##
## The relu units that the data prove dead.  dead{i} is a row, true for each such
## unit of layer i (an element of a vector, a channel of images), empty where
## there can be none.  best is what each element of the output should be when it
## can be only one number.
##
##   hidden units   dead when 0 for every sample looked at
##   output units   dead when their mean is at most 1/40 of the targets' (tau =
##                  0.025 in Sokar, Agarwal, Castro, Evci, The dormant neuron
##                  phenomenon, ICML 2023) and the targets are not 0 themselves
##                  (where 512 of them are, 2,048 are asked)
##
## Layers that are tied or frozen are left out: training is not what made them
## so, or is not free to change it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [dead, best] = fit_dead (run, data, opt)
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  for m = samples_to_see (net)
    [x, t] = some_samples (run, data, m);
    best = look_closer (best_constant (t, opt.Loss), run, data, opt);
    dead = dead_units (net, x, best);
    if (! any ([dead{:}]))
      return;
    endif
  endfor
endfunction

## How many samples tell: a convolution sees hundreds of places in each, and
## takes its time, so few are asked first, more where those find something.
function m = samples_to_see (net)
  m = 512;
  if (any (cellfun (@numel, {net.layers.output_size}) == 3))
    m = [64 256];
  endif
endfunction

## m samples from all over the data, other ones at every look, and their targets.
function [x, t] = some_samples (run, data, m)
  m = min (m, data.n);
  stride = floor (data.n / m);
  at = 1 + mod (run.steps, stride) + stride * (0:m-1);
  x = samples_take (data.X, at);
  t = x;
  if (! isempty (data.T))
    t = samples_take (data.T, at);
  endif
  t = as_seen (run, data, t);
endfunction

## Targets as the engine sees them
function t = as_seen (run, data, t)
  t = cast (scale_apply (scale_out (run.net), t), data.class);
endfunction

## Elements that one sample in a hundred lights may be 0 in all of the few looked
## at: of those so many are asked that it no longer happens.
function best = look_closer (best, run, data, opt)
  unlit = best == 0;
  if (! any (unlit))
    return;
  endif
  t = data.X;
  if (! isempty (data.T))
    t = data.T;
  endif
  m = min (2048, data.n);
  turn = mod (0.618034 * run.steps, 1); # with even steps and strides the same would come again
  at = 1 + floor (((0:m-1) + turn) * data.n / m);
  if (samples_is_source (t) || ! isempty (scale_out (run.net)))
    t = as_seen (run, data, samples_take (t, at))(unlit,:);
  else
    t = cast (t(unlit,at), data.class); # a few rows of a large array
  endif
  best(unlit) = best_constant (t, opt.Loss);
endfunction

## What an output should be when it can be only one number: the one with the
## least loss.  Missing targets do not count.
function best = best_constant (t, loss)
  if (strcmp (loss, "mae"))
    best = median (t, 2);
    return;
  endif
  best = sum (t, 2) / columns (t);
  if (any (isnan (best)))
    known = ! isnan (t);
    t(! known) = 0;
    best = sum (t, 2) ./ max (sum (known, 2), 1);
  endif
endfunction

## dead{i}: a row, true for each dead unit of layer i; empty where none can be.
function dead = dead_units (net, x, best)
  tau = 0.025;
  layers = net.layers;
  spec = layer_spec (layers);
  relu = relu_layers (layers);
  [~, last] = net_maps (layers);
  n = columns (x);
  cls = class (net_pack (layers));
  dead = cell (1, numel (layers));
  joined = isfield (layers, "inputs");
  if (joined) # not a chain: only the output is looked at, since nothing tells whom a unit feeds
    relu &= 1:numel (layers) == last;
  endif
  for i = 1:max ([find(relu), 0])
    if (! joined)
      x = run_layers (net, spec, i, i, x, cls);
    elseif (relu(i))
      x = run_layers (net, spec, 1, i, x, cls);
    endif
    if (! relu(i))
      continue;
    endif
    units = numel (layers(i).b);
    means = unit_means (max (x, 0), n, units); # max: the relu may be a layer of its own
    if (i == last)
      lit = unit_means (best, 1, units);
      dead{i} = lit > 0 & means <= tau * lit;
    else
      dead{i} = means == 0;
    endif
  endfor
endfunction

## Layers on a few samples: for so little work other threads are not worth waking.
function y = run_layers (net, spec, from, to, x, cls)
  in = net.input_size;
  scale = scale_in (net);
  if (from > 1)
    in = net.layers(from-1).output_size;
    scale = [];
  endif
  spec = spec(from:to);
  if (isfield (spec, "tied"))
    [spec.tied] = deal (""); # weights are in the block; ties matter in training only
  endif
  y = __ae_forward__ (cast (net_pack (net.layers(from:to)), cls), spec, in, x, 1, 1, scale, []);
endfunction

## The mean over n samples of each unit (an element of a vector, a channel of
## images), a row.
function m = unit_means (A, n, units)
  m = sum (reshape (A, [], n), 2) / n;
  m = sum (reshape (m, [], units), 1) / (numel (m) / units);
endfunction

## Which layers have a relu and weights of their own that training changes.
function yes = relu_layers (layers)
  relu = arrayfun (@(l) strcmp (struct_get (l, "activation", ""), "relu"), layers);
  behind = [strcmp({layers(2:end).type}, "activation") & relu(2:end), false];
  ties = arrayfun (@(l) struct_get (l, "tied", ""), layers, "UniformOutput", false);
  bound = ! cellfun (@isempty, ties) | ismember ({layers.name}, ties);
  trains = arrayfun (@(l) logical (struct_get (l, "trainable", true)), layers);
  yes = net_maps (layers) & (relu | behind) & trains & ! bound;
endfunction
