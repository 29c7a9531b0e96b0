## parts = course_exercise_5 ()
##
## A linear autoencoder finds the subspace of PCA.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_5 ()
  parts = {
    "largestAngle", "angle between two subspaces", 25, @angle
    "linearGradient", "cost", 10, @cost
    "linearGradient", "derivatives", 25, @gradient
    "trainLinear", "single steps of gradient descent", 15, @steps
    "trainLinear", "the subspace becomes that of PCA", 10, @same_subspace
    "loadings", "components out of the decoder", 15, @loading};
endfunction

function [X, W1, W2] = samples ()
  X = diag ([3 2 0.5 0.3 0.1]) * course_numbers (5, 80, 8);
  X -= mean (X, 2);
  W1 = 0.3 * course_numbers (2, 5, 9);
  W2 = 0.3 * course_numbers (5, 2, 10);
endfunction

function text = angle ()
  A = course_numbers (6, 2, 11);
  B = A * [2 1; -1 3] + 0.2 * course_numbers (6, 2, 12);
  [QA, ~] = qr (A, 0);
  [QB, ~] = qr (B, 0);
  theta = max (ae_principal_angles (A, B));
  got = largestAngle (A, B);
  skew = "the columns of A and B are not orthonormal: make them so first (qr)";
  if (iscomplex (got)) # a cosine above 1
    text = ["theta is complex: " skew];
    return;
  endif
  text = course_judge ("theta", got, theta, {
    theta * 180 / pi, "that is in degrees; give radians"
    min(ae_principal_angles (A, B)), "that is the smallest angle; the largest has the smallest cosine"
    cos(theta), "that is its cosine; acos gives the angle"
    real(acos (min (svd (A' * B)))), skew
    subspace(A(:,1), B(:,1)), "that is the angle between the first columns only"});
endfunction

function text = cost ()
  [X, W1, W2] = samples ();
  R = W2 * W1 * X - X;
  text = course_judge ("cost", linearGradient (W1, W2, X), sumsq (R(:)) / 80, {
    sumsq(R(:)), "divide by the number of samples"
    mean(R(:) .^ 2), "sum over a sample's elements; the mean is over the samples only"
    sumsq(R(:)) / 160, "there is no factor 1/2 in this cost"});
endfunction

function text = gradient ()
  [X, W1, W2] = samples ();
  R = W2 * W1 * X - X;
  d1 = 2 / 80 * W2' * R * X';
  d2 = 2 / 80 * R * (W1 * X)';
  [~, dW1, dW2] = linearGradient (W1, W2, X);
  half = "the factor 2 from the square's derivative is missing";
  sum_over = "divide by the number of samples";
  text = course_first (
    course_judge ("dW2", dW2, d2, {d2 / 2, half; 80 * d2, sum_over}), ...
    course_judge ("dW1", dW1, d1, {
      d1 / 2, half
      80 * d1, sum_over
      2 / 80 * pinv(W2) * R * X', "the error goes back through W2', not through an inverse"}));
endfunction

function [W1, W2, costs] = descend (W1, W2, X, rate, n, mistake)
  for i = 1:n
    Z = W1 * X;
    R = W2 * Z - X;
    costs(i) = sumsq (R(:)) / columns (X);
    new2 = W2 - 2 * rate / columns (X) * R * Z';
    if (strcmp (mistake, "one after the other"))
      W2 = new2;
      R = W2 * Z - X;
    endif
    sign = 1 - 2 * strcmp (mistake, "up");
    W1 -= sign * 2 * rate / columns (X) * W2' * R * X';
    W2 = merge (strcmp (mistake, "up"), 2 * W2 - new2, new2);
  endfor
endfunction

function text = steps ()
  [X, W1, W2] = samples ();
  [V1, V2, costs] = descend (W1, W2, X, 0.01, 3, "");
  [A1, A2] = descend (W1, W2, X, 0.01, 3, "one after the other");
  [U1, U2] = descend (W1, W2, X, 0.01, 3, "up");
  [got1, got2, got_costs] = trainLinear (W1, W2, X, 0.01, 3);
  if (isequal (got1, W1))
    text = "W1 has not moved: fill in the gap";
    return;
  endif
  up = "the step goes uphill: subtract the gradient";
  together = "take both derivatives at the same point, before you move either matrix";
  text = course_first (
    course_judge ("W1", got1, V1, {U1, up; A1, together}), ...
    course_judge ("W2", got2, V2, {U2, up; A2, together}), ...
    course_judge ("costs", got_costs, costs));
endfunction

function text = same_subspace ()
  [X, W1, W2] = samples ();
  [~, W2] = trainLinear (W1, W2, X, 0.02, 2000);
  text = "";
  if (! all (isfinite (W2(:))))
    text = "the weights became infinite: does the step go downhill?";
    return;
  endif
  theta = max (ae_principal_angles (W2, ae_pca (X, 2).components));
  if (theta > 0.01)
    text = sprintf ("after 2000 steps the largest angle to PCA's components is %.3g, not next to 0", theta);
  endif
endfunction

function text = loading ()
  [X, ~, ~] = samples ();
  V = ae_pca (X, 2).components;
  M = [2 1; 1 -0.5];
  W2 = V * M;
  Z = M \ (V' * X);
  [got, variances] = loadings (W2, Z);
  text = course_judge ("size (V)", size (got), [5 2]);
  if (! isempty (text))
    return;
  endif
  [plain, S, ~] = svd (W2, "econ");
  R = chol (cov (Z'));
  [other, ~, ~] = svd (W2 * R, "econ");
  text = course_first (
    course_judge ("V", abs (V' * got), eye (2), {
      abs(V' * plain), "these are the singular vectors of W2 alone; the spread of the codes (R') is missing"
      abs(V' * other), "R is not transposed: with C = R' * R take W2 * R'"}), ...
    course_judge ("variances", variances, ae_pca (X, 2).variances, {
      diag(S) .^ 2, "these come from W2 alone; the spread of the codes (R') is missing"
      sqrt(ae_pca (X, 2).variances), "these are the singular values; variances are their squares"}));
endfunction
