## E = sampling_numbers (k, n, seed, epoch)
##
## The normal numbers that a sampling layer at place 3 of a net draws for n
## samples, as doubles.  The gradient tells: samples are the columns of the
## identity, so that each has weights of its own in the layer before, and with
## means 0, variances 1 and targets 0 that gradient is 2 E / (k n).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function E = sampling_numbers (k, n, seed, epoch)
  net = ae_network (n, {ae_layer("dense", 2 * k), ae_layer("flatten"), ae_layer("sampling", 0), ...
                        ae_layer("dense", k)}, "Precision", "double", "Seed", 1);
  net.layers(2).W(:) = 0;
  net.layers(5).W = eye (k);
  p = call_private ("net_pack", net.layers);
  spec = call_private ("layer_spec", net.layers);
  o = call_private ("fit_job_options", "seed", seed, "epoch", epoch, "batch", n);
  [~, g] = __ae_objective__ (p, spec, n, eye (n), zeros (k, n), o);
  net.layers = call_private ("net_unpack", net.layers, g);
  E = double (single (net.layers(2).W(1:k,:) * k * n / 2));
endfunction
