## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The sparsity layer (core/layers/sparsity.c), which ae_fit puts after the
## code: its value, its gradient, threads, and what it refuses.

%!function spec = sparse_spec (net, rate, kl, l1)
%!  spec = num2cell (call_private ("layer_spec", net.layers));
%!  row = struct ("type", "sparsity", "target_rate", rate, "kl_weight", kl, "l1_weight", l1);
%!  spec = [spec(1:net.code), {row}, spec(net.code+1:end)];
%!endfunction

%!function [worst, f, g] = gradient_error (p, spec, in, X, o)
%!  [f, g] = __ae_objective__ (p, spec, in, X, zeros (0, 0), o);
%!  h = 1e-5;
%!  n = zeros (size (p));
%!  for i = 1:numel (p)
%!    q = p; q(i) += h; up = __ae_objective__ (q, spec, in, X, zeros (0, 0), o);
%!    q(i) -= 2 * h;    n(i) = (up - __ae_objective__ (q, spec, in, X, zeros (0, 0), o)) / (2 * h);
%!  endfor
%!  worst = max (abs (g - n)) / max (abs (g));
%!endfunction

%!shared net, X, p, o
%! net = ae_dense (6, [5 3], "Activation", "sigmoid", "Precision", "double", "Seed", 4);
%! X = abs (sin (reshape (1:6*90, 6, 90) .^ 2));
%! p = call_private ("net_pack", net.layers);
%! p += 0.3 * cos ((1:numel (p))' .^ 2);
%! o = call_private ("fit_job_options", "threads", 1);

%!test # the value, against the definition
%! net.layers = call_private ("net_unpack", net.layers, p);
%! a = ae_encode (net, X);
%! r = 0.2;
%! kl = ref_sparsity (a, r, 1, 0);
%! plain = __ae_objective__ (p, sparse_spec (net, r, 0, 0), 6, X, zeros (0, 0), o);
%! assert (plain, mean ((ae_reconstruct (net, X) - X)(:) .^ 2), 1e-12);
%! assert (__ae_objective__ (p, sparse_spec (net, r, 3, 0), 6, X, zeros (0, 0), o), plain + 3 * kl, 1e-12);
%! assert (__ae_objective__ (p, sparse_spec (net, r, 0, 2), 6, X, zeros (0, 0), o), ...
%!         plain + ref_sparsity (a, r, 0, 2), 1e-12);
%!test # the gradient: vectors, and images with layers of every kind around
%! [e, f, g] = gradient_error (p, sparse_spec (net, 0.1, 0.7, 0.4), 6, X, o);
%! assert (e < 1e-7);
%! conv = ae_network ([6 6 2], {ae_layer("conv2d", 3, [3 3], "sigmoid", "Padding", "same"), ...
%!   ae_layer("maxpool2d", [2 2], "Name", "code"), ae_layer("upsample2d", [2 2]), ae_layer("batchnorm"), ...
%!   ae_layer("conv2d", 2, [3 3], "tanh", "Padding", "same")}, "Precision", "double", "Seed", 2);
%! q = call_private ("net_pack", conv.layers);
%! I = abs (sin (reshape (1:72*20, 72, 20) .^ 2));
%! assert (gradient_error (q, sparse_spec (conv, 0.1, 0.7, 0.4), [6 6 2], I, o) < 1e-6);
%!test # tanh: L1 with both signs
%! t = ae_dense (6, 3, "Activation", "tanh", "Precision", "double", "Seed", 4);
%! q = call_private ("net_pack", t.layers) + 0.1;
%! assert (gradient_error (q, sparse_spec (t, 0.1, 0, 0.4), 6, X, o) < 1e-7);
%!test # one thread or several: the same bits; single is near
%! spec = sparse_spec (net, 0.1, 0.7, 0.4);
%! [f, g] = __ae_objective__ (p, spec, 6, X, zeros (0, 0), o);
%! for threads = [2 3 7]
%!   [f2, g2] = __ae_objective__ (p, spec, 6, X, zeros (0, 0), ...
%!                               call_private ("fit_job_options", "threads", threads));
%!   assert (f2, f);
%!   assert (g2, g);
%! endfor
%! [f1, g1] = __ae_objective__ (single (p), spec, 6, single (X), zeros (0, 0, "single"), o);
%! assert (f1, f, -1e-6);
%! assert (double (g1), g, 1e-5);
%!test # more samples than a pass of a net without statistics takes: one batch
%! spec = sparse_spec (net, 0.1, 0.7, 0.4);
%! Y = repmat (X, 1, 12);
%! [f, g] = __ae_objective__ (p, spec, 6, X, zeros (0, 0), o);
%! [f2, g2] = __ae_objective__ (p, spec, 6, Y, zeros (0, 0), o);
%! assert (f2, f, 1e-13);
%! assert (g2, g, 1e-13);
%!test # activations outside (0, 1): finite, and no slope beyond the clamp
%! r = ae_dense (6, 3, "Activation", "relu", "Precision", "double", "Seed", 4);
%! for shift = [-50 50]
%!   r.layers(2).b(:) = shift;
%!   q = call_private ("net_pack", r.layers);
%!   [f, g] = __ae_objective__ (q, sparse_spec (r, 0.1, 1, 0), 6, X, zeros (0, 0), o);
%!   [f0, g0] = __ae_objective__ (q, sparse_spec (r, 0.1, 0, 0), 6, X, zeros (0, 0), o);
%!   assert (isfinite (f) && f > f0 + 1);
%!   assert (g, g0);
%! endfor
%!test # training: mean activations go to the target
%! spec = sparse_spec (net, 0.05, 1, 0);
%! q = p;
%! s = zeros (numel (p), 2);
%! o = call_private ("fit_job_options", "optimizer", "adam", "rate", 0.01, "batch", 30);
%! for epoch = 1:300
%!   o.steps = 3 * (epoch - 1);
%!   [q, s, done] = __ae_train__ (q, spec, 6, X, zeros (0, 0), s, o);
%! endfor
%! net.layers = call_private ("net_unpack", net.layers, q);
%! assert (mean (ae_encode (net, X), 2), 0.05 * ones (3, 1), 0.02);
%!test # outside training the layer lets everything through
%! spec = sparse_spec (net, 0.05, 1, 1);
%! plain = call_private ("layer_spec", net.layers);
%! assert (__ae_forward__ (p, spec, 6, X, 1, 1), __ae_forward__ (p, plain, 6, X, 1, 1));
%!error <the target rate of a sparsity layer must be in .0, 1., got 0> __ae_objective__ (p, sparse_spec (net, 0, 1, 1), 6, X, zeros (0, 0), o)
%!error <target_rate of a sparsity layer must be in .0, 1., got 2> __ae_objective__ (p, sparse_spec (net, 2, 1, 1), 6, X, zeros (0, 0), o)
%!error <kl_weight of a sparsity layer must be in> __ae_objective__ (p, sparse_spec (net, 0.1, -1, 1), 6, X, zeros (0, 0), o)
%!error <l1_weight of a sparsity layer must be in> __ae_objective__ (p, sparse_spec (net, 0.1, 1, NaN), 6, X, zeros (0, 0), o)
