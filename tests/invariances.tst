## What must not change a result, whatever the model and the function: the order
## of the samples, how many come at a time, copies, files, threads.  Extreme
## data give results or errors in words.  Tables: a model or a function is a row.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## Two epochs are not enough for much, and ae_fit says so.
%!function net = fitted (net, X, options)
%!  text = evalc ("net = ae_fit (net, X, options{:});");
%!endfunction
%!function X = data (d, n)
%!  X = single (mod ((1:d)' * (1:n) * 0.6180339887, 1));
%!endfunction

## The BLAS has one thread while the package computes, and its own again afterwards: the
## first test, for a fault would show at the first call alone.
%!function n = blas_threads ()
%!  [~, ~, ~, ~, ~, n] = __ae_machine__ (0);
%!endfunction
%!test # also where the call ends in an error
%! before = blas_threads ();
%! X = data (6, 60);
%! I = reshape (data (64, 20), 8, 8, 1, 20);
%! net = ae_dense (6, [4 2], "Seed", 1);
%! p = ae_pca (X, 2);
%! quiet = {"Epochs", 1, "Verbose", 0};
%! calls = {@() fitted(net, X, quiet), @() fitted(net, X, [quiet {"Optimizer", "lbfgs"}]), ...
%!          @() fitted(ae_conv ([8 8 1], [3 2], "Seed", 1), I, quiet), @() ae_pca(X, 2), ...
%!          @() ae_pca(X', 2, "Verbose", false), @() ae_pca(data (300, 400), 20), @() ae_encode(net, X), ...
%!          @() ae_evaluate(net, X), @() ae_evaluate(p, X), @() ae_objective(net, X), ...
%!          @() ae_tsne(X, "Perplexity", 5, "MaxIter", 20, "Verbose", false), ...
%!          @() ae_pca(1e200 * double (X), 2), @() ae_pca([X NaN(6, 1)], 2), ...
%!          @() fitted(net, 1e30 * X, [quiet {"LearnRate", 1e30}])};
%! for call = calls
%!   try
%!     evalc ("call{1} ();");
%!   catch err
%!     assert (strncmp (err.identifier, "autoencoder:", 12));
%!   end_try_catch
%!   assert (blas_threads (), before);
%! endfor

## Rows {name, trained model, samples}
%!function table = models ()
%!  persistent known = {};
%!  if (isempty (known))
%!    X = data (6, 40);
%!    I = reshape (data (64, 20), 8, 8, 1, 20);
%!    S = reshape (data (24, 20), 12, 2, 20);
%!    quiet = {"Epochs", 2, "Verbose", 0, "Seed", 1};
%!    fit = @(net, X) fitted (net, X, quiet);
%!    holes = 10 * X;
%!    holes(2,[3 9]) = NaN;
%!    known = {"pca", ae_pca(X, 2), X; "pca of images", ae_pca(I, 5, "Scale", "zscore"), I; ...
%!             "pca with holes", ae_pca(holes, 2, "Missing", "mask"), holes; ...
%!             "dense", fit(ae_dense (6, [4 2], "Seed", 1), X), X; ...
%!             "double", fit(ae_dense (6, [4 2], "Seed", 1, "Precision", "double"), double (X)), double(X); ...
%!             "tied", fit(ae_dense (6, [4 2], "Tied", true, "Seed", 1), X), X; ...
%!             "scaled", fit(ae_dense (6, 2, "Scale", "robust", "Missing", "mask", "Seed", 1), holes), holes; ...
%!             "sparse", fit(ae_sparse (6, 4, "Seed", 1), X), X; ...
%!             "variational", fit(ae_vae (6, [4 2], "Seed", 1), X), X; ...
%!             "denoising", fit(ae_denoising ([8 8 1], [3 2], "Seed", 1), I), I; ...
%!             "convolutional", fit(ae_conv ([8 8 1], [3 2], "Seed", 1), I), I; ...
%!             "normalised", fit(ae_network (6, {ae_layer("dense", 4), ae_layer("batchnorm"), ae_layer("prelu"), ...
%!                                               ae_layer("groupnorm"), ae_layer("dense", 6)}, "Seed", 1), X), X; ...
%!             "series", fit(ae_network ([12 2], {ae_layer("conv1d", 3, 3, "relu", "Padding", "same"), ...
%!                                                ae_layer("conv1d", 2, 3, "Padding", "same")}, "Seed", 1), S), S};
%!  endif
%!  table = known;
%!endfunction

## Rows {name, function of model and samples}: a result has its samples last.
%!function table = verbs ()
%!  table = {"ae_encode", @(m, X) ae_encode(m, X); "ae_reconstruct", @(m, X) ae_reconstruct(m, X); ...
%!           "ae_score", @(m, X) ae_score(m, X); "ae_decode", @(m, X) ae_decode(m, ae_encode (m, X))};
%!endfunction

## Samples k of an array that has them last
%!function Y = some (X, k)
%!  index = repmat ({":"}, 1, ndims (X));
%!  index{end} = k;
%!  Y = X(index{:});
%!endfunction

## Calls check (name, model, samples, verb) for every model and verb.
%!function for_all (check)
%!  for m = models ()'
%!    for v = verbs ()'
%!      try
%!        check (m{2}, m{3}, v{2});
%!      catch err
%!        error ("%s of the model \"%s\": %s", v{1}, m{1}, err.message);
%!      end_try_catch
%!    endfor
%!  endfor
%!endfunction

%!test # the order of the samples
%! function check (m, X, verb)
%!   order = [2:2:size(X)(end), 1:2:size(X)(end)];
%!   assert (verb (m, some (X, order)), some (verb (m, X), order), 1e-5);
%! endfunction
%! for_all (@check);

%!test # some of the samples, and one at a time
%! function check (m, X, verb)
%!   Y = verb (m, X);
%!   for k = {1:7, 3:19, 20}
%!     assert (squeeze (verb (m, some (X, k{1}))), squeeze (some (Y, k{1})), 1e-5 * max (abs (Y(:))));
%!   endfor
%! endfunction
%! for_all (@check);

%!test # save and load, and copies: the same bits
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   for m = models ()'
%!     ae_save (m{2}, file);
%!     loaded = ae_load (file);
%!     copy = m{2};
%!     for v = verbs ()'
%!       Y = v{2} (m{2}, m{3});
%!       assert (isequaln (v{2} (loaded, m{3}), Y), "%s of the model \"%s\" loaded again", v{1}, m{1});
%!       assert (isequaln (v{2} (copy, m{3}), Y));
%!     endfor
%!   endfor
%! unwind_protect_cleanup
%!   [~] = unlink (file);
%! end_unwind_protect

%!test # what went in is as it was, also where copies were changed
%! for m = models ()'
%!   [net, X] = m{2:3};
%!   before = {typecast(single (X(:)), "uint32"), net};
%!   for v = verbs ()'
%!     v{2} (net, X);
%!   endfor
%!   if (isfield (net, "layers"))
%!     other = net;
%!     other.layers(end-1).W(:) = 0;
%!     more = fitted (net, X, {"Epochs", 1, "Verbose", 0, "Seed", 2});
%!     assert (! isequal (more.layers, net.layers));
%!   endif
%!   assert (isequaln ({typecast(single (X(:)), "uint32"), net}, before), "%s", m{1});
%! endfor

%!function x = strip (x)
%!  if (isstruct (x) && isfield (x, "seconds"))
%!    x = rmfield (x, "seconds");
%!  endif
%!endfunction

## Rows {name, function of a number of threads}: the same bits for any
%!function table = threaded ()
%!  X = data (6, 70);
%!  I = reshape (data (64, 20), 8, 8, 1, 20);
%!  options = {"Epochs", 2, "Verbose", 0, "Seed", 1, "BatchSize", 33};
%!  table = {"dense", @(n) fitted(ae_dense (6, [4 2], "Seed", 1), X, [options, {"Threads", n}]).layers; ...
%!           "conv", @(n) fitted(ae_conv ([8 8 1], [3 2], "Seed", 1), I, [options, {"Threads", n}]).layers; ...
%!           "sparse", @(n) fitted(ae_sparse (6, 4, "Seed", 1), X, [options, {"Threads", n}]).layers; ...
%!           "tsne", @(n) ae_tsne(X, "Perplexity", 5, "MaxIter", 30, "Seed", 1, "Threads", n); ...
%!           "objective", @(n) nthargout(1:2, @ae_objective, ae_dense (6, 2, "Seed", 1), X, X, "Threads", n)};
%!endfunction
%!test
%! for t = threaded ()'
%!   one = t{2} (1);
%!   for n = [2 3 8]
%!     assert (isequal (strip (t{2} (n)), strip (one)), "%s with %d threads", t{1}, n);
%!   endfor
%! endfor
## Rows {name, function} that draw random numbers, with a seed: Octave's are left alone.
%!test
%! X = data (6, 40);
%! net = ae_dense (6, 2, "Seed", 1);
%! table = {"ae_dense", @() ae_dense(6, 2, "Seed", 1); "ae_conv", @() ae_conv([8 8 1], 2, "Seed", 1); ...
%!          "ae_denoising", @() ae_denoising(6, 2, "Seed", 1); "ae_vae", @() ae_vae(6, 2, "Seed", 1); ...
%!          "ae_sparse", @() ae_sparse(6, 2, "Seed", 1); ...
%!          "ae_network", @() ae_network(6, {ae_layer("dense", 6)}, "Seed", 1); ...
%!          "ae_fit", @() fitted(net, X, {"Epochs", 1, "Verbose", 0, "Seed", 1, "ValidationSplit", 0.2}); ...
%!          "ae_pretrain", @() ae_pretrain(net, X, "Epochs", 1, "Verbose", 0, "Seed", 1); ...
%!          "ae_add_noise", @() ae_add_noise(X, "masking", 0.5, "Seed", 1); "ae_split", @() ae_split(X, 0.5, "Seed", 1); ...
%!          "ae_tsne", @() ae_tsne(X, "Perplexity", 5, "MaxIter", 10, "Seed", 1); ...
%!          "ae_sample", @() ae_sample(ae_vae (6, 2, "Seed", 1), 3, "Seed", 1); ...
%!          "ae_dropout_forward", @() ae_dropout_forward(X, 0.5, "Seed", 1); "ae_pca", @() ae_pca(X, 2); ...
%!          "ae_gradcheck", @() nthargout(1, @ae_gradcheck, net, X(:,1:3))};
%! for t = table'
%!   before = {rand("twister"), randn("twister")};
%!   t{2} ();
%!   assert (isequal ({rand("twister"), randn("twister")}, before), "%s", t{1});
%! endfor

## Whatever the data, a result is finite, or an error is the package's own.
%!function no_surprise (name, verb)
%!  try
%!    Y = verb ();
%!  catch err
%!    assert (strncmp (err.identifier, "autoencoder:", 12), "%s: %s", name, err.message);
%!    return;
%!  end_try_catch
%!  assert (all (isfinite (Y(:))), "%s gives NaN or Inf", name);
%!endfunction
%!test # tiny, huge, nothing, all the same; two to five samples
%! X = data (6, 12);
%! sets = {"1e-30", 1e-30 * X; "1e30", 1e30 * X; "double 1e-300", 1e-300 * double(X); "double 1e300", 1e300 * double(X); ...
%!         "zeros", 0 * X; "duplicates", X(:,ones (1, 12)); "constant features", X(:,1) * ones(1, 12, "single"); ...
%!         "n = 1", X(:,1); "n = 2", X(:,1:2); "n = 3", X(:,1:3); "n = 4", X(:,1:4); "n = 5", X(:,1:5)};
%! builders = {@() ae_dense(6, 2, "Seed", 1), @() ae_dense(6, 2, "Scale", "zscore", "Seed", 1), @() ae_sparse(6, 4, "Seed", 1), ...
%!             @() ae_vae(6, 2, "Seed", 1), @() ae_network(6, {ae_layer("dense", 2), ae_layer("batchnorm"), ae_layer("dense", 6)}, "Seed", 1)};
%! for s = sets'
%!   D = s{2};
%!   no_surprise ([s{1} ": pca"], @() ae_reconstruct(ae_pca (D, 1), D));
%!   no_surprise ([s{1} ": scaled pca"], @() ae_reconstruct(ae_pca (D, 1, "Scale", "zscore"), D));
%!   no_surprise ([s{1} ": tsne"], @() ae_tsne(D, "Perplexity", 1, "MaxIter", 20, "Seed", 1));
%!   no_surprise ([s{1} ": trustworthiness"], @() ae_trustworthiness(D, D(1:2,:), 1));
%!   for k = 1:numel (builders)
%!     no_surprise (sprintf ("%s: net %d", s{1}, k), ...
%!                  @() ae_reconstruct(fitted (builders{k}(), D, {"Epochs", 1, "Verbose", 0, "Seed", 1}), D));
%!   endfor
%! endfor
