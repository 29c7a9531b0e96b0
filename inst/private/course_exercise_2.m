## parts = course_exercise_2 ()
##
## Projection, recovery, explained variance.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_2 ()
  parts = {
    "projectData", "codes", 20, @project
    "recoverData", "samples from codes", 20, @recover
    "explainedVariance", "shares of the variance", 25, @explained
    "chooseSize", "the smallest size for a share", 15, @choose
    "reconstructionError", "error of reconstructions", 20, @reconstruct};
endfunction

function [X, mu, U] = samples ()
  X = diag ([5 3 2 1 0.5 0.2]) * course_numbers (6, 40, 3) + (1:6)';
  mu = mean (X, 2);
  [U, ~, ~] = svd (X - mu, "econ");
endfunction

function text = project ()
  [X, mu, U] = samples ();
  Xc = X - mu;
  text = course_judge ("Z", projectData (Xc, U, 2), U(:,1:2)' * Xc, {
    Xc' * U(:,1:2), "it is transposed: with samples as columns the codes are U' * X, K-by-n"
    U' * Xc, "you used every column of U; take the first K"
    U(:,1:2) * (U(:,1:2)' * Xc), "these are recovered samples already; the codes are one product only"
    U(1:2,:) * Xc, "you took the first K rows of U; components are columns"
    U(:,end-1:end)' * Xc, "these are the last K components; take the first"});
endfunction

function text = recover ()
  [X, mu, U] = samples ();
  Z = U(:,1:2)' * (X - mu);
  text = course_judge ("Xrec", recoverData (Z, U, 2), U(:,1:2) * Z, {
    Z' * U(:,1:2)', "it is transposed: with samples as columns they are U * Z, d-by-n"
    U(1:2,:)' * Z, "you took the first K rows of U; components are columns"});
endfunction

function text = explained ()
  X = samples ();
  s = svd (X - mean (X, 2));
  s0 = svd (X) .^ 2;
  v = s .^ 2;
  text = course_judge ("c", explainedVariance (X), cumsum (v) / sum (v), {
    cumsum(s) / sum(s), "you summed singular values; variances are their squares"
    cumsum(s0) / sum(s0), "you forgot to centre: subtract the mean of the samples first"
    v / sum(v), "these are the single shares; sum them up (cumsum)"
    cumsum(v), "divide by the sum of all variances"
    100 * cumsum(v) / sum(v), "these are per cent; give shares from 0 to 1"
    1 - cumsum(v) / sum(v), "this is what is lost; give what is kept"});
endfunction

function text = choose ()
  c = [0.4 0.7 0.9 0.96 1]';
  shares = [0.3 0.75 0.9 0.95];
  got = arrayfun (@(s) chooseSize (c, s)(1), shares);
  text = course_judge ("K for the shares 0.3, 0.75, 0.9 and 0.95", got, [1 3 3 4], {
    [0 2 3 3], "one too few: these components hold less than the share"
    [2 4 4 5], "one too many"
    [1 3 4 4], "\"at least\" that share: >= in place of >"
    [0 2 2 3], "these components hold less than the share; it has to be reached"});
endfunction

function text = reconstruct ()
  [X, mu, U] = samples ();
  E = X - mu - U(:,1:2) * (U(:,1:2)' * (X - mu));
  [U0, ~, ~] = svd (X, "econ");
  E0 = X - U0(:,1:2) * (U0(:,1:2)' * X);
  e = mean (E(:) .^ 2);
  text = course_judge ("e", reconstructionError (X, 2), e, {
    sum(E(:) .^ 2), "that is the sum; take the mean over every element"
    mean(sumsq (E, 1)), "that is the sum over each sample; take the mean over every element"
    sqrt(e), "that is the root of it; give the mean squared error itself"
    mean(abs (E(:))), "that is the mean absolute error; square first"
    mean((E(:) + (mu * ones (1, 40))(:)) .^ 2), "you forgot to put the mean back on"
    mean(E0(:) .^ 2), "you forgot to centre: subtract the mean of the samples first"});
endfunction
