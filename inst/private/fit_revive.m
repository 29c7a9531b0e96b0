## run = fit_revive (run, data, opt)
## run = fit_revive (run, data, opt, true)
##
## Wakes relu units that training has killed.  A relu that is 0 for every sample
## gets no gradient, so it stays what it is: a black pixel, or a unit that the
## net pays for and does not have.  RMSprop and Adam kill many, since their
## steps have the same size however small a gradient is (Lu, Shin, Su,
## Karniadakis, Dying ReLU and initialization, 2019).
##
## The rule is that of ReDo (Sokar, Agarwal, Castro, Evci, The dormant neuron
## phenomenon, ICML 2023), made such that the net computes afterwards what it
## computed before, or something better:
##
##   hidden units   get new weights, as at the start, and feed nothing: the
##                  weights out of them are 0
##                  (left as they are where those cannot be told apart: behind the sum
##                  of skip connections, say)
##   output pixels  become the best constant: weights 0, the bias the mean of
##                  the targets (for the loss mae, the median)
##   output channels of a convolution get new weights, as at the start; no
##                  constant is good for all of their pixels
##
## What the optimizer remembers of the squares of their gradients becomes the
## mean of the living units': from 0 the next step would be three times too
## long, and kill again.
##
## At the end of training (true) it is for output pixels alone, those included that
## fewer than one sample in a hundred lights: none that the data light stays black.
##
## fit_dead says which are dead, fit_revive_due when to look.  Only seed, data
## and the number of steps decide: threads and checkpoints change nothing.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_revive (run, data, opt, at_end = false)
  if (! isfinite (sum (run.p)))
    return; # no case for this cure; the training loop will say what is wrong
  endif
  dead = fit_dead (run, data, opt, at_end);
  if (! any ([dead{:}]))
    return;
  endif
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  slots = slots_of_state (net.layers, run.state);
  for i = find (cellfun (@any, dead))
    [net.layers, slots] = wake (net, slots, i, dead{i}, data, run, opt);
  endfor
  run.p = net_pack (net.layers);
  run.state = state_of_slots (slots, run.state);
endfunction

## New weights into the dead units of layer i, none out of them.
function [layers, slots] = wake (net, slots, i, dead, data, run, opt)
  layers = net.layers;
  [~, last] = net_maps (layers);
  output = i == last;
  [feeds, apart] = fit_feeds (layers, i, dead);
  if (! (output || apart))
    return;
  endif
  at = along (unit_axis (layers(i)), dead);
  if (output && layer_is_dense (layers(i)))
    layers(i).W(at{:}) = 0;
    layers(i).b(dead) = fit_mean (run, data, opt, dead);
  else
    shapes = __ae_shapes__ (0, layers, net.input_size);
    stream = mod (i + 1000 * (100 + run.steps), 2^32);
    layers(i).W(at{:}) = layer_init (layers(i), shapes(i), run.seed, stream, class (run.p)).W(at{:});
    layers(i).b(dead) = 0;
  endif
  slots(i,:) = forget (slots(i,:), "W", unit_axis (layers(i)), dead, opt);
  slots(i,:) = forget (slots(i,:), "b", 1, dead, opt);
  for f = feeds(1:end * ! output)
    at = along (f.axis, f.fed);
    layers(f.layer).W(at{:}) = 0;
    slots(f.layer,:) = forget (slots(f.layer,:), "W", f.axis, f.fed, opt);
  endfor
endfunction

## The dimension of W that counts the units of a layer.
function axis = unit_axis (layer)
  axis = struct ("dense", 1, "contractive", 1, "conv2d", 4, "conv2d_transpose", 4).(layer.type);
endfunction

## An index of W's elements at `where` along that dimension, of the four it may have
function at = along (axis, where)
  at = repmat ({":"}, 1, 4);
  at{axis} = where;
endfunction

## What the optimizer remembers of some weights: nothing, but of the squares of
## their gradients the mean of the others'.
function slots = forget (slots, name, axis, where, opt)
  squares = struct_get (struct ("rmsprop", 1, "adam", 2, "adamw", 2, "nadam", 2, "adagrad", 1), opt.Optimizer, 0);
  gone = along (axis, where);
  others = along (axis, ! where);
  for k = 1:numel (slots)
    s = slots{k}.(name);
    value = 0;
    if (k == squares && ! all (where))
      value = mean (s(others{:}), axis);
    endif
    s(gone{:}) = value .* ones (size (s(gone{:})), class (s));
    slots{k}.(name) = s;
  endfor
endfunction

## The optimizer's state, cut up as the parameters are: a row for each layer, a
## column for each slot, in the fields of the layer.
function slots = slots_of_state (layers, state)
  slots = cell (numel (layers), columns (state));
  for k = 1:columns (state)
    slots(:,k) = num2cell (net_unpack (layers, state(:,k)));
  endfor
endfunction

function state = state_of_slots (slots, state)
  for k = 1:columns (state)
    state(:,k) = net_pack ([slots{:,k}]);
  endfor
endfunction
