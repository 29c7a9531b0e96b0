## dead = fit_dead (run, data, opt)
## dead = fit_dead (run, data, opt, true)
##
## The relu units that the data prove dead.  dead{i} is a row, true for each such
## unit of layer i (an element of a vector, a channel of images), empty where
## there can be none.
##
##   hidden units   dead when 0 for every sample looked at
##   output units   dead when their mean is at most 1/40 of the targets' (tau =
##                  0.025 in Sokar, Agarwal, Castro, Evci, The dormant neuron
##                  phenomenon, ICML 2023).  While training goes on, only those
##                  that one sample in a hundred lights (fit_lit): a rarer one
##                  would be killed again at once
##
## At the end (true) it is the output alone, and each of its elements that any
## sample lights: up to 2,048 samples that light the dark ones are looked at.
##
## Layers that are tied or frozen are left out: training is not what made them
## so, or is not free to change it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function dead = fit_dead (run, data, opt, at_end = false)
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  if (at_end)
    dead = dark_outputs (net, run, data);
    return;
  endif
  best = data.lit.constant .* data.lit.often;
  for m = samples_to_see (net)
    dead = dead_units (net, some_samples (run, data, m), best);
    if (! any ([dead{:}]))
      return;
    endif
  endfor
endfunction

## Output elements that stay dark for samples of all sorts and for those that light them.
function dead = dark_outputs (net, run, data)
  dead = cell (1, numel (net.layers));
  [~, last] = net_maps (net.layers);
  if (isempty (data.lit.constant) || samples_is_source (data.X) || samples_is_source (data.T))
    return; # of a source another pass over the file would be needed
  endif
  best = data.lit.constant;
  dark = dead_units (net, some_samples (run, data, 512), best){last};
  if (! any (dark))
    return;
  endif
  x = data.X(:,lit_by (data, dark));
  if (! isempty (x))
    dark &= dead_units (net, x, best){last};
  endif
  dead{last} = dark;
endfunction

## Up to 2,048 samples that light an element of those.
function at = lit_by (data, which)
  t = data.T;
  if (isempty (t))
    t = data.X;
  endif
  lit = false (1, data.n);
  for from = 1:65536:data.n
    range = from:min (from + 65535, data.n);
    lit(range) = any (t(which,range) > 0, 1);
  endfor
  at = find (lit);
  at = at(1:ceil (numel (at) / 2048):end);
endfunction

## How many samples tell: a convolution sees hundreds of places in each, and
## takes its time, so few are asked first, more where those find something.
function m = samples_to_see (net)
  m = 512;
  if (any (cellfun (@numel, {net.layers.output_size}) == 3))
    m = [64 256];
  endif
endfunction

## m samples from all over the data, other ones at every look.
function x = some_samples (run, data, m)
  m = min (m, data.n);
  stride = floor (data.n / m);
  x = samples_take (data.X, 1 + mod (run.steps, stride) + stride * (0:m-1));
endfunction

## dead{i}: a row, true for each dead unit of layer i; empty where none can be.
function dead = dead_units (net, x, best)
  tau = 0.025;
  layers = net.layers;
  spec = layer_spec (layers);
  relu = relu_layers (layers);
  plain = strcmp ({layers.type}, "input") & isempty (scale_in (net)); # a copy of what is there
  [~, last] = net_maps (layers);
  n = columns (x);
  cls = net_class (layers);
  dead = cell (1, numel (layers));
  given = x;
  joined = isfield (layers, "inputs"); # not a chain: each from the start
  for i = 1:max ([find(relu), 0])
    if (plain(i))
      continue;
    elseif (! joined)
      x = run_layers (net, spec, i, i, x, cls);
    elseif (relu(i))
      x = run_layers (net, spec, 1, i, given, cls);
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
