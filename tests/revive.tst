## "Revive" at the end of training: no output pixel that the data light stays
## dark, however few samples light it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!shared X, net, quiet
%! rand ("twister", 5);
%! X = single (rand (12, 3000));
%! X(4,:) = 0;
%! X(4,[700 1900]) = 0.8; # two samples of 3,000
%! net = ae_dense (12, [8 3], "Seed", 1);
%! net.layers(end).W(4,:) = 0;
%! net.layers(end).b(4) = -1;
%! quiet = {"Epochs", 2, "Seed", 1, "Verbose", 0, "BatchSize", 32};
%!test # a pixel that two samples light ends as their mean, bias and all
%! out = ae_fit (net, X, quiet{:});
%! assert (out.layers(end).W(4,:), zeros (1, 8, "single"));
%! assert (out.layers(end).b(4), single (2 * 0.8 / 3000), 1e-9);
%! assert (ae_reconstruct (out, X(:,1:5))(4,:), repmat (single (1.6 / 3000), 1, 5), 1e-9);
%!test # no one else is touched, and without Revive it stays dark
%! slow = {quiet{:}, "LearnRate", 1e-6};
%! alive = net; # all others lit, the hidden ones as well
%! alive.layers(end).W([1:3 5:12],:) *= 0.1;
%! alive.layers(end).b([1:3 5:12]) = 0.5;
%! for i = 2:numel (net.layers) - 1
%!   alive.layers(i).b(:) = 3;
%! endfor
%! out = ae_fit (alive, X, slow{:});
%! dark = ae_fit (alive, X, slow{:}, "Revive", false);
%! assert (out.layers(end).b(4), single (1.6 / 3000), 1e-9);
%! assert (dark.layers(end).b(4), single (-1));
%! others = [1:3 5:12];
%! assert (out.layers(end).W(others,:), dark.layers(end).W(others,:));
%! assert (out.layers(2).W, dark.layers(2).W);
%!test # a pixel that only the samples that light it move is alive
%! Z = X;
%! Z(1,:) = 0.5;
%! Z(1,[700 1900]) = 30; # those two stand out
%! n = ae_network (12, {ae_layer("dense", 1, "linear", "Name", "code"), ae_layer("dense", 12, "relu")}, "Seed", 1);
%! n.layers(2).W(:) = 0;
%! n.layers(2).W(1) = 1;
%! n.layers(2).b = single (-10);
%! n.layers(3).W(:) = 0;
%! n.layers(3).b(:) = 0.3;
%! n.layers(3).W(4) = 0.01;
%! n.layers(3).b(4) = -0.1; # 0.01 * 20 - 0.1 > 0 for those two
%! out = ae_fit (n, Z, quiet{:}, "LearnRate", 1e-9);
%! assert (out.layers(3).b(4), single (-0.1), 1e-5);
%! assert (out.layers(3).W(4), single (0.01), 1e-5);
%!test # a pixel that no sample lights may stay dark
%! D = X;
%! D(4,:) = 0;
%! assert (ae_fit (net, D, quiet{:}).layers(end).b(4), single (-1));
%!test # double; targets of their own; the same bits from a run that was stopped
%! T = X;
%! T(7,:) = 0;
%! T(7,11) = 1;
%! n = ae_dense (12, [8 3], "Seed", 1, "Precision", "double");
%! n.layers(end).W([4 7],:) = 0;
%! n.layers(end).b([4 7]) = -1;
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   whole = ae_fit (n, X, T, quiet{:});
%!   ae_fit (n, X, T, quiet{:}, "Checkpoint", file, "Callback", @(s) s.epoch == 1);
%!   rest = ae_fit (n, X, T, quiet{:}, "Resume", file);
%!   assert (whole.layers(end).b([4 7]), [1.6/3000; 1/3000], 1e-9);
%!   assert (isequal (whole.layers, rest.layers));
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!test # the net of the best epoch, under Patience, has none either
%! [out, h] = ae_fit (net, X, quiet{:}, "ValidationSplit", 0.1, "Patience", 1, "Epochs", 4);
%! lit = any (X(4,1:end) > 0);
%! assert (lit && out.layers(end).b(4) > 0);
%!test # missing values do not count
%! M = X;
%! M(4,1:1500) = NaN;
%! n = ae_dense (12, [8 3], "Seed", 1, "Missing", "mask", "Scale", "none");
%! n.layers(end).W(4,:) = 0;
%! n.layers(end).b(4) = -1;
%! out = ae_fit (n, M, quiet{:});
%! assert (out.layers(end).b(4), single (0.8 / 1500), 1e-8); # of the 1,500 that are known
%!test # hidden units of nets with skip connections: weights in, none out, by whatever way
%! rand ("twister", 5);
%! x = ae_input (12);
%! a = ae_layer (x, "dense", 8, "relu", "Name", "a");
%! b = ae_layer (a, "dense", 3, "relu", "Name", "code");
%! n = ae_network (x, ae_layer (ae_layer ({a, b}, "concat"), "dense", 12, "sigmoid", "Name", "out"), "Code", "code", "Seed", 1);
%! n.layers(2).W([1 7],:) = -1;
%! n.layers(2).b([1 7]) = -1;
%! n.layers(3).W(2,:) = -1;
%! n.layers(3).b(2) = -1;
%! out = ae_fit (n, X, quiet{:}, "Epochs", 1, "LearnRate", 1e-12);
%! assert (all (any (ae_activations (out, X, 2)([1 7],:) > 0, 2)));
%! assert (any (ae_activations (out, X, 3)(2,:) > 0));
%! assert (ae_predict (out, X), ae_predict (n, X), 1e-5);
%! assert (max (abs (out.layers(5).W(:,[1 7 10])(:))) < 1e-6);
%! assert (all (any (out.layers(5).W(:,[2:6 8 9 11]) != 0)));
%! dead = ae_fit (n, X, quiet{:}, "Epochs", 1, "LearnRate", 1e-12, "Revive", false);
%! assert (! any (ae_activations (dead, X, 2)([1 7],:)(:) > 0));
%!test # channels, past pooling, flattening and a second convolution
%! rand ("twister", 5);
%! x = ae_input ([4 4 1]);
%! a = ae_layer (x, "conv2d", 3, 3, "relu", "Padding", "same", "Name", "a");
%! p = ae_layer (a, "maxpool2d", 2);
%! f = ae_layer (p, "flatten");
%! b = ae_layer (ae_layer (ae_layer (p, "conv2d", 2, 3, "relu", "Padding", "same"), "flatten"), "dense", 4, "tanh", "Name", "code");
%! n = ae_network (x, ae_layer (ae_layer (ae_layer ({f, b}, "concat"), "dense", 16, "sigmoid"), "reshape", [4 4 1]), ...
%!                 "Code", "code", "Seed", 1);
%! I = rand (4, 4, 1, 600, "single");
%! n.layers(2).W(:,:,:,2) = -1;
%! n.layers(find (strcmp ({n.layers.type}, "conv2d"), 1, "last")).b(:) = 3; # alive
%! out = ae_fit (n, I, quiet{:}, "Epochs", 1, "LearnRate", 1e-12);
%! assert (any (ae_activations (out, I, 2)(:,:,2,:)(:) > 0));
%! assert (ae_predict (out, I), ae_predict (n, I), 1e-5);
%! types = {n.layers.type};
%! assert (max (abs (out.layers(find (strcmp (types, "conv2d"), 1, "last")).W(:,:,2,:)(:))) < 1e-6);
%! assert (max (abs (out.layers(find (strcmp (types, "dense"), 1, "last")).W(:,5:8)(:))) < 1e-6);
%!test # behind a sum nobody can tell a dead unit's part from a living one's: it is left alone
%! rand ("twister", 5);
%! x = ae_input (12);
%! a = ae_layer (x, "dense", 8, "relu", "Name", "a");
%! b = ae_layer (x, "dense", 8, "relu", "Name", "b");
%! n = ae_network (x, ae_layer (ae_layer ({a, b}, "add", "Name", "sum"), "dense", 12, "sigmoid"), "Code", "sum", "Seed", 1);
%! for i = 2:3
%!   n.layers(i).b(:) = 3; # all alive
%! endfor
%! n.layers(2).W([1 7],:) = -1;
%! n.layers(2).b([1 7]) = -1;
%! out = ae_fit (n, X, quiet{:}, "Epochs", 1, "LearnRate", 1e-12);
%! assert (out.layers(2).W([1 7],:), n.layers(2).W([1 7],:), 1e-6);
%! assert (ae_predict (out, X), ae_predict (n, X), 1e-5);
%!test # a channel that feeds all filters of the next convolution
%! rand ("twister", 5);
%! I = rand (6, 5, 1, 600, "single");
%! conv = @(n, act) ae_layer ("conv2d", n, 3, act, "Padding", "same");
%! n = ae_network ([6 5 1], {conv(3, "relu"), conv(4, "tanh"), conv(1, "sigmoid")}, "Seed", 1);
%! n.layers(2).W(:,:,:,2) = -1;
%! out = ae_fit (n, I, quiet{:}, "Epochs", 1, "LearnRate", 1e-12);
%! assert (any (ae_activations (out, I, 2)(:,:,2,:)(:) > 0));
%! assert (max (abs (out.layers(3).W(:,:,2,:)(:))) < 1e-6);
%! assert (ae_predict (out, I), ae_predict (n, I), 1e-5);

%!shared X, V, make, quiet
%! rand ("state", 7);
%! X = rand (12, 300, "single") .^ 2;
%! V = rand (12, 50, "single") .^ 2;
%! make = @(varargin) ae_dense (12, [8 3], "Activation", "tanh", "OutputActivation", "sigmoid", "Seed", 1, varargin{:});
%! quiet = {"Verbose", 0, "Seed", 3, "BatchSize", 32, "LearnRate", 1e-2};
%!test # Revive wakes a convolution whose only channel is silent
%! net = ae_network ([4 3 1], {ae_layer("conv2d", 1, 3, "relu", "Padding", "same")}, "Seed", 1);
%! net.layers(2).W = -abs (net.layers(2).W) - 1;
%! images = reshape (X, 4, 3, 1, 300);
%! dead = ae_fit (net, images, "Epochs", 1, quiet{:}, "Revive", false);
%! assert (dead.layers(2).W, net.layers(2).W);
%! alive = ae_fit (net, images, "Epochs", 1, quiet{:});
%! assert (any (ae_predict (alive, images)(:) > 0));
%!test # a pixel that the data leave dark may be dark
%! D = X; D(4,:) = 0;
%! net = ae_dense (12, [8 3], "Seed", 1);
%! net.layers(end).W(4,:) = 0;
%! net.layers(end).b(4) = -1;
%! out = ae_fit (net, D, "Epochs", 10, quiet{:});
%! assert (out.layers(end).b(4), single (-1));
%!test # a pixel that one sample in 150 lights is found
%! D = rand (12, 4096);
%! D(4,:) = 0;
%! D(4,70:150:end) = 0.9;
%! net = ae_dense (12, [8 3], "Seed", 1);
%! net.layers(end).W(4,:) = 0;
%! net.layers(end).b(4) = -1;
%! out = ae_fit (net, D, "Epochs", 10, quiet{:}, "LearnRate", 1e-6, "BatchSize", 32);
%! assert (min (ae_predict (out, D)(4,:)) > 0);
%! assert (mean (ae_predict (out, D)(4,:)) < 3 * mean (D(4,:)));
%!test # a channel, before flattening as well; its block of the dense layer behind it starts at 0
%! net = ae_network ([4 3 1], {ae_layer("conv2d", 3, 3, "relu", "Padding", "same"), ae_layer("flatten"), ...
%!                             ae_layer("dense", 12, "sigmoid"), ae_layer("reshape", [4 3 1])}, "Seed", 1);
%! net.layers(2).W(:,:,:,2) = -1;
%! out = ae_fit (net, reshape (X, 4, 3, 1, 300), "Epochs", 1, quiet{:}, "LearnRate", 1e-12);
%! assert (any (ae_activations (out, X, 2)(:,:,2,:)(:) > 0));
%! assert (ae_predict (out, X), ae_predict (net, X), 1e-5);
%! assert (max (abs (out.layers(4).W(:,13:24)(:))) < 1e-6);
%!test # a net with skip connections: its output
%! x = ae_input (12);
%! a = ae_layer (x, "dense", 8, "relu");
%! b = ae_layer (a, "dense", 3, "relu");
%! net = ae_network (x, ae_layer (ae_layer ({a, b}, "concat"), "dense", 12, "relu"), "Code", b, "Seed", 1);
%! net.layers(end).b(4) = -9;
%! out = ae_fit (net, X, "Epochs", 10, quiet{:});
%! assert (mean (ae_predict (out, X)(4,:)) > 0.1 * mean (X(4,:)));
%!test # what is woken depends on neither threads nor checkpoints nor Continue
%! net = ae_dense (12, [8 3], "Seed", 1);
%! net.layers(end).b([2 5]) = -9;
%! net.layers(2).b(3) = -9;
%! go = @(varargin) ae_fit (net, X, quiet{:}, varargin{:});
%! a = go ("Epochs", 12, "Threads", 1);
%! b = go ("Epochs", 12, "Threads", 3);
%! assert (isequal (a.layers, b.layers));
%! b = ae_fit (go ("Epochs", 5), X, "Epochs", 7, quiet{:}, "Continue", true);
%! assert (isequal (a.layers, b.layers));
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   go ("Epochs", 10, "Checkpoint", file);
%!   b = go ("Epochs", 12, "Resume", file);
%!   assert (isequal (a.layers, b.layers));
%!   c = go ("Epochs", 12, "Revive", false);
%!   assert (! isequal (a.layers, c.layers));
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
