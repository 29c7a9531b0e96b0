## parts = course_exercise_1 ()
##
## Principal components by SVD, by eigenvectors, by power iteration.
## parts has a row {file, what is checked, points, function that returns the
## feedback} for each part, as in every course_exercise_*.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_1 ()
  parts = {
    "featureNormalize", "mean and standard deviation of each feature", 10, @moments
    "featureNormalize", "normalised samples", 10, @normalised
    "featureNormalize", "a constant feature", 5, @constant_feature
    "pca", "components by SVD", 15, @() components (@pca)
    "pca", "variances by SVD", 10, @() variances (@pca)
    "pcaEig", "components by eigenvectors", 10, @() components (@pcaEig)
    "pcaEig", "variances by eigenvectors", 5, @() variances (@pcaEig)
    "pcaPower", "components by power iteration", 15, @() components (@(X, k) pcaPower (X, k, 300))
    "pcaPower", "variances by power iteration", 5, @() variances (@(X, k) pcaPower (X, k, 300))
    "pcaErrors", "angles of the three to ae_pca", 10, @angles
    "pcaErrors", "seconds of the three", 5, @seconds};
endfunction

## Samples far from 0, with variances that are well apart.
function X = samples ()
  [Q, ~] = qr (course_numbers (8, 8, 1));
  X = Q * diag ([9 6 4 2 1 0.5 0.3 0.1]) * course_numbers (8, 60, 2) + 5 * (1:8)';
endfunction

function text = moments ()
  X = samples ();
  [~, mu, sigma] = featureNormalize (X);
  text = course_first (
    course_judge ("mu", mu, mean (X, 2), {
      mean(X, 1), "that is the mean of each sample; samples are columns, so average along dimension 2"}), ...
    course_judge ("sigma", sigma, std (X, 0, 2), {
      std(X, 1, 2), "you divided by n; divide the sum of squares by n - 1"
      std(X, 0, 1), "that is the spread of each sample; samples are columns: std (X, 0, 2)"
      var(X, 0, 2), "that is the variance; the standard deviation is its root"}));
endfunction

function text = normalised ()
  X = samples ();
  mu = mean (X, 2);
  sigma = std (X, 0, 2);
  text = course_judge ("Xn", featureNormalize (X), (X - mu) ./ sigma, {
    X ./ sigma, "you forgot to centre: subtract the mean before you divide"
    X - mu, "you forgot to divide by the standard deviation"
    (X - mu) ./ sigma .^ 2, "you divided by the variance; divide by its root"
    (X - mu) ./ std(X, 1, 2), "you divided by n; divide the sum of squares by n - 1"
    (X - mean (X, 1)) ./ std(X, 0, 1), "you normalised each sample; normalise each feature, a row"});
endfunction

function text = constant_feature ()
  X = [samples()(1,:); 7 * ones(1, 60)];
  [Xn, ~, sigma] = featureNormalize (X);
  if (any (isnan (Xn(:))))
    text = "a feature that never changes becomes NaN (0/0): let its sigma be 1";
    return;
  endif
  text = course_judge ("sigma of a constant feature", sigma, [std(X(1,:)); 1]);
endfunction

function text = components (method)
  X = samples ();
  k = 3;
  V = method (X, k);
  [U, ~, ~] = svd (X - mean (X, 2), "econ");
  [U0, ~, ~] = svd (X, "econ");
  [U1, ~, ~] = svd (X - mean (X, 1), "econ");
  text = course_judge ("size (V)", size (V), [8 k], {
    [60 k], ["V must be 8-by-3, got 60-by-3: you took the right singular vectors; " ...
             "with samples as columns take the left ones"]
    [8 8], "V has every component; take the first k"});
  if (! isempty (text))
    return;
  endif
  text = course_judge ("V * V'", V * V', U(:,1:k) * U(:,1:k)', {
    U0(:,1:k) * U0(:,1:k)', "you forgot to centre: subtract the mean of the samples first"
    U1(:,1:k) * U1(:,1:k)', "you centred each sample; subtract the mean sample, mean (X, 2)"
    U(:,end-k+1:end) * U(:,end-k+1:end)', ...
      "these are the components of least variance; eig sorts its values rising: turn them round"
    k * U(:,1) * U(:,1)', "all your components are the first one; keep each orthogonal to the others"}, 1e-5);
  order = course_judge ("the order", abs (diag (V' * U(:,1:k))), ones (k, 1), cell (0, 2), 1e-4);
  if (isempty (text) && ! isempty (order))
    text = "the subspace is right, but the columns of V must be the components by falling variance";
  endif
endfunction

function text = variances (method)
  X = samples ();
  k = 3;
  [~, v] = method (X, k);
  s = svd (X - mean (X, 2));
  n = columns (X);
  all_variances = s .^ 2 / (n - 1);
  uncentred = svd (X) .^ 2 / (n - 1);
  of_samples = svd (X - mean (X, 1)) .^ 2 / (n - 1);
  text = course_judge ("variances", v, all_variances(1:k), {
    s(1:k) .^ 2 / n, "you divided by n; divide by n - 1"
    s(1:k), "these are singular values; variances are their squares, divided by n - 1"
    s(1:k) .^ 2, "you forgot to divide by n - 1"
    s(1:k) / (n - 1), "square the singular values before you divide by n - 1"
    sqrt(all_variances(1:k)), "these are standard deviations; the variances are their squares"
    uncentred(1:k), "you forgot to centre: subtract the mean of the samples first"
    of_samples(1:k), "you centred each sample; subtract the mean sample, mean (X, 2)"
    all_variances(end-k+1:end), "these are the smallest variances; sort them falling"
    all_variances(end:-1:end-k+1), "these are the smallest variances; take the largest"
    all_variances, "there is one for each feature; give the first k"}, 1e-5);
endfunction

function text = angles ()
  [~, a] = pcaErrors (samples (), 3, 300);
  text = course_judge ("size (angles)", size (a), [1 3]);
  if (isempty (text) && ! all (isfinite (a)))
    text = "angles has no numbers in it yet: fill in the gap";
  elseif (isempty (text) && ! all (a >= 0 & a < 1e-4))
    text = sprintf ("the angles to ae_pca's components should be next to 0, got %s", mat2str (a, 3));
  endif
endfunction

function text = seconds ()
  s = pcaErrors (samples (), 3, 300);
  text = course_judge ("size (seconds)", size (s), [1 3]);
  if (isempty (text) && ! all (s > 0 & s < 60))
    text = "each of the seconds must be what tic and toc measured around a call";
  endif
endfunction
