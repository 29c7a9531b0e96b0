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
%!error <unknown option "Kernel"; valid are: Units, Activation, Alpha, Initializer, Tied, Name, Trainable>
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
