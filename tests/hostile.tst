## What must never crash Octave, hang it, or pass in silence; each test here
## stands for something that once did.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Sizes whose product wraps around 64 bits
%!error <layer 1, "reshape_1" .*262144 numbers cannot be reshaped to 262144-by-8384513-by-8392705>
%! ae_network (262144, {ae_layer("reshape", [262144 8384513 8392705]), ae_layer("maxpool2d", 1)});
%!shared big, X, spec, o
%! big = [4194304 2097152 2097152];   # the product is 2^64
%! X = rand (6, 10);
%! spec = struct ("type", {"input", "dense"}, "units", {[], 2});
%! o = call_private ("fit_job_options");
%!test # every type of layer
%! for type = __ae_layer_types__ ()
%!   layer = struct ("type", type.type);
%!   fail ("__ae_layer_forward__ (X, layer, big, 0, 0)", "input of a .* layer would be 4194304-by-2097152-by-2097152");
%!   fail ("__ae_layer_backward__ (X, layer, big, 0, 0, X, X)", "input of a .* layer would be 4194304-by-2097152-by-2097152");
%! endfor
%!error <input_size must hold whole numbers from 1 to 67108864, got 1.5> __ae_layer_forward__ (X, struct ("type", "crop2d"), [1.5 2 2], 0, 0)
%!error <input of a input layer would be 16777216-by-16777216-by-16777216>
%! [~, ~, text] = __ae_shapes__ (0, spec, [2^24 2^24 2^24]);
%! error (text);
%!error <output of a conv2d_transpose layer would be 67108864-by-4096-by-64> ae_network ([2^20 64 1], {ae_layer("conv2d_transpose", 64, [3 3], "Stride", 64)})
%!error <a dense layer from 16777216 to 16777216 numbers would have 281474976710656 weights> ae_network (2^24, {ae_layer("dense", 2^24)})
%!error <output of a upsample2d layer would be 67108864-by-4096-by-1> ae_network ([2^20 2^6 1], {ae_layer("upsample2d", 64), ae_layer("conv2d", 1, 3)})

## Options that are no single struct
%!error <the options must be one struct, got 0-by-0 struct> __ae_objective__ (rand (80, 1), struct ("type", "input"), 6, rand (6, 10), [], struct ("batch", {}))
%!error <the options must be one struct, got 1-by-2 struct> __ae_objective__ (rand (80, 1), struct ("type", "input"), 6, rand (6, 10), [], [o o])
%!error <the options must be one struct, got 0-by-0 struct> [p, s, q] = __ae_train__ (rand (80, 1), struct ("type", "input"), 6, rand (6, 10), [], [], struct ("batch", {}))

## An error of a layer's kernel speaks as the function that was called
%!error <ae_crop2d_forward: margins of 1 . 1 rows and 1 . 1 columns leave nothing> ae_crop2d_forward (1.5, [1 1 1 1])

## Errors are the package's own, and speak as the function that was called
%!error <ae_denoising: layer 1|ae_denoising: .*rate> ae_denoising (6, 2, "Noise", 1e308)
%!error <ae_network: the node must be made by ae_input or ae_layer> node = ae_layer (ae_input (6), "dense", 6);  node.layers = {1};  ae_network (ae_input (6), node);
%!error <ae_objective: L1 must be 1e30 or less, got 1e.308> ae_objective (ae_dense (6, 2), rand (6, 9), "L1", 1e308)
%!error <ae_plot_codes: > net = ae_dense (6, 2);  ae_plot_codes (net, [1e308 1; 1e308 2]);
%!error <ae_compare: > ae_compare (struct ("a", ae_dense (6, 2), "b", ae_dense (6, 3)), single (3e38 * rand (6, 12)), "Embed", false)
%!error <Checkpoint must be a string> ae_fit (ae_dense (6, 2), rand (6, 9), "Checkpoint", "a\0b")
%!test # nets whose layers lack what has a default
%! net = ae_conv ([8 8 1], [2 2], "Seed", 1);
%! for name = {"trainable", "activation"}
%!   less = net;
%!   less.layers = rmfield (net.layers, name{1});
%!   try
%!     ae_fit (less, rand (8, 8, 1, 9), "Epochs", 1, "Verbose", 0);
%!   catch err
%!     assert (strncmp (err.identifier, "autoencoder:ae_fit:", 19), err.message);
%!   end_try_catch
%! endfor

%!error <ae_tsne: the map went to infinity; use a smaller LearnRate> [E, info] = ae_tsne (rand (5, 40), "LearnRate", 1e30, "Seed", 1, "Perplexity", 5)
%!testif ; isunix () # little memory: an error in words, where OpenBLAS would ask for its buffers for ever
%! program = ["addpath (\"" fileparts(which ("package_path")) "\"); package_path ();" ...
%!            "try, ae_fit (ae_dense (3000, [1500 100], \"Seed\", 1), rand (3000, 500, \"single\"), \"Epochs\", 1, \"Verbose\", 0);" ...
%!            "disp (\"trained\"), catch err, disp (err.identifier), end"];
%! file = [tempname() ".m"];
%! fputs (fid = fopen (file, "w"), program);
%! fclose (fid);
%! [~, text] = system (sprintf ("ulimit -v 800000; timeout -s KILL 120 '%s' --norc --no-history '%s' 2> /dev/null", ...
%!                              fullfile (OCTAVE_HOME (), "bin", "octave-cli"), file));
%! assert (any (strcmp (strtrim (text), {"trained", "autoencoder:ae_fit:memory", "autoencoder:ae_dense:memory"})), text);
%! [~] = unlink (file);

## A NaN beats every number in max pooling, alone and fused into a convolution
%!test
%! for kind = {"linear", "relu"}
%!   net = ae_network ([4 4 1], {ae_layer("conv2d", 1, [1 1], kind{1}), ae_layer("maxpool2d", [2 2])}, "Seed", 1);
%!   net.layers(2).W(:) = 1;
%!   X = reshape (single (1:16), 4, 4);
%!   X(2,1) = X(3,3) = X(4,4) = NaN;
%!   spec = call_private ("layer_spec", net.layers);
%!   p = call_private ("net_pack", net.layers);
%!   plain = __ae_forward__ (p, spec, [4 4 1], X(:), 1, 0);
%!   fused = __ae_forward__ (p, spec, [4 4 1], X(:), 1, 1);
%!   assert (isnan (plain), [true; false; false; true]);
%!   assert (fused, plain);
%! endfor
