## run = fit_revive_start (run, data, opt)
##
## The first 30 steps of a net whose output is a relu convolution of a few
## channels.  With the lecture's settings about one seed in seven drives the
## only channel below zero within ten steps, and it would stay there, with
## nothing learnt.  When that has happened, the weights of the last layer are drawn
## anew and the steps are taken again from the start: the same as having drawn
## a luckier seed.  When it has not, these are simply the first steps.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function run = fit_revive_start (run, data, opt)
  [~, k] = net_maps (run.net.layers);
  if (! fragile (run.net, k) || run.last_epoch <= run.epoch)
    return;
  endif
  for drawn = 0:20
    if (fit_interrupted (opt))
      run.stopped = "interrupt";
      return;
    endif
    ahead = fit_advance (run, data, opt, opt.LearnRate, 30);
    if (! isfinite (sum (ahead.p)))
      return; # the training loop will say what is wrong
    elseif (! any (fit_dead (ahead, data, opt){k}))
      run = ahead;
      break;
    endif
    run = draw_again (run, k, drawn + 1);
  endfor
  if (drawn > 0 && opt.Verbose > 0)
    printf ("ae_fit: the output layer \"%s\" (relu) was dead; its weights were drawn anew (%d times)\n", ...
            run.net.layers(k).name, drawn);
  endif
endfunction

function yes = fragile (net, k)
  yes = k > 0 && any (strcmp (net.layers(k).type, {"conv2d", "conv2d_transpose"})) ...
        && strcmp (struct_get (net.layers(k), "activation", ""), "relu") ...
        && struct_get (net.layers(k), "trainable", true) && net.layers(k).output_size(3) <= 4;
endfunction

## Fresh weights for layer k, and no bias
function run = draw_again (run, k, drawn)
  layers = net_unpack (run.net.layers, run.p);
  shapes = __ae_shapes__ (0, layers, run.net.input_size);
  weights = layer_init (layers(k), shapes(k), run.seed, mod (k + 1000 * drawn, 2^32), class (run.p));
  layers(k).W = weights.W;
  layers(k).b = weights.b;
  run.p = net_pack (layers);
endfunction
