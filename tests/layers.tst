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
%!   if (isempty (type.help))
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
