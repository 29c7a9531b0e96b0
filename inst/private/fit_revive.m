## run = fit_revive (run, data, opt, when)
##
## Keeps a convolutional net with a relu output from dying.  An output channel
## that is 0 for every sample gets no gradient: the loss then stays at mean (x^2)
## for good.  About one draw of the weights in seven dies so within its first
## ten steps.
##
## when "start": the first minibatches are tried out; if the output is dead after
## them, the weights of the last layer are drawn anew (from the same distribution)
## and it is tried again.  when "epoch": an output that died later is drawn anew.
## Weights that live are left alone, and only the seed decides.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_revive (run, data, opt, when)
  tries = 20;
  steps = 30;
  k = output_layer (run.net);
  if (k == 0)
    return;
  endif
  X = data.X(:,1:min (256, data.n));
  starting = strcmp (when, "start");
  drawn = 0;
  while (drawn < tries)
    trial = run;
    if (starting)
      trial = fit_advance (run, data, opt, opt.LearnRate, steps);
    endif
    if (alive (trial, k, X))
      break;
    endif
    drawn++;
    run = draw_again (run, k, drawn);
    if (! starting)
      break; # the next epoch tells
    endif
  endwhile
  if (drawn > 0 && opt.Verbose > 0)
    printf ("ae_fit: the output layer \"%s\" (relu) was dead; its weights were drawn anew (%d times)\n", ...
            run.net.layers(k).name, drawn);
  endif
endfunction

## The last layer when it is a relu convolution of a few channels, else 0.
function k = output_layer (net)
  k = find (! cellfun (@isempty, {net.layers.W}), 1, "last");
  if (isempty (k) || ! (any (strcmp (net.layers(k).type, {"conv2d", "conv2d_transpose"}))
                        && strcmp (net.layers(k).activation, "relu") && net.layers(k).trainable
                        && net.layers(k).output_size(3) <= 4))
    k = 0;
  endif
endfunction

## Does every channel of the layer answer one sample in twenty?
function yes = alive (run, k, X)
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  if (! isfinite (sum (run.p)))
    yes = true; # no case for this cure; the training loop will say what is wrong
    return;
  endif
  Y = net_run ("ae_fit", net, layer_spec (net.layers), 1, k, X);
  answers = squeeze (any (any (Y > 0, 1), 2));
  yes = all (mean (reshape (answers, size (Y, 3), []), 2) > 0.05);
endfunction

## Fresh weights, no bias and a fresh optimizer state for layer k.
function run = draw_again (run, k, drawn)
  layers = net_unpack (run.net.layers, run.p);
  before = numel (net_pack (layers(1:k-1)));
  own = numel (net_pack (layers(k)));
  shapes = __ae_shapes__ (0, layers, run.net.input_size);
  stream = k + 1000 * (drawn + 100 * run.epoch);
  weights = layer_init (layers(k), shapes(k), run.seed, mod (stream, 2^32), class (run.p));
  layers(k).W = weights.W;
  layers(k).b = weights.b;
  run.net.layers = layers;
  run.p = net_pack (layers);
  run.state(before+1:before+own,:) = 0;
endfunction
