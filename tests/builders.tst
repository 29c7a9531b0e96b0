## What binds the builders, the halves of a net, activations and the summary.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!shared nets, inputs
%! rand ("state", 7);
%! nets = {ae_dense(6, [5 3], "Seed", 1), ae_dense([3 2 1], 2, "Tied", true, "Seed", 2), ...
%!         ae_conv([7 5 2], [3 2], "Seed", 3), ae_conv([28 28 1], [8 4 4], "Seed", 4), ...
%!         ae_denoising(6, [4 2], "Dropout", 0.1, "Seed", 5), ae_denoising([9 13 1], [4 2], "Seed", 6), ...
%!         ae_conv([1 1 1], [2 2], "Precision", "double", "Seed", 7)};
%! inputs = cellfun (@(net) single (rand ([net.input_size, 4])), nets, "UniformOutput", false);

%!test # decoder (encoder (X)) is the net, in every layer
%! for i = 1:numel (nets)
%!   net = nets{i};
%!   X = inputs{i};
%!   Z = ae_predict (ae_encoder (net), X);
%!   assert (ae_predict (ae_decoder (net), Z), ae_predict (net, X));
%!   assert (Z, ae_activations (net, X, "code"));
%!   assert (ae_predict (net, X), ae_activations (net, X, numel (net.layers)));
%!   assert (numel (ae_encoder (net).layers) + numel (ae_decoder (net).layers), numel (net.layers) + 1);
%! endfor

%!test # the halves' parameters are the whole's; the table says so
%! total = @(net) regexp (ae_summary (net), 'Total parameters: ([\d,]+)', "tokens"){1}{1};
%! count = @(net) str2double (strrep (total (net), ",", ""));
%! for i = [1 3:numel(nets)]
%!   assert (count (ae_encoder (nets{i})) + count (ae_decoder (nets{i})), count (nets{i}));
%! endfor
%! for i = 1:numel (nets)
%!   lines = strsplit (ae_summary (nets{i}), "\n");
%!   assert (max (cellfun (@numel, lines)) <= 80);
%!   assert (sum (! cellfun (@isempty, regexp (lines, '<- code$'))), 1);
%! endfor

%!test # layer by layer through the kernels for teaching: the conv net of any size
%! net = nets{3};
%! A = double (inputs{3});
%! for i = 2:numel (net.layers)
%!   l = net.layers(i);
%!   switch (l.type)
%!     case "conv2d"
%!       A = max (ae_conv2d_forward (A, double (l.W), double (l.b), l.padding), 0);
%!     case "maxpool2d"
%!       A = ae_maxpool2d_forward (A, l.pool, l.padding);
%!     case "upsample2d"
%!       A = ae_upsample2d_forward (A, l.factor);
%!     case "crop2d"
%!       A = ae_crop2d_forward (A, l.margins);
%!   endswitch
%!   assert (double (ae_activations (net, inputs{3}, i)), A, 1e-5);
%! endfor

%!test # gradients of every builder's net
%! for i = 1:numel (nets)
%!   net = nets{i};
%!   for j = 2:numel (net.layers)
%!     net.layers(j).b += 0.05; # off the kinks at 0
%!   endfor
%!   assert (max (ae_gradcheck (net, inputs{i}, "MaxEntries", 12)) < 1e-6);
%! endfor

%!test # a half has no use for what training leaves for going on
%! net = ae_dense (6, [5 3], "Activation", "linear", "Seed", 1);
%! net = ae_fit (net, inputs{1}, "Epochs", 200, "LearnRate", 0.01, "Seed", 1, "Verbose", 0);
%! assert (isfield (net, "training"));
%! assert (isfield (ae_encoder (net), "training"), false);
%! assert (ae_predict (ae_encoder (net), inputs{1}), ae_encode (net, inputs{1}));

%!test # a denoising net learns to take noise away
%! warning ("off", "all", "local");
%! X = repmat (single (rand (8, 1, 1, 400) > 0.5), [1 8 1 1]); # rows of black or white
%! net = ae_fit (ae_denoising ([8 8 1], 8, "Noise", 0.4, "Seed", 1), X, "Epochs", 60, "BatchSize", 50, ...
%!               "LearnRate", 3e-3, "Seed", 1, "Verbose", 0);
%! r = ae_evaluate (net, ae_add_noise (X, "gaussian", 0.4, "Seed", 9), X);
%! assert (r.psnr > r.psnr_input + 2);

%!test # the lecture's conv net, whose relu output could die, learns for every seed
%! warning ("off", "all", "local"); # one epoch is little
%! X = ae_load_mnist ("train", fullfile (fileparts (which ("ae_conv")), "data"), "Quiet", true);
%! for seed = 1:20
%!   net = ae_conv ([28 28 1], [8 4 4], "Seed", seed);
%!   [~, h] = ae_fit (net, X, "Epochs", 1, "Seed", seed, "Verbose", 0, "BatchSize", 32);
%!   assert (h.loss < 0.8 * mean (X(:) .^ 2));
%! endfor
