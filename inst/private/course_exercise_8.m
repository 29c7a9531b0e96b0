## parts = course_exercise_8 ()
##
## Choose a code size and defend it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_8 ()
  parts = {
    "codeSizeErrors", "PCA's errors on test samples", 25, @pca_errors
    "codeSizeErrors", "the network's errors on test samples", 25, @net_errors
    "chooseCodeSize", "the smallest code that is good enough", 25, @choose
    "defendChoice", "models and words", 25, @defend};
endfunction

## A curved surface of three numbers in 12 dimensions, with a little noise.
function [X, T] = samples ()
  u = course_numbers (3, 700, 25);
  X = course_numbers (12, 3, 26) * u + course_numbers (12, 3, 27) * (u .^ 2 - 1) / 2;
  X = 1 ./ (1 + exp (-X / 2 + 0.05 * course_numbers (12, 700, 28)));
  T = X(:,501:end);
  X = X(:,1:500);
endfunction

function text = fitted_on_test ()
  text = "PCA was fitted on the test samples; it may see the training samples only";
endfunction

function e = pca_error_rows (X, T, sizes)
  e = arrayfun (@(k) ae_evaluate (ae_pca (X, k), T).mse, sizes);
endfunction

function text = pca_errors ()
  [X, T] = samples ();
  sizes = [1 3 5];
  text = course_judge ("e.pca", codeSizeErrors (X, T, sizes).pca, pca_error_rows (X, T, sizes), {
    pca_error_rows(X, X, sizes), "these are errors on the training samples; judge on the test samples"
    pca_error_rows(T, T, sizes), fitted_on_test
    rows(X) * pca_error_rows(X, T, sizes), "that is sse, the sum over a sample; give mse"}, 1e-3);
endfunction

function text = net_errors ()
  [X, T] = samples ();
  sizes = [1 3 5];
  e = codeSizeErrors (X, T, sizes).dense;
  text = course_judge ("size (e.dense)", size (e), [1 3]);
  mean_error = mean ((T - mean (X, 2))(:) .^ 2);
  if (! isempty (text))
    return;
  elseif (! any (e))
    text = "e.dense is 0 throughout: fill in the gap";
  elseif (any (e >= mean_error))
    text = sprintf ("e.dense: %s, but the mean sample alone has %.4f: nothing was learnt", ...
                    mat2str (e, 3), mean_error);
  elseif (! (e(2) < e(1)))
    text = "e.dense: three numbers should beat one; train longer";
  endif
endfunction

function text = choose ()
  sizes = [2 5 10 20 40];
  errors = [9 4 2.1 2 1.95] / 100;
  got = [chooseCodeSize(sizes, errors, 0.1), chooseCodeSize(sizes, errors, 0.01), ...
         chooseCodeSize(fliplr (sizes), fliplr (errors), 2)];
  text = course_judge ("k for the tolerances 0.1, 0.01 and 2", got, [10 40 5], {
    [40 40 40], "that is the size of the smallest error; a shorter code may be good enough"
    [3 5 3], "that is a place in sizes; give the size itself"
    [3 5 4], "that is a place in sizes; give the size itself"
    [3 5 1], "that is a place in sizes; give the size itself"
    [10 40 40], "sizes need not be sorted: take the smallest of those that are good enough"
    [2 2 2], "that is the shortest code, however bad"});
endfunction

function text = defend ()
  [X, T] = samples ();
  [models, words] = defendChoice (X, T, 3);
  if (! (isstruct (models) && all (isfield (models, {"pca", "dense"}))))
    text = "models must be a struct with the fields pca and dense";
    return;
  endif
  sizes = [rows(ae_encode (models.pca, T)), rows(ae_encode (models.dense, T))];
  text = course_first (
    course_judge ("the code sizes of pca and dense", sizes, [3 3]), ...
    course_judge ("the error of models.pca", ae_evaluate (models.pca, T).mse, pca_error_rows (X, T, 3), {
      pca_error_rows(T, T, 3), fitted_on_test}, 1e-3));
  if (isempty (text) && ! (iscellstr (words) && ! isempty (words)))
    text = "words must be the cell r.words of ae_compare";
  elseif (isempty (text) && isempty (regexpi ([words{:}], "pca")))
    text = "words must be what ae_compare says of PCA and the network";
  endif
endfunction
