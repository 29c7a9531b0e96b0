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
%!   fail ("__ae_layer_forward__ (X, layer, big, 0, 0)", "input of an? .* layer would be 4194304-by-2097152-by-2097152");
%!   fail ("__ae_layer_backward__ (X, layer, big, 0, 0, X, X)", "input of an? .* layer would be 4194304-by-2097152-by-2097152");
%! endfor
%!error <input_size must hold whole numbers from 1 to 67108864, got 1.5> __ae_layer_forward__ (X, struct ("type", "crop2d"), [1.5 2 2], 0, 0)
%!error <input of an input layer would be 16777216-by-16777216-by-16777216>
%! [~, ~, text] = __ae_shapes__ (0, spec, [2^24 2^24 2^24]);
%! error (text);
%!error <output of a conv2d_transpose layer would be 67108864-by-4096-by-64> ae_network ([2^20 64 1], {ae_layer("conv2d_transpose", 64, [3 3], "Stride", 64)})
%!error <a dense layer from 16777216 to 16777216 numbers would have 281474976710656 weights> ae_network (2^24, {ae_layer("dense", 2^24)})
%!error <output of an upsample2d layer would be 67108864-by-4096-by-1> ae_network ([2^20 2^6 1], {ae_layer("upsample2d", 64), ae_layer("conv2d", 1, 3)})

## Options that are no single struct
%!error <the options must be one struct, got 0-by-0 struct> __ae_objective__ (rand (80, 1), struct ("type", "input"), 6, rand (6, 10), [], struct ("batch", {}))
%!error <the options must be one struct, got 1-by-2 struct> __ae_objective__ (rand (80, 1), struct ("type", "input"), 6, rand (6, 10), [], [o o])
%!error <the options must be one struct, got 0-by-0 struct> [p, s, q] = __ae_train__ (rand (80, 1), struct ("type", "input"), 6, rand (6, 10), [], [], struct ("batch", {}))

## An error of a layer's kernel speaks as the function that was called
%!error <ae_crop2d_forward: margins of 1 . 1 rows and 1 . 1 columns leave nothing> ae_crop2d_forward (1.5, [1 1 1 1])

## Errors are the package's own, and speak as the function that was called
%!error <ae_denoising: layer 1|ae_denoising: .*rate> ae_denoising (6, 2, "Noise", 1e308)
%!error <ae_network: out must be made by ae_input or ae_layer> node = ae_layer (ae_input (6), "dense", 6);  node.layers = {1};  ae_network (ae_input (6), node);
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

## Numbers that a class cannot hold are no result of a layer's kernel
%!error <^ae_prelu_forward: the result must be finite, got numbers too large for class double> ae_prelu_forward (-1e308 * ones (4), 2 * ones (4, 1))
%!error id=autoencoder:ae_dense_forward:nonfinite Y = ae_dense_forward (1e200 * ones (4), 1e200 * ones (4), ones (4, 1));
%!error id=autoencoder:ae_batchnorm_forward:nonfinite ae_batchnorm_forward (1e300 * [1 2; 3 5], 1e308 * ones (2, 1), ones (2, 1))
%!error id=autoencoder:ae_dropout_backward:nonfinite ae_dropout_backward (1.7e308 * ones (9), 0.5, 1)
%!error id=autoencoder:ae_dense_backward:nonfinite [dX, dW, db] = ae_dense_backward (1e200 * ones (4), 1e200 * ones (4), 1e200 * ones (4));
%!error <^ae_groupnorm_forward: epsilon of a groupnorm layer must be in> ae_groupnorm_forward (rand (6, 4), ones (6, 1), ones (6, 1), "Epsilon", 2^53)

## Damaged models are refused by all that take one
%!function refused (message, m, X)
%!  calls = {@() ae_encode(m, X), "ae_encode"; @() ae_decode(m, X), "ae_decode"; @() ae_evaluate(m, X), "ae_evaluate"; ...
%!           @() ae_save(m, "never.safetensors"), "ae_save"; @() ae_summary(m), "ae_summary"};
%!  if (strcmp (m.kind, "network"))
%!    calls = [calls; {@() ae_parameters(m), "ae_parameters"; @() ae_gradcheck(m, X), "ae_gradcheck"; ...
%!                     @() ae_fit(m, X, "Epochs", 1, "Verbose", 0), "ae_fit"; @() ae_predict(m, X), "ae_predict"}];
%!  endif
%!  for call = calls'
%!    try
%!      call{1} ();
%!      error ("%s took it: %s", call{2}, message);
%!    catch err
%!      assert (err.identifier, ["autoencoder:" call{2} ":model"], err.message);
%!      assert (strfind (err.message, message) > 0, err.message);
%!    end_try_catch
%!  endfor
%!endfunction
%!test
%! net = ae_dense (6, [4 2], "Seed", 1);
%! X = rand (6, 9);
%! m = net;  m.layers = rmfield (net.layers, "activation");
%! refused ("has no activation", m, X);
%! m = net;  m.layers(3).activation = "";
%! refused ("layer \"code\" has no activation", m, X);
%! m = net;  m.fit_seconds = {1};
%! refused ("fit_seconds must be a number >= 0, got 1-by-1 cell", m, X);
%! m = ae_dense (6, [4 2], "Tied", true, "Seed", 1);
%! ae_parameters (m);
%! m.layers(end).tied = "abc";
%! refused ("Tied of layer 5 names no layer", m, X);
%! m.layers(end).tied = m.layers(3).name;
%! refused ("must be tied to an earlier layer with the transposed weights, got \"code\"", m, X);
%!test
%! p = ae_pca (rand (6, 12), 2);
%! X = rand (6, 9);
%! for wrong = {"n", -1, "p.n must be a whole number"; "n", 2.5, "p.n must be a whole number"; ...
%!              "variances", [1; -1], "p.variances must be >= 0, got -1"; "explained", [-1; 1], "p.explained must be >= 0"; ...
%!              "total_variance", -2, "p.total_variance must be >= 0"; "fit_seconds", {1}, "fit_seconds must be"}'
%!   refused (wrong{3}, setfield (p, wrong{1:2}), X);
%! endfor
%!test
%! net = ae_conv ([8 8 1], [2 2], "Seed", 1);
%! k = find (strcmp ({net.layers.type}, "upsample2d"), 1);
%! net.layers(k).interpolation = "abc";
%! refused ("interpolation", net, rand (8, 8, 1, 3));

## Damaged files are refused in words, and at once
%!test # a checkpoint that lost a key
%! file = [tempname() ".safetensors"];
%! net = ae_dense (6, 2, "Seed", 1);
%! X = rand (6, 20);
%! options = {"Epochs", 1, "Seed", 1, "Verbose", 0};
%! unwind_protect
%!   warning ("off", "all", "local");
%!   ae_fit (net, X, options{:}, "Checkpoint", file);
%!   bytes = fileread (file);
%!   assert (numel (strfind (bytes, "\"training_options\"")), 1);
%!   fputs (fid = fopen (file, "w"), strrep (bytes, "\"training_options\"", "\"training_0ptions\""));
%!   fclose (fid);
%!   fail ("ae_fit (net, X, options{:}, \"Resume\", file)", "ae_fit: cannot resume from .*: its metadata have lost training_options");
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!error <^ae_load_idx: cannot read .*: its header announces 0-by-4294967295-by-4294967295 uint8, more than an array can be>
%! file = tempname ();
%! fwrite (fid = fopen (file, "w"), [0 0 8 3, 0 0 0 0, 255 255 255 255 255 255 255 255], "uint8");
%! fclose (fid);
%! unwind_protect
%!   ae_load_idx (file);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect

%!test # a header of 20,000 empty tensors, without and with an architecture
%! file = [tempname() ".safetensors"];
%! rows = sprintf ("\"t%d\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},", 1:20000);
%! for more = {"\"t0\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}", ...
%!             "\"__metadata__\":{\"format\":\"autoencoder\",\"format_version\":\"1\",\"architecture\":\"{}\"}"}
%!   header = ["{" rows more{1} "}"];
%!   fwrite (fid = fopen (file, "w"), numel (header), "uint64");
%!   fputs (fid, header);
%!   fclose (fid);
%!   begun = cputime ();
%!   fail ("ae_load (file)", "ae_load: .* is not a model file that can be read: its header names 2000[01] arrays, more than 0 data bytes can fill");
%!   assert (cputime () - begun < 1);
%! endfor
%! delete (file);

## At the edge of the range: a finite number or an error, never a NaN
%!test
%! X = rand (16);
%! Y = rand (16);
%! for scale = [1e-300 1e-154 1 1e154 1e300 1e308]
%!   assert (isfinite (ae_ssim (scale * X, scale * Y)));
%! endfor
%! plain = ae_ssim (X, Y);
%! assert (ae_ssim (2^1000 * X, 2^1000 * Y, "Peak", 2^1000), plain, 1e-12);
%! assert (isfinite (ae_ssim (single (3e38 * X), single (1e20 * Y))));
%!error <^ae_evaluate: the result must be finite, got X or T whose squares exceed class double>
%! ae_evaluate (ae_pca (rand (6, 12), 2), 1e200 * rand (6, 12));
%!test
%! for name = {"momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!   try
%!     [p, state] = ae_optimizer_step (1e308 * [1 -1], 1e308 * [-1 1], [], "Optimizer", name{1}, "LearnRate", 1);
%!     assert (isfinite ([p, state.first, state.second]));
%!   catch err
%!     assert (err.identifier, "autoencoder:ae_optimizer_step:nonfinite", err.message);
%!   end_try_catch
%! endfor

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
