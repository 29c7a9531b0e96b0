## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The rows of the layer types (src/core/layers) and what is derived from them.

%!function net = trained (net, X, varargin)
%!  net = ae_fit (net, X, "Epochs", 2, "Seed", 1, "Verbose", 0, "BatchSize", 8, varargin{:});
%!endfunction

%!function v = ifelse (condition, yes, no)
%!  v = {no, yes}{1 + condition};
%!endfunction

%!shared X
%! X = abs (sin (reshape (1:3*40, 3, 40) .^ 2));

## ---- rows ----
%!test # every option of every row is explained, and read in C: what cannot be one is refused by name
%! for type = __ae_layer_types__ ()
%!   for option = type.options(! strcmp ({type.options.name}, "Name"))
%!     assert (isempty (type.help) || ! isempty (option.help));
%!     layer = struct ("type", type.type, lower (option.name), {{1}});
%!     fail ("__ae_shapes__ (0, layer, [8 8 2])", [lower(option.name) " of layer 1 must be"]);
%!   endfor
%! endfor
%!test # what ae_layer makes by default is what C takes by default
%! for type = __ae_layer_types__ ()
%!   if (isempty (type.help) || type.joins)
%!     continue;
%!   endif
%!   given = cell (1, 0);
%!   bare = struct ("type", type.type);
%!   for option = type.options([type.options.place] > 0 & cellfun (@isempty, {type.options.default}))
%!     value = 1 + strcmp (option.name, "Kernel");
%!     given(end+1:end+2) = {option.name, ifelse(strcmp (option.name, "Target"), 128, value)};
%!     bare.(lower (option.name)) = given{end} * ones (1, 1 + strcmp (option.check, "pair") + 3 * strcmp (option.check, "margins"));
%!   endfor
%!   full = ae_layer (type.type, given{:});
%!   assert (__ae_shapes__ (0, full, [8 8 2]), __ae_shapes__ (0, bare, [8 8 2]));
%! endfor
%!test # the help of ae_layer is what the rows say
%! addpath (fullfile (fileparts (fileparts (which ("run_tests"))), "tools"));
%! text = layer_help ();
%! assert (! isempty (strfind (fileread (which ("ae_layer")), ["@c by tools/layer_help.m\n" text "\n## @c end\n"])));

## ---- ties ----
%!test # a tie follows its layer whatever ae_fit puts between them
%! layers = {ae_layer("dense", 3, "sigmoid", "Name", "code"), ae_layer("dense", 3, "tanh", "Name", "a"), ...
%!           ae_layer("dense", 3, "Name", "b", "Tied", "a")};
%! net = ae_network (3, layers, "Seed", 1, "Code", "code");
%! for option = {"CodeL1", "SparsityWeight"}
%!   out = trained (net, X, option{1}, 0.1);
%!   assert (out.layers(4).W, out.layers(3).W');
%!   assert (! isequal (out.layers(3).W, net.layers(3).W));
%! endfor
%!test # and its gradient goes to that layer: with no weight on the penalty nothing changes
%! layers = {ae_layer("dense", 3, "sigmoid", "Name", "code"), ae_layer("dense", 3, "tanh", "Name", "a"), ...
%!           ae_layer("dense", 3, "Name", "b", "Tied", "a")};
%! net = ae_network (3, layers, "Seed", 1, "Code", "code");
%! a = trained (net, X, "SparsityWeight", 1e-30);
%! b = trained (net, X);
%! assert (a.layers(3).W, b.layers(3).W, 1e-6);
%! assert (a.layers(4).W, b.layers(3).W', 1e-6);

## ---- penalties ----
%!test # L2 shrinks the arrays whose rows say so, and no other
%! net = ae_network ([4 4 1], {ae_layer("conv2d", 2, 3), ae_layer("batchnorm"), ae_layer("flatten"), ...
%!                             ae_layer("dense", 3)}, "Seed", 1, "Precision", "double");
%! I = rand (4, 4, 1, 20);  T = rand (3, 20);
%! [~, g] = ae_objective (net, I, T);
%! [~, h] = ae_objective (net, I, T, "L2", 0.5);
%! d = call_private ("net_unpack", net.layers, zeros (size (call_private ("net_pack", net.layers))));
%! p = call_private ("net_pack", net.layers);
%! p(call_private ("net_trained", net.layers)) = h - g;
%! d = call_private ("net_unpack", net.layers, p);
%! assert (d(2).W, net.layers(2).W, 1e-12);
%! assert (d(5).W, net.layers(5).W, 1e-12);
%! assert ([d(2).b; d(3).W; d(3).b; d(5).b], zeros (9, 1), 1e-12);

## ---- what is not known ----
%!error <the model is damaged: layer 2 has the field "note", which a dense layer does not have>
%! net = ae_dense (3, 2);  net.layers(2).note = "mine";  ae_predict (net, X);
%!error <layer 2 has the field "kernel", which a dense layer does not have>
%! net = ae_dense (3, 2);  net.layers(2).kernel = [3 3];  ae_predict (net, X);
%!error <layer 2 has the field "mean", which a dense layer does not have>
%! net = ae_dense (3, 2);  net.layers(2).mean = 3;  ae_predict (net, X);
%!error <padding of a conv2d layer must be one of valid|same, got "full">
%! net = ae_network ([4 4 1], {ae_layer("conv2d", 1, 3)});  net.layers(2).padding = "full";
%! ae_predict (net, ones (16, 1));
%!error <units of layer 2 must be a few real numbers, got 1 of class int8>
%! net = ae_dense (3, 2);  net.layers(2).units = int8 (2);  ae_predict (net, X);
%!error <units of layer 2 must be a few real numbers, got 5 of class double>
%! net = ae_dense (3, 2);  net.layers(2).units = 1:5;  ae_predict (net, X);
%!error <Tied of layer 3 names no layer>
%! net = ae_dense (3, 2);  net.layers(3).tied = "nobody";  ae_predict (net, X);
%!error <unknown option "Kernel".*valid are: Units, Activation, Alpha, Initializer, Tied, Name, Trainable>
%! ae_layer ("dense", 3, "Kernel", 3);

## ---- orthogonal weights, wherever the outputs stand ----
%!test
%! for size = {[9 9 1], [5 5 3]}
%!   net = ae_network (size{1}, {ae_layer("conv2d", 3, [3 1], "Initializer", "orthogonal"), ae_layer("flatten"), ...
%!                               ae_layer("dense", 4, "Initializer", "orthogonal")}, "Seed", 1, "Precision", "double");
%!   W = reshape (net.layers(2).W, [], 3);
%!   assert (W' * W, eye (3), 1e-12);
%!   assert (net.layers(4).W * net.layers(4).W', eye (4), 1e-12);
%! endfor

## ---- group normalisation and parametric relu, against their references ----
%!test
%! rand ("state", 1);
%! for X = {rand(6, 40), rand(3, 2, 6, 21), rand(1, 1, 6, 3)}
%!   dY = rand (size (X{1}));
%!   for groups = [1 2 6]
%!     o = {"Groups", groups, "Epsilon", 1e-3};
%!     [Y, dX, dg, db] = ref_groupnorm (X{1}, 1:6, (6:-1:1) / 7, groups, 1e-3, dY);
%!     assert (ae_groupnorm_forward (X{1}, 1:6, (6:-1:1) / 7, o{:}), Y, 1e-12);
%!     [a, b, c] = ae_groupnorm_backward (X{1}, 1:6, dY, o{:});
%!     assert (a, dX, 1e-11);
%!     assert ([b, c], [dg, db], 1e-11);
%!   endfor
%! endfor
%!test
%! rand ("state", 2);
%! for X = {rand(4, 30) - 0.5, rand(3, 2, 4, 19) - 0.5}
%!   dY = rand (size (X{1}));
%!   slope = [0.1; 0; -2; 1];
%!   [Y, dX, ds] = ref_prelu (X{1}, slope, dY);
%!   assert (ae_prelu_forward (X{1}, slope), Y, 1e-15);
%!   [a, b] = ae_prelu_backward (X{1}, slope, dY);
%!   assert (a, dX, 1e-15);
%!   assert (b, ds, 1e-13);
%! endfor
%!test # in nets: gradients, threads, files
%! rand ("state", 3);
%! net = ae_network ([5 4 2], {ae_layer("conv2d", 4, 3, "linear", "Padding", "same"), ae_layer("groupnorm", 2), ...
%!                             ae_layer("prelu"), ae_layer("flatten"), ae_layer("dense", 6), ae_layer("groupnorm"), ...
%!                             ae_layer("prelu"), ae_layer("dense", 40, "gelu"), ae_layer("reshape", [5 4 2])}, "Seed", 1);
%! assert (net.layers(4).slope, single (0.25 * ones (4, 1)));
%! assert (isempty (net.layers(4).W) && isempty (net.layers(4).b));
%! X = rand (5, 4, 2, 40);
%! [err, details] = ae_gradcheck (net, X(:,:,:,1:5));
%! assert (max (err) < 1e-7);
%! assert (sum (strcmp ({details.field}, "slope")), 2);
%! p = ae_parameters (net);
%! assert (numel (p), 2*9*4 + 4 + 4 + 4 + 4 + 80*6 + 6 + 6 + 6 + 6 + 6*40 + 40);
%! for threads = [1 2 4]
%!   out{threads} = ae_fit (net, X, "Epochs", 2, "BatchSize", 17, "Seed", 1, "Verbose", 0, "Threads", threads, "L2", 0.01);
%! endfor
%! assert (isequal (out{1}.layers, out{2}.layers) && isequal (out{1}.layers, out{4}.layers));
%! assert (! isequal (out{1}.layers(4).slope, net.layers(4).slope));
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   ae_save (out{1}, file);
%!   assert (ae_load (file), out{1});
%!   assert (ae_load (file, net).layers(4).slope, out{1}.layers(4).slope);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%! text = ae_summary (net);
%! assert (! isempty (regexp (text, 'prelu_1 \(prelu\) +5, 4, 4 +4\n')));

## ---- series ----
%!test # the three layers against their references; samples t-by-c-by-n
%! rand ("state", 4);
%! X = rand (9, 2, 21);
%! for padding = {"valid", "same"}
%!   for stride = [1 2]
%!     net = ae_network ([9 2], {ae_layer("conv1d", 3, 4, "linear", "Padding", padding{1}, "Stride", stride)}, ...
%!                       "Seed", 1, "Precision", "double");
%!     assert (size (net.layers(2).W), [4 2 3]);
%!     net.layers(2).b = [1; 2; 3];
%!     assert (ae_predict (net, X), ref_conv1d (X, net.layers(2).W, 1:3, padding{1}, stride), 1e-13);
%!   endfor
%! endfor
%! net = @(layer) ae_network ([9 2], {layer});
%! X = single (X); # a net without weights computes in single
%! assert (ae_predict (net (ae_layer ("maxpool1d", 3, "Stride", 2)), X), single (ref_maxpool1d (X, 3, 2)));
%! for how = {"nearest", "bilinear"}
%!   assert (ae_predict (net (ae_layer ("upsample1d", 3, "Interpolation", how{1})), X), single (ref_upsample1d (X, 3, how{1})), 1e-6);
%! endfor
%!test # an autoencoder of series is one of images of one column, to the last bit; fused or not
%! rand ("state", 5);
%! one = ae_network ([12 2], {ae_layer("conv1d", 4, 3, "tanh", "Padding", "same"), ae_layer("maxpool1d", 2), ...
%!                            ae_layer("batchnorm"), ae_layer("upsample1d", 2), ...
%!                            ae_layer("conv1d", 2, 3, "sigmoid", "Padding", "same")}, "Seed", 1);
%! two = ae_network ([12 1 2], {ae_layer("conv2d", 4, [3 1], "tanh", "Padding", "same"), ae_layer("maxpool2d", [2 1]), ...
%!                              ae_layer("batchnorm"), ae_layer("upsample2d", [2 1]), ...
%!                              ae_layer("conv2d", 2, [3 1], "sigmoid", "Padding", "same")}, "Seed", 1);
%! assert (one.layers(2).W(:), two.layers(2).W(:));
%! X = rand (12, 2, 50, "single");
%! o = {"Epochs", 3, "Seed", 2, "Verbose", 0, "BatchSize", 16};
%! one = ae_fit (one, X, o{:});
%! two = ae_fit (two, reshape (X, 12, 1, 2, 50), o{:});
%! assert (one.layers(6).W(:), two.layers(6).W(:));
%! assert (size (ae_encode (one, X)), [6 4 50]);
%! assert (size (ae_reconstruct (one, X)), size (X));
%! assert (ae_decode (one, ae_encode (one, X)), ae_reconstruct (one, X), 1e-6);
%! assert (ae_evaluate (one, X).mse, ae_evaluate (two, reshape (X, 12, 1, 2, 50)).mse, 1e-6);
%! assert (! isfield (ae_evaluate (one, X), "ssim"));
%! assert (max (ae_gradcheck (one, double (X(:,:,1:4)))) < 1e-7);
%! assert (! isempty (strfind (ae_summary (one), "12, 4")));
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   ae_save (one, file);
%!   assert (ae_load (file), one);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!test # the builders, and vectors whose length fits
%! X = rand (6, 3, 20);
%! net = ae_fit (ae_dense ([6 3], 4, "Seed", 1), X, "Epochs", 1, "Verbose", 0, "Seed", 1);
%! assert (size (ae_reconstruct (net, X)), [6 3 20]);
%! assert (ae_encode (net, reshape (X, 18, 20)), ae_encode (net, X));
%!error <X must be 6-by-3-by-n or 18-by-n, got 3-by-6-by-20> ae_encode (ae_dense ([6 3], 4), ones (3, 6, 20))

## ---- skip connections ----
%!function net = skipping (varargin)
%!  x = ae_input (7);
%!  a = ae_layer (x, "dense", 6, "tanh");
%!  b = ae_layer (a, "dense", 3, "sigmoid", "Name", "code");
%!  c = ae_layer (b, "dense", 6, "tanh");
%!  d = ae_layer (c, "dense", 6);
%!  e = ae_layer ({c, d, c}, "add");                    # one output twice, and once more below
%!  f = ae_layer ({e, b, ae_layer(c, "prelu")}, "concat");
%!  net = ae_network (x, ae_layer (f, "dense", 7), "Seed", 1, varargin{:});
%!endfunction
%!function net = around (varargin)
%!  x = ae_input ([8 6 1]);
%!  a = ae_layer (x, "conv2d", 3, 3, "tanh", "Padding", "same");
%!  p = ae_layer (a, "maxpool2d", 2);
%!  b = ae_layer (ae_layer (p, "batchnorm"), "conv2d", 2, 3, "elu", "Padding", "same", "Name", "code");
%!  u = ae_layer (ae_layer (b, "upsample2d", 2), "conv2d", 3, 3, "tanh", "Padding", "same");
%!  s = ae_layer ({u, a}, "concat");
%!  t = ae_layer ({ae_layer(ae_layer (s, "batchnorm"), "conv2d", 3, 1, "relu"), a}, "add");
%!  net = ae_network (x, ae_layer (t, "conv2d", 1, 3, "sigmoid", "Padding", "same"), "Seed", 1, varargin{:});
%!endfunction
%!function h = resnet (x)
%!  h = ae_layer (x, "dense", 4, "tanh");
%!  for k = 1:3
%!    h = ae_layer ({h, ae_layer(ae_layer (h, "dense", 5, "tanh"), "dense", 4)}, "add");
%!  endfor
%!endfunction
%!test # the names of inputs stand in the layers; chains have no such field
%! net = skipping ();
%! assert ({net.layers.name}, {"input", "dense_1", "code", "dense_3", "dense_4", "add_1", "prelu_1", "concat_1", "dense_5"});
%! assert (net.layers(6).inputs, {"dense_3", "dense_4", "dense_3"});
%! assert (net.layers(7).inputs, {"dense_3"});
%! assert (net.layers(8).inputs, {"add_1", "code", "prelu_1"});
%! assert (isempty (net.layers(9).inputs));
%! assert (! isfield (ae_dense (3, 2).layers, "inputs"));
%! text = ae_summary (net);
%! assert (! isempty (strfind (text, "concat_1 takes add_1 and code and prelu_1.\n")));
%! assert (! isempty (regexp (text, 'concat_1 \(concat\) +15 +0\n')));
%!test # forward is the composition of the single layers
%! rand ("state", 6);
%! net = skipping ("Precision", "double");
%! X = rand (7, 70);
%! L = net.layers;
%! dense = @(k, x) ae_dense_forward (x, L(k).W, L(k).b);
%! a = tanh (dense (2, X));
%! b = ae_activation_forward (dense (3, a), "sigmoid");
%! c = tanh (dense (4, b));
%! e = ref_add (c, dense (5, c), c);
%! f = ref_concat (e, b, ae_prelu_forward (c, L(7).slope));
%! assert (ae_predict (net, X), dense (9, f), 1e-13);
%! assert (ae_encode (net, X), b, 1e-14);
%! assert (ae_decode (net, ae_encode (net, X)), ae_predict (net, X), 1e-13);
%! assert (ae_activations (net, X, "concat_1"), f, 1e-13);
%!test # a step of training is the composition of the single layers' ways back
%! rand ("state", 7);
%! net = skipping ("Precision", "double");
%! X = rand (7, 20);
%! L = net.layers;
%! a = tanh (ae_dense_forward (X, L(2).W, L(2).b));
%! b = ae_activation_forward (ae_dense_forward (a, L(3).W, L(3).b), "sigmoid");
%! c = tanh (ae_dense_forward (b, L(4).W, L(4).b));
%! d = ae_dense_forward (c, L(5).W, L(5).b);
%! f = ref_concat (ref_add (c, d, c), b, ae_prelu_forward (c, L(7).slope));
%! [~, dy] = ae_loss (ae_dense_forward (f, L(9).W, L(9).b), X, "mse");
%! [df, W9, b9] = ae_dense_backward (f, L(9).W, dy);
%! [dp, s7] = ae_prelu_backward (c, L(7).slope, df(10:15,:));
%! [dc, W5, b5] = ae_dense_backward (c, L(5).W, df(1:6,:));
%! dc = (dc + 2 * df(1:6,:) + dp) .* (1 - c .^ 2);
%! [db, W4, b4] = ae_dense_backward (b, L(4).W, dc);
%! db = ae_activation_backward (b, db + df(7:9,:), "sigmoid");
%! [da, W3, b3] = ae_dense_backward (a, L(3).W, db);
%! [~, W2, b2] = ae_dense_backward (X, L(2).W, da .* (1 - a .^ 2));
%! g = [W2(:); b2; W3(:); b3; W4(:); b4; W5(:); b5; s7; W9(:); b9];
%! [~, got] = ae_objective (net, X);
%! assert (got, g, 1e-13);
%! out = ae_fit (net, X, "Epochs", 1, "BatchSize", 20, "Optimizer", "sgd", "LearnRate", 0.1, "Seed", 1, "Verbose", 0);
%! assert (ae_parameters (out), ae_parameters (net) - 0.1 * g, 1e-13);
%!test # gradients by differences: vectors and images, with batch statistics between; penalties on the code
%! rand ("state", 8);
%! assert (max (ae_gradcheck (skipping (), rand (7, 5))) < 1e-7);
%! assert (max (ae_gradcheck (around (), rand (8, 6, 1, 4))) < 1e-7);
%! deferred = ae_network (ae_input (4), ae_layer (resnet (ae_input (4)), "dense", 4), "Seed", 1); # of dense layers alone
%! assert (max (ae_gradcheck (deferred, rand (4, 70))) < 1e-7);
%!test # the same bits for any number of threads; fused or not; saved, loaded, continued, resumed
%! rand ("state", 9);
%! for make = {@skipping, @around}
%!   net = make{1} ();
%!   X = rand ([net.input_size, 60](1:max (2, end)), "single");
%!   o = {"BatchSize", 17, "Seed", 1, "Verbose", 0};
%!   for threads = [1 2 4]
%!     out{threads} = ae_fit (net, X, "Epochs", 3, o{:}, "Threads", threads);
%!   endfor
%!   assert (isequal (out{1}.layers, out{2}.layers) && isequal (out{1}.layers, out{4}.layers));
%!   half = ae_fit (net, X, "Epochs", 2, o{:});
%!   assert (isequal (ae_fit (half, X, "Epochs", 1, "Continue", true, o{:}).layers, out{1}.layers));
%!   file = [tempname() ".safetensors"];
%!   unwind_protect
%!     ae_save (out{1}, file);
%!     assert (ae_load (file), out{1});
%!     ae_fit (net, X, "Epochs", 2, o{:}, "Checkpoint", file);
%!     assert (isequal (ae_fit (net, X, "Epochs", 3, o{:}, "Resume", file).layers, out{1}.layers));
%!   unwind_protect_cleanup
%!     delete (file);
%!   end_unwind_protect
%!   save ("-text", file, "net");
%!   assert (ae_predict (load (file).net, X), ae_predict (net, X));
%!   delete (file);
%!   p = call_private ("net_pack", net.layers);
%!   run = @(fuse) __ae_forward__ (p, net.layers, net.input_size, reshape (X, [], 60), 1, fuse);
%!   assert (run (1), run (0), 1e-6);
%! endfor
%!test # sparse codes: who takes the code takes it after the penalty
%! rand ("state", 10);
%! net = skipping ();
%! X = rand (7, 200);
%! far = @(net) mean (abs (mean (ae_encode (net, X), 2) - 0.05));
%! o = {"Epochs", 30, "LearnRate", 1e-2, "BatchSize", 20, "Seed", 1, "Verbose", 0};
%! assert (far (ae_fit (net, X, o{:}, "SparsityWeight", 1)) < 0.05);
%! assert (far (ae_fit (net, X, o{:})) > 0.1);
%!test # what passes around the code is reconstructed and judged as a whole
%! rand ("state", 12);
%! X = rand (8, 6, 1, 9, "single");
%! net = around ();
%! assert (ae_reconstruct (net, X), ae_predict (net, X));
%! assert (ae_evaluate (net, X).mse, mean ((ae_predict (net, X) - X)(:) .^ 2), 1e-7);
%!test # encoder and decoder; layers that a half does not need are left out
%! rand ("state", 11);
%! net = skipping ();
%! X = rand (7, 9, "single");
%! assert (ae_predict (ae_encoder (net), X), ae_encode (net, X));
%! decoder = ae_decoder (net);
%! assert (decoder.layers(6).inputs, {"add_1", "input", "prelu_1"});
%! assert (ae_predict (decoder, ae_encode (net, X)), ae_predict (net, X), 1e-6);
%! assert (ae_decoder (decoder), decoder);
%! x = ae_input (5);
%! aside = ae_layer (x, "dense", 4, "tanh", "Name", "aside");
%! code = ae_layer (x, "dense", 2, "Name", "code");
%! both = ae_layer ({ae_layer(code, "dense", 4), aside}, "add");
%! net = ae_network (x, ae_layer (both, "dense", 5), "Seed", 1);
%! encoder = ae_encoder (net);
%! assert ({encoder.layers.name}, {"input", "code"});
%! Y = rand (5, 4, "single");
%! assert (ae_predict (encoder, Y), ae_encode (net, Y));
%! assert (max (ae_gradcheck (net, double (Y))) < 1e-7);
%! tail = ae_network (code, ae_layer (ae_layer (code, "dense", 3), "dense", 4), "Seed", 1);
%! assert (tail.input_size, 2);
%!error <ae_decode: the skip connection from "conv2d_1" to "concat_1" passes around the code "code", so a code alone cannot be decoded>
%! ae_decode (around (), rand (4, 3, 2, 1));
%!error <ae_decoder: the skip connection from "conv2d_1" to "concat_1" passes around> ae_decoder (around ())
%!error <a layer .dense. takes its input from in front of the input that is given>
%! x = ae_input (4);
%! a = ae_layer (x, "dense", 4);
%! b = ae_layer (a, "dense", 4);
%! ae_network (b, ae_layer ({b, ae_layer(a, "dense", 4)}, "add"));
%!error <the model is damaged: input 2 of layer 6 names no layer>
%! net = skipping ();  net.layers(6).inputs{2} = "nobody";  ae_predict (net, ones (7, 1));
%!error <layer 3, "code": layer 3 takes its input from layer 5, which is no earlier one>
%! net = skipping ();  net.layers(3).inputs = {"dense_4"};  ae_predict (net, ones (7, 1));
%!error <a dense layer has one input, got 2>
%! net = skipping ();  net.layers(5).inputs = {"dense_3", "code"};  ae_predict (net, ones (7, 1));
%!error <two layers are named "input"> ae_network (3, {ae_layer("dense", 3, "Name", "input")})
