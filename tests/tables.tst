## Scaling and missing values across functions: the engine against the textbook,
## bits that must not change, threads, files.

## ---- the engine: samples of any class, scaled on their way in and out ----

%!function [p, spec] = parts (net)
%!  p = call_private ("net_pack", net.layers);
%!  spec = call_private ("layer_spec", net.layers);
%!endfunction
%!function o = options (varargin)
%!  o = call_private ("fit_job_options", varargin{:});
%!endfunction
%!function [X, scale] = table ()
%!  X = [100; 1; 0.01] .* sin (reshape (1:3*75, 3, 75) .^ 2) + [5000; 1; -3];
%!  scale = [mean(X, 2), std(X, 0, 2)];
%!endfunction

%!test # forward: in and out, sizes around that of a shard, both precisions
%! [X, scale] = table ();
%! for kind = {"double", 1e-11, 1e-10; "single", 1e-6, 2e-4}'
%!   net = ae_network (3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1, "Precision", kind{1});
%!   [p, spec] = parts (net);
%!   S = (X - scale(:,1)) ./ scale(:,2);
%!   for n = [1 15 16 17 64 65 75]
%!     plain = __ae_forward__ (p, spec, 3, cast (S(:,1:n), kind{1}), 0, 1);
%!     Y = __ae_forward__ (p, spec, 3, X(:,1:n), 0, 1, scale, scale);
%!     assert (class (Y), kind{1});
%!     assert ((double (Y) - scale(:,1)) ./ scale(:,2), double (plain), kind{3});
%!     assert (__ae_forward__ (p, spec, 3, X(:,1:n), 0, 1, scale), plain, kind{2});
%!   endfor
%! endfor
%!test # bytes are the same bits as bytes / 255 in single
%! X = uint8 (mod ((1:3)' * (1:40) .^ 2, 256));
%! net = ae_network (3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1);
%! [p, spec] = parts (net);
%! scale = repmat ([0 255], 3, 1);
%! assert (isequal (__ae_forward__ (p, spec, 3, X, 0, 1, scale), __ae_forward__ (p, spec, 3, single (X) / 255, 0, 1)));
%! o = options ("scale", scale);
%! [f, g] = __ae_objective__ (p, spec, 3, X, zeros (0, 0, "single"), o);
%! [f2, g2] = __ae_objective__ (p, spec, 3, single (X) / 255, zeros (0, 0, "single"), options ());
%! assert (isequal ({f, g}, {f2, g2}));
%!test # objective: scaled inputs as targets, and targets with a scale of their own
%! [X, scale] = table ();
%! net = ae_network (3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1, "Precision", "double");
%! [p, spec] = parts (net);
%! S = (X - scale(:,1)) ./ scale(:,2);
%! [f, g] = __ae_objective__ (p, spec, 3, X, [], options ("scale", scale));
%! [f2, g2] = __ae_objective__ (p, spec, 3, S, [], options ());
%! assert ({f, g}, {f2, g2}, 1e-12);
%! [f, g] = __ae_objective__ (p, spec, 3, X, 2 * X, options ("scale", scale, "target_scale", 2 * scale));
%! assert ({f, g}, {f2, g2}, 1e-12);
%!test # what is missing enters as its centre and counts for nothing, in dense and other nets
%! [X, scale] = table ();
%! X(2,[1 5 70]) = X(1,[5 8]) = NaN;
%! X(:,30) = NaN;
%! centre = scale(:,1) + [0; 1; 2];
%! there = ! isnan (X);
%! S = (X - scale(:,1)) ./ scale(:,2);
%! filled = S;
%! filled(! there) = (((centre - scale(:,1)) ./ scale(:,2)) .* ones (1, 75))(! there);
%! nets = {ae_network(3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1, "Precision", "double"), ...
%!         ae_network([3 1 1], {ae_layer("conv2d", 2, 3, "tanh", "Padding", "same"), ...
%!                              ae_layer("conv2d", 1, 3, "Padding", "same")}, "Seed", 1, "Precision", "double")};
%! for net = nets
%!   net = net{1};
%!   [p, spec] = parts (net);
%!   loss = @(q) sum (((__ae_forward__ (q, spec, net.input_size, filled, 0, 1) - S)(there)) .^ 2) / nnz (there);
%!   [f, g] = __ae_objective__ (p, spec, net.input_size, X, [], options ("scale", [scale centre]));
%!   assert (f, loss (p), 1e-12);
%!   for i = 1:5:numel (p)
%!     step = 1e-5 * (1:numel (p) == i)';
%!     assert (g(i), (loss (p + step) - loss (p - step)) / 2e-5, 1e-8);
%!   endfor
%!   [f1, g1] = __ae_objective__ (p, spec, net.input_size, X, [], options ("scale", [scale centre], "threads", 1));
%!   assert (isequal ({f1, g1}, {f, g}));
%! endfor
%!error <__ae_forward__|a scaling must be a real double matrix, 3-by-2 or 3-by-3>
%! net = ae_network (3, {ae_layer("dense", 3)});
%! __ae_forward__ (call_private ("net_pack", net.layers), call_private ("layer_spec", net.layers), 3, ones (3, 2), 0, 1, 3);

## ---- models ----

## A plant's table: feature 1 near 5000, five near 0, from two causes.
%!function X = plant (n)
%!  z = [sin((1:n) * 1.7) .* cos((1:n) .^ 1.3); cos((1:n) * 0.9 + 1)];
%!  X = [1 0.5; 0.3 -1; 1 1; 0.2 0.1; -0.5 0.7; 0 1] * z + 0.05 * sin (reshape (1:6*n, 6, n) .^ 2);
%!  X(1,:) = 5000 + 400 * X(1,:);
%!endfunction
%!function X = holes (X, every)
%!  k = 1:numel (X);
%!  X(mod (floor (k .* k / 7), every) == 0) = NaN;
%!endfunction
%!function net = plant_net (varargin)
%!  net = ae_dense (6, [8 2], "Activation", "tanh", "Seed", 1, varargin{:});
%!endfunction
%!shared quiet
%! quiet = {"Verbose", 0, "Seed", 2, "BatchSize", 16, "Epochs", 3};

%!test # each kind, learnt by the first fit, against Octave's own functions
%! X = plant (150);
%! X(4,:) = 7.1; # constant
%! quart = quantile (X, [0.25 0.5 0.75], 2, 7);
%! wanted = {"zscore", mean(X, 2), std(X, 0, 2); "minmax", min(X, [], 2), max(X, [], 2) - min(X, [], 2); ...
%!           "robust", quart(:,2), quart(:,3) - quart(:,1)};
%! warning ("off", "all", "local");
%! for w = wanted'
%!   net = plant_net ("Scale", w{1});
%!   assert (isempty (net.scaling.offset));
%!   net = ae_fit (net, X, quiet{:});
%!   w{3}(4) = 1;
%!   assert (net.scaling.kind, w{1});
%!   assert (net.scaling.offset, w{2}, 1e-10 * 5000);
%!   assert (net.scaling.factor, w{3}, 1e-10 * 400);
%!   again = ae_fit (net, X + 1, quiet{:});
%!   assert (isequal (again.scaling, net.scaling));
%!   p = ae_pca (X, 2, "Scale", w{1});
%!   assert (isequal (p.scaling, net.scaling));
%! endfor
%!test # the verbs: what a net of scaled data by hand gives
%! X = plant (150);
%! net = ae_fit (plant_net ("Scale", "zscore", "Precision", "double"), X, quiet{:});
%! assert (net.layers(end).activation, "linear");
%! hand = ae_fit (plant_net ("OutputActivation", "linear", "Precision", "double"), (X - net.scaling.offset) ./ net.scaling.factor, quiet{:});
%! assert ({net.layers.W}, {hand.layers.W}, 1e-12);
%! S = (X - net.scaling.offset) ./ net.scaling.factor;
%! undo = @(Y) Y .* net.scaling.factor + net.scaling.offset;
%! assert (ae_encode (net, X), ae_encode (hand, S), 1e-11);
%! assert (ae_reconstruct (net, X), undo (ae_reconstruct (hand, S)), 1e-7);
%! assert (ae_predict (net, X), ae_reconstruct (net, X));
%! assert (ae_decode (net, ae_encode (net, X)), ae_reconstruct (net, X));
%! assert (ae_predict (ae_encoder (net), X), ae_encode (net, X));
%! assert (ae_predict (ae_decoder (net), ae_encode (net, X)), ae_reconstruct (net, X));
%! assert (ae_activations (net, X, numel (net.layers)), ae_reconstruct (hand, S), 1e-11);
%! assert (ae_objective (net, X), ae_objective (hand, S), 1e-12);
%! r = ae_evaluate (net, X);
%! q = ae_evaluate (hand, S);
%! assert ([r.mse_scaled r.explained], [q.mse q.explained], 1e-11);
%! assert (r.mse, mean ((ae_reconstruct (net, X) - X)(:) .^ 2), 1e-7);
%! assert (max (ae_gradcheck (net, X(:,1:10))) < 1e-7);
%!test # features far from 0 with little spread keep their digits in single nets
%! X = [1e6 + 1e-3 * sin(1:100); cos(1:100)];
%! net = ae_fit (ae_dense (2, 1, "Scale", "zscore", "Seed", 1), X, quiet{:});
%! assert (ae_activations (net, X, 1), single ((X - mean (X, 2)) ./ std (X, 0, 2)), 1e-5);
%!test # scaling and training are the same for any number of threads
%! X = holes (plant (300), 9);
%! for missing = {"mask", "omit"}
%!   a = ae_fit (plant_net ("Scale", "robust", "Missing", missing{1}), X, quiet{:}, "Threads", 1);
%!   b = ae_fit (plant_net ("Scale", "robust", "Missing", missing{1}), X, quiet{:}, "Threads", 4);
%!   assert (isequal (a.layers, b.layers) && isequal (a.scaling, b.scaling));
%! endfor
%!test # targets of their own, validation, a share set apart: all scaled alike
%! X = plant (150);
%! noisy = X + 0.01 * std (X, 0, 2) .* cos (reshape (1:900, 6, 150));
%! net = plant_net ("Scale", "zscore", "Precision", "double");
%! [a, h] = ae_fit (net, noisy, X, "ValidationData", {noisy, X}, quiet{:});
%! s = @(A) (A - a.scaling.offset) ./ a.scaling.factor;
%! [b, k] = ae_fit (plant_net ("OutputActivation", "linear", "Precision", "double"), s (noisy), s (X), ...
%!                  "ValidationData", {s(noisy), s(X)}, quiet{:});
%! assert ({a.layers.W}, {b.layers.W}, 1e-12);
%! assert (h.val_loss, k.val_loss, 1e-12);
%! assert (h.val_loss(end), ae_evaluate (a, noisy, X).mse_scaled, 1e-12);
%! [a, h] = ae_fit (net, X, "ValidationSplit", 0.4, quiet{:});
%! assert (! isequal (a.scaling.offset, mean (X, 2))); # learnt from the training samples alone
%!test # bytes stay bytes: the bits of bytes / 255, outputs in their units, sizes of images
%! B = uint8 (mod (reshape ((1:16 * 200) .^ 2, 4, 4, 1, 200), 251));
%! nets = {ae_dense(16, [8 3], "Seed", 1, "Scale", "bytes"), ae_conv([4 4 1], [3 2], "Seed", 1, "Scale", "bytes"), ...
%!         ae_denoising([4 4 1], [3 2], "Seed", 1, "Scale", "bytes")};
%! plain = {ae_dense(16, [8 3], "Seed", 1), ae_conv([4 4 1], [3 2], "Seed", 1), ae_denoising([4 4 1], [3 2], "Seed", 1)};
%! for i = 1:3
%!   warning ("off", "all", "local");
%!   a = ae_fit (nets{i}, B, quiet{:});
%!   b = ae_fit (plain{i}, single (B) / 255, quiet{:});
%!   assert (isequal ({a.layers.W}, {b.layers.W}));
%!   assert (ae_encode (a, B), ae_encode (b, single (B) / 255));
%!   R = ae_reconstruct (a, B);
%!   assert (class (R), "single");
%!   assert (size (R), size (B));
%!   assert (R, 255 * ae_reconstruct (b, single (B) / 255), 1e-3);
%!   r = ae_evaluate (a, B);
%!   q = ae_evaluate (b, single (B) / 255);
%!   assert ([r.mse_scaled, r.psnr, r.ssim, r.explained], [q.mse, q.psnr, q.ssim, q.explained], 1e-5);
%!   assert ([r.mse, r.sse] / 255^2, [q.mse, q.sse], 1e-5);
%! endfor
%! p = ae_pca (B, 3, "Scale", "bytes");
%! q = ae_pca (single (B) / 255, 3);
%! assert (isequal (p.components, q.components));
%! assert (ae_reconstruct (p, B), 255 * ae_reconstruct (q, single (B) / 255), 1e-3);
%! r = ae_compare (struct ("p", p, "net", a), B);
%! q = ae_compare (struct ("p", q, "net", b), single (B) / 255);
%! assert ([r.models.mse], [q.models.mse], 1e-6);
%! assert (r.pca.mse, q.pca.mse, 1e-6);
%!test # EM against the textbook, and plain PCA where nothing is missing
%! X = holes (plant (80), 6);
%! S = (X - mean (plant (80), 2)) ./ std (plant (80), 0, 2);
%! [U, mu0] = deal (orth (reshape (sin (1:12), 6, 2)), zeros (6, 1));
%! for steps = [1 2 20]
%!   [W, mu, noise, report] = __ae_pca_em__ (U, mu0, 0.5, S, [], steps, 0);
%!   [Wr, mur, noiser, loglik] = ref_ppca (U, mu0, 0.5, S, steps);
%!   assert ({W, mu, noise}, {Wr, mur, noiser}, 1e-10);
%!   assert (report([1 3]), [steps, loglik(end)], 1e-9);
%!   assert (all (diff (loglik) > 0));
%! endfor
%! filled = __ae_pca_em__ (W, mu, noise, S);
%! assert (filled(! isnan (S)), S(! isnan (S)));
%! o = ! isnan (S(:,1)); # expectation of a gaussian given a part of it
%! C = W * W' + noise * eye (6);
%! assert (filled(! o,1), mu(! o) + C(! o,o) / C(o,o) * (S(o,1) - mu(o)), 1e-10);
%! p = ae_pca (plant (80), 2, "Scale", "zscore", "Missing", "mask");
%! q = ae_pca (plant (80), 2, "Scale", "zscore");
%! assert (p.components, q.components, 1e-12);
%! assert (p.em.iterations, 0);
%! assert (p.noise, (q.total_variance - sum (q.variances)) / 4, 1e-12);
%!test # PCA with holes: near the one without; codes, shares, files, checks
%! X = holes (plant (300), 30);
%! p = ae_pca (X, 2, "Scale", "zscore", "Missing", "mask");
%! assert (p.em.converged && p.em.iterations > 1);
%! q = ae_pca (plant (300), 2, "Scale", "zscore");
%! assert (max (ae_principal_angles (p.components, q.components)) < 0.05);
%! R = ae_reconstruct (p, X);
%! assert (! any (isnan (R(:))));
%! gone = isnan (X);
%! sd = std (plant (300), 0, 2);
%! err = ((R - plant (300)) ./ sd)(gone);
%! means = ((mean (plant (300), 2) - plant (300)) ./ sd)(gone);
%! assert (sqrt (mean (err .^ 2)) < 0.4 * sqrt (mean (means .^ 2)));
%! full = plant (300)(:,1:3);
%! assert (ae_encode (p, full), p.components' * ((full - p.scaling.offset) ./ p.scaling.factor - p.mean), 1e-10);
%! assert (columns (ae_pca (X, 0.9, "Scale", "zscore", "Missing", "mask").components), 2);
%! file = tempname ();
%! ae_save (p, file);
%! assert (isequal (ae_load (file), p));
%! delete (file);
%!test # omit: as if the samples were not there
%! X = holes (plant (200), 11);
%! whole = X(:,! any (isnan (X), 1));
%! a = ae_pca (X, 2, "Scale", "zscore", "Missing", "omit", "Verbose", false);
%! b = ae_pca (whole, 2, "Scale", "zscore");
%! assert (a.components, b.components);
%! assert (a.omitted, 200 - columns (whole));
%! net = ae_fit (plant_net ("Scale", "zscore", "Missing", "omit"), X, quiet{:});
%! hand = ae_fit (plant_net ("Scale", "zscore"), whole, quiet{:});
%! assert (isequal (net.layers, hand.layers));
%! said = evalc ("ae_fit (plant_net (\"Missing\", \"omit\"), whole(:,[1 1 2]) .* [NaN 1 1], \"Epochs\", 0);");
%! assert (strfind (said, "ae_fit: 1 of 3 samples have missing values and are left out"));
%!test # files and checkpoints carry the scaling; a resumed run has the same bits
%! X = holes (plant (150), 9);
%! net = plant_net ("Scale", "zscore", "Missing", "mask");
%! file = tempname ();
%! unwind_protect
%!   a = ae_fit (net, X, quiet{:}, "Epochs", 4);
%!   ae_fit (net, X, quiet{:}, "Epochs", 2, "Checkpoint", file);
%!   b = ae_fit (net, X, quiet{:}, "Epochs", 4, "Resume", file);
%!   assert (isequal (a.layers, b.layers) && isequal (a.scaling, b.scaling));
%!   c = ae_load (file);
%!   assert (isequal (c.scaling, a.scaling));
%!   ae_save (a, file);
%!   assert (isequal (ae_load (file), a));
%!   ae_save (net, file); # not learnt yet
%!   assert (isequal (ae_load (file), net));
%!   try
%!     other = ae_fit (plant_net ("Scale", "robust"), plant (150), quiet{:}, "Resume", file);
%!     error ("resumed");
%!   catch err
%!     assert (strfind (err.message, "cannot resume"));
%!   end_try_catch
%!   for format = {"-text", "-v7", "-binary"}
%!     save (format{1}, file, "a");
%!     assert (ae_encode (load (file).a, X), ae_encode (a, X));
%!   endfor
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!test # the full-batch optimizers, sparsity, validation with holes
%! X = holes (plant (150), 9);
%! for name = {"lbfgs", "scg"}
%!   [net, h] = ae_fit (plant_net ("Scale", "zscore", "Missing", "mask"), X, quiet{:}, "Optimizer", name{1}, ...
%!                      "ValidationData", X);
%!   assert (h.val_loss(end) < h.loss(1));
%!   assert (h.val_loss(end), ae_evaluate (net, X).mse_scaled, 1e-5);
%! endfor

## Every case has an answer, never a NaN silently.
%!test # constant features come back as they are; one sample; far out of range
%! X = plant (60);
%! X(2,:) = -3.3;
%! warning ("off", "all", "local");
%! for scale = {"zscore", "minmax", "robust"}
%!   net = ae_fit (plant_net ("Scale", scale{1}), X, quiet{:});
%!   assert (net.scaling.factor(2), 1);
%!   far = X(:,1);
%!   far(3) = 1e6;
%!   assert (all (isfinite (ae_reconstruct (net, far))));
%!   one = ae_fit (plant_net ("Scale", scale{1}), X(:,1), quiet{:});
%!   assert (one.scaling.factor, ones (6, 1));
%!   assert (all (isfinite (ae_reconstruct (one, X(:,1)))));
%! endfor
%! X(2,:) = 0.1; # whose mean is rounded
%! assert (ae_pca (single (X), 2, "Scale", "zscore").scaling.factor(2), 1);
%!error <feature 3 \(row 3\) has no value in any sample; leave it out>
%! ae_fit (plant_net ("Missing", "mask"), plant (9) .* [1; 1; NaN; 1; 1; 1], "Verbose", 0);
%!error <autoencoder|feature 3 \(row 3\) has no value> ae_pca (plant (9) .* [1; 1; NaN; 1; 1; 1], 2, "Missing", "mask");
%!error <ae_fit: each of the 9 samples has a missing value> ae_fit (plant_net ("Missing", "omit"), NaN (6, 9), "Verbose", 0);
%!error <9 of 9 samples have a missing value, and 2 without are needed> ae_pca (NaN (6, 9), 2, "Missing", "omit");
%!error <X must be finite, got Inf at element 7 \(row 1, column 2\)>
%! ae_fit (plant_net ("Missing", "mask"), [ones(6, 1), Inf(6, 1)(:) .* [1; 0; 0; 0; 0; 0] + 1](:,[1 2]), "Verbose", 0);
%!error <X must be finite, got NaN at element 2 \(row 2, column 1\) and 1 more; the option "Missing"> ae_fit (plant_net (), [1 1; NaN NaN; 1 1; 1 1; 1 1; 1 1]);
%!error <X must be single or double, got int16> ae_fit (plant_net ("Scale", "zscore"), int16 (plant (9)));
%!error <X must be single or double, got uint8> ae_fit (plant_net ("Scale", "zscore"), uint8 (plant (9)));
%!error <X must be single or double, got int8> ae_fit (plant_net ("Scale", "bytes"), int8 (plant (9)));
%!error <ae_encode: the model's scaling \("zscore", missing values: "error"\) is not learnt yet> ae_encode (plant_net ("Scale", "zscore"), plant (9));
%!error <ae_objective: the model's scaling> ae_objective (plant_net ("Scale", "zscore"), plant (9));
%!error <ae_encode: X must be finite, got NaN>
%! ae_encode (ae_fit (plant_net ("Scale", "zscore"), plant (20), "Verbose", 0, "Epochs", 0), holes (plant (9), 4));
%!error <the model is damaged: m.scaling.factor must not be 0>
%! p = ae_pca (plant (20), 2, "Scale", "zscore");  p.scaling.factor(2) = 0;  ae_encode (p, plant (3));
%!error <the model is damaged: m.scaling.offset must be real, finite, double and 6-by-1, got 5-by-1 double>
%! p = ae_pca (plant (20), 2, "Scale", "zscore");  p.scaling.offset(2) = [];  ae_encode (p, plant (3));
%!error <m.scaling.kind or m.missing is none that is known>
%! p = ae_pca (plant (20), 2, "Scale", "zscore");  p.scaling.kind = "log";  ae_encode (p, plant (3));
%!error <X is too large to be scaled> ae_pca ([1e308 -1e308 1e308; 1 2 4], 1, "Scale", "minmax");
%!error <Scale must be one of none, zscore, minmax, robust, bytes; got "z"> ae_dense (6, 2, "Scale", "z");
%!error <Missing must be one of error, omit, mask; got "x"> ae_network (6, {ae_layer("dense", 6)}, "Missing", "x");

## Cells filled in, in standard deviations off the truth, beside scikit-learn 1.9
## (make_imputation_numbers.py): the mean 0.948, IterativeImputer 0.269; here PCA by
## EM 0.301 with 3 components, 0.274 with 5, a net 0.38.
%!test
%! N = load (fullfile (fileparts (which ("run_tests")), "data", "imputation_numbers.txt"));
%! gone = logical (N.gone);
%! D = N.table;
%! D(gone) = NaN;
%! sd = zeros (10, 1);
%! for f = 1:10
%!   sd(f) = std (N.table(f,! gone(f,:)));
%! endfor
%! by_rows = @(A) A'(gone'); # the order of numpy
%! error_of = @(v) sqrt (mean (((v(:) - by_rows (N.table)) ./ by_rows (sd .* ones (size (D)))) .^ 2));
%! theirs = [error_of(N.mean), error_of(N.iterative)];
%! assert (theirs, [0.9476, 0.2688], 1e-3);
%! em = zeros (1, 2);
%! for i = 1:2
%!   p = ae_pca (D, [3 5](i), "Scale", "zscore", "Missing", "mask");
%!   assert (p.em.converged);
%!   em(i) = error_of (by_rows (ae_reconstruct (p, D)));
%! endfor
%! assert (em < [0.33 0.3]);
%! net = ae_dense (10, [16 3], "Activation", "tanh", "CodeActivation", "linear", "Scale", "zscore", ...
%!                 "Missing", "mask", "Seed", 1);
%! net = ae_fit (net, D, "Optimizer", "adam", "LearnRate", 3e-3, "BatchSize", 16, "Epochs", 100, "Seed", 1, "Verbose", 0);
%! R = ae_reconstruct (net, D);
%! assert (error_of (by_rows (R)) < 0.5 * theirs(1));
%! assert (! any (isnan (R(:))));

## ---- words at the right moment ----

%!function id = warned (f)
%!  lastwarn ("", "");
%!  evalc ("f ();");
%!  [text, id] = lastwarn ();
%!  id = [id ": " text];
%!endfunction
%!test # bytes in floats, a feature that outweighs the others, a scaling of bytes that is not needed
%! short = {"Epochs", 0, "Verbose", 0};
%! said = warned (@() ae_fit (ae_dense (16, 4, "OutputActivation", "linear"), 255 * rand (16, 20), short{:}));
%! assert (strfind (said, "looks like the bytes of images: give X / 255, or keep them as uint8"));
%! said = warned (@() ae_fit (ae_dense (6, [8 2], "OutputActivation", "linear"), plant (60), short{:}));
%! assert (regexp (said, 'ae_fit:range: ae_fit: feature 1 varies .* times as much as the median feature'));
%! assert (strfind (said, "net = ae_dense (6, [8 2], \"Scale\", \"zscore\");"));
%! said = warned (@() ae_fit (ae_dense (4, 2, "Scale", "bytes", "OutputActivation", "linear"), rand (4, 9), short{:}));
%! assert (strfind (said, "but the net divides them by 255"));
%! assert (warned (@() ae_fit (plant_net ("Scale", "zscore"), plant (60), short{:})), ": ");
%! said = warned (@() ae_fit (ae_dense (6, 2), plant (60) ./ [5000; 1; 1; 1; 1; 1], short{:}));
%! assert (strfind (said, "build the net with \"OutputActivation\", \"linear\""));
%!test # PCA by a share
%! said = warned (@() ae_pca (plant (60), 0.9));
%! assert (regexp (said, 'ae_pca:scale: ae_pca: feature 1 has \d+\.\d % of the variance and outweighs the rest'));
%! assert (warned (@() ae_pca (plant (60), 0.9, "Scale", "zscore")), ": ");
%!test # samples that may stand as rows
%! said = evalc ("ae_fit (ae_dense (60, 2), rand (60, 5) / 2, \"Epochs\", 0);");
%! assert (strncmp (said, "ae_fit: 60 features, 5 samples (samples are columns", 50));
%! said = evalc ("ae_pca (rand (60, 5), 2);");
%! assert (strncmp (said, "ae_pca: 60 features, 5 samples (samples are columns", 50));
%! assert (evalc ("ae_pca (rand (60, 5), 2, \"Verbose\", false);"), "");
%!error <ae_fit: unknown option "Epoch"; did you mean Epochs\? valid are: Epochs, BatchSize> ae_fit (plant_net (), plant (9), "Epoch", 3)
%!error <ae_fit: unknown option "lernrate"; did you mean LearnRate\?> ae_fit (plant_net (), plant (9), "lernrate", 3)
%!error <ae_fit: unknown option "zzz"; valid are> ae_fit (plant_net (), plant (9), "zzz", 3)
%!error <ae_fit: options must come as name/value pairs, but "Epochs" has no value> ae_fit (plant_net (), plant (9), "Epochs", "Verbose", 0)
%!error <reshape \(X, 2, 3, 1, \[\]\)> ae_fit (plant_net (), ones (2, 3, 9))
%!error <join its 9 arrays by cat \(4, X\{:\}\)> ae_fit (plant_net (), repmat ({ones(2, 3)}, 1, 9))
%!error <for one image a page: reshape \(X, 2, 3, 1, \[\]\)> ae_pca (ones (2, 3, 9), 1)
%!test # lookfor finds them, by the first sentence of the help
%! wanted = {"anomaly", "ae_score"; "outlier", "ae_outliers"; "missing", "ae_load_table"; "scale", "ae_network"; ...
%!           "dimension", "ae_code_sizes"; "csv", "ae_load_table"};
%! for w = wanted'
%!   assert (! isempty (strfind (lower (get_first_help_sentence (w{2}, 200)), w{1})), w{2});
%! endfor
