## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The sampling layer (core/layers/sampling.c) and what trains through it.

%!function o = options (varargin)
%!  o = call_private ("fit_job_options", "threads", 2, varargin{:});
%!endfunction

%!test # the numbers drawn are standard normal, those of the counters, other ones in every epoch
%! E = sampling_numbers (3, 40, 7, 2);
%! assert (E, ref_noise (zeros (3, 40), "gaussian", 1, [], 7, 2, 3), 2e-6);
%! assert (! isequal (E, sampling_numbers (3, 40, 7, 3)));
%! assert (! isequal (E, sampling_numbers (3, 40, 8, 2)));
%! E = sampling_numbers (30, 200, 1, 1);
%! assert (mean (E(:)), 0, 0.05);
%! assert (std (E(:)), 1, 0.05);

%!test # value and gradient against the textbook, as the first layer of a net that does nothing else
%! k = 3; n = 37; weight = 0.7;
%! X = rand (2 * k, n) * 2 - 1;
%! net = ae_network (n, {ae_layer("dense", 2 * k), ae_layer("flatten"), ae_layer("sampling", weight), ...
%!                       ae_layer("dense", k)}, "Precision", "double", "Seed", 1);
%! net.layers(2).W = X;
%! net.layers(5).W = eye (k);
%! T = rand (k, n);
%! E = sampling_numbers (k, n, 5, 4);
%! [Z, kl] = ref_sampling (X, E, weight);
%! [~, ~, dX] = ref_sampling (X, E, weight, 2 * (Z - T) / (k * n));
%! [f, g] = __ae_objective__ (call_private ("net_pack", net.layers), call_private ("layer_spec", net.layers), n, eye (n), T, ...
%!                            options ("seed", 5, "epoch", 4, "batch", n));
%! assert (f, mean ((Z - T)(:) .^ 2) + kl, 1e-12);
%! g = call_private ("net_unpack", net.layers, g);
%! assert (g(2).W, dX, 1e-12);

%!test # gradients against differences; frozen it is the mean, and no penalty
%! layers = @(varargin) {ae_layer("dense", 5, "tanh"), ae_layer("dense", 4), ...
%!                       ae_layer("sampling", 0.3, "Name", "code", varargin{:}), ae_layer("dense", 6, "sigmoid")};
%! X = rand (6, 90);
%! net = ae_network (6, layers (), "Precision", "double", "Seed", 2);
%! assert (max (ae_gradcheck (net, X)) < 1e-7);
%! frozen = ae_network (6, layers ("Trainable", false), "Precision", "double", "Seed", 2);
%! assert (ae_objective (frozen, X), mean ((ae_predict (frozen, X) - X)(:) .^ 2), 1e-12);
%! assert (max (ae_gradcheck (frozen, X)) < 1e-7);
%! assert (ae_objective (net, X) > ae_objective (frozen, X));

%!test # 100 steps of PyTorch, ELBO and weights
%! N = load (fullfile (fileparts (which ("run_tests")), "data", "torch_vae.mat"));
%! net = ae_network (9, {ae_layer("dense", 6, "tanh"), ae_layer("dense", 6), ae_layer("sampling", 1 / 9, "Name", "code"), ...
%!                       ae_layer("dense", 6, "tanh"), ae_layer("dense", 9, "sigmoid")}, "Precision", "double", "Seed", 1);
%! assert (size (N.E), [3 37 20]);
%! assert (sampling_numbers (3, 37, 5, 19), N.E(:,:,20));
%! spec = call_private ("layer_spec", net.layers);
%! p = N.start;
%! s = zeros (numel (p), 2);
%! losses = zeros (1, 100);
%! o = options ("batch", 8, "seed", 5, "shuffle", 0, "optimizer", "adam", "loss", "bce", "rate", 0.002, "max_steps", 1);
%! for k = 0:99
%!   o.epoch = floor (k / 5);  o.first = mod (k, 5);  o.steps = k;
%!   [p, s, progress] = __ae_train__ (p, spec, 9, N.X, zeros (0, 0), s, o);
%!   losses(k+1) = progress(5);
%! endfor
%! assert (losses, N.losses, 1e-11);
%! assert (9 * losses, sum (N.elbo_parts), 1e-10);
%! assert (p, N.end, 1e-11);

%!error <a sampling layer takes a vector of means and as many logarithms of variances, got 5 numbers>
%! ae_network (5, {ae_layer("sampling")});
%!error <got 16 numbers of an image or a series> ae_network ([4 4 1], {ae_layer("sampling")});
