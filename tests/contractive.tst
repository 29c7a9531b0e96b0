## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The contractive layer (core/layers/contractive.c).

%!function net = stack (act, varargin)
%!  net = ae_network (7, {ae_layer("contractive", 5, 0.3, act, varargin{:}), ...
%!                        ae_layer("contractive", 4, 0.7, act, "Name", "code"), ae_layer("dense", 7, "sigmoid")}, ...
%!                    "Precision", "double", "Seed", 3);
%!endfunction

%!test # value and gradient against the textbook, by each activation
%! X = rand (7, 21) * 4 - 2;
%! for act = {"linear", "relu", "leakyrelu", "elu", "sigmoid", "tanh", "softplus", "satlin", "gelu", "swish"}
%!   net = ae_network (7, {ae_layer("contractive", 5, 0.3, act{1})}, "Precision", "double", "Seed", 3);
%!   [value, dW, db] = ref_contractive (net.layers(2).W, net.layers(2).b, X, 0.3, act{1});
%!   [f, g] = ae_objective (net, X, zeros (5, 21));
%!   [f0, g0] = ae_objective (ae_network (7, {ae_layer("dense", 5, act{1})}, "Precision", "double", "Seed", 3), ...
%!                            X, zeros (5, 21));
%!   assert (f - f0, value, 1e-12);
%!   assert (g - g0, [dW(:); db], 1e-6); # the textbook's db by differences
%! endfor

%!test # gradients against differences: dense nets, behind a convolution, tied, with bce through a sigmoid
%! for act = {"linear", "relu", "leakyrelu", "elu", "sigmoid", "tanh", "softplus", "satlin", "gelu", "swish"}
%!   assert (max (ae_gradcheck (stack (act{1}), rand (7, 90))) < 1e-7, act{1});
%! endfor
%! net = ae_network ([4 4 1], {ae_layer("conv2d", 2, [3 3], "tanh"), ae_layer("flatten"), ...
%!                             ae_layer("contractive", 5, 0.3, "sigmoid"), ae_layer("dense", 16, "sigmoid"), ...
%!                             ae_layer("reshape", [4 4 1])}, "Precision", "double", "Seed", 3);
%! assert (max (ae_gradcheck (net, rand (4, 4, 1, 19))) < 1e-7);
%! net = ae_contractive (7, [5 3], "Contraction", 3, "Tied", true, "Precision", "double", "Seed", 1);
%! assert (max (ae_gradcheck (net, rand (7, 70))) < 1e-7);
%! net = ae_network (7, {ae_layer("dense", 3, "tanh"), ae_layer("contractive", 7, 0.5, "sigmoid")}, "Precision", "double", "Seed", 1);
%! assert (max (ae_gradcheck (net, rand (7, 70), "Loss", "bce")) < 1e-7);

%!test # frozen: no penalty, as in prediction and export
%! net = stack ("tanh");
%! frozen = stack ("tanh", "Trainable", false);
%! frozen.layers(3).trainable = false;
%! X = rand (7, 30);
%! assert (ae_objective (frozen, X), mean ((ae_predict (frozen, X) - X)(:) .^ 2), 1e-12);
%! assert (ae_objective (net, X) > ae_objective (frozen, X));
%! assert (max (ae_gradcheck (frozen, X)) < 1e-7);
%! dense = ae_network (7, {ae_layer("dense", 5, "tanh"), ae_layer("dense", 4, "tanh"), ae_layer("dense", 7, "sigmoid")}, ...
%!                     "Precision", "double", "Seed", 3);
%! assert (ae_predict (dense, X), ae_predict (net, X));

%!test # 100 steps of PyTorch, where autograd has the Jacobian
%! N = load (fullfile (fileparts (which ("run_tests")), "data", "torch_contractive.mat"));
%! net = ae_contractive (9, [6 3], "Contraction", 0.5, "CodeActivation", "tanh", "Precision", "double", "Seed", 1);
%! assert (numel (N.losses), 100);
%! p = N.start;
%! s = zeros (numel (p), 2);
%! losses = zeros (1, 100);
%! o = call_private ("fit_job_options", "threads", 2, "batch", 8, "seed", 5, "shuffle", 0, "optimizer", "adam", ...
%!                   "loss", "bce", "rate", 0.002, "max_steps", 1);
%! for k = 0:99
%!   o.epoch = floor (k / 5);  o.first = mod (k, 5);  o.steps = k;
%!   [p, s, progress] = __ae_train__ (p, call_private ("layer_spec", net.layers), 9, N.X, zeros (0, 0), s, o);
%!   losses(k+1) = progress(5);
%! endfor
%! assert (losses, N.losses, 1e-11);
%! assert (p, N.end, 1e-11);

%!test # units of relu that die are woken as those of a dense layer
%! net = ae_network (6, {ae_layer("contractive", 5, 0.01, "relu"), ae_layer("dense", 6, "sigmoid")}, "Seed", 1);
%! net.layers(2).b(2) = -100;
%! X = rand (6, 200);
%! warning ("off", "autoencoder:ae_fit:dead", "local");
%! warning ("off", "autoencoder:ae_fit:mean", "local");
%! quiet = {"Optimizer", "adam", "Epochs", 12, "BatchSize", 20, "Seed", 1, "Verbose", 0};
%! alive = @(m) any (ae_activations (m, X, m.layers(2).name)(2,:) > 0);
%! assert (alive (ae_fit (net, X, quiet{:})));
%! assert (! alive (ae_fit (net, X, quiet{:}, "Revive", false)));

%!error <a contractive layer cannot have the activation "softmax">
%! ae_network (5, {ae_layer("contractive", 3, 0.1, "softmax")});
%!error <Contraction must be> ae_layer ("contractive", 3, -1);
