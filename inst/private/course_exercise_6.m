## parts = course_exercise_6 ()
##
## Denoising, and the best linear map.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_6 ()
  parts = {
    "addNoise", "noise, clipped", 15, @noise
    "psnrOf", "decibels", 15, @decibels
    "bestLinearMap", "the map", 35, @linear_map
    "trainDenoiser", "a net that beats the map", 35, @denoiser};
endfunction

function text = noise ()
  X = 0.5 + 0.2 * course_numbers (4, 5, 13);
  E = course_numbers (4, 5, 14);
  text = course_judge ("Xn", addNoise (X, 0.5, E), min (max (X + 0.5 * E, 0), 1), {
    X + 0.5 * E, "clip it to [0, 1]"
    min(max (X + sqrt (0.5) * E, 0), 1), "level is the standard deviation, not the variance"
    min(max (X + 0.25 * E, 0), 1), "level is the standard deviation; it is not squared"
    min(max (X + E, 0), 1), "multiply the noise by level"});
endfunction

function text = decibels ()
  X = course_numbers (4, 5, 15);
  Xhat = X + 0.1 * course_numbers (4, 5, 16);
  e = mean ((X - Xhat)(:) .^ 2);
  text = course_judge ("p", psnrOf (X, Xhat), -10 * log10 (e), {
    10 * log10(e), "the wrong sign: a smaller error is more decibels"
    -20 * log10(e), "20 belongs to the root of the error; for the mean squared error it is 10"
    -10 * log(e), "take the logarithm to base 10"
    -10 * log10(numel (X) * e), "take the mean of the squared errors, not their sum"});
endfunction

function text = linear_map ()
  X = diag (1:4) * course_numbers (4, 50, 17) + 2;
  Xn = X + course_numbers (4, 50, 18) + 3;
  M = X / [Xn; ones(1, 50)];
  back = Xn / [X; ones(1, 50)];
  [A, b] = bestLinearMap (Xn, X);
  text = course_first (
    course_judge ("A", A, M(:,1:4), {
      M(:,1:4)', "it is transposed: the map is A * Xn + b, with samples as columns"
      X / Xn, "the column b is missing in the fit: add a row of ones to Xn"
      back(:,1:4), "that takes clean samples to noisy ones; turn it round"}), ...
    course_judge ("b", b, M(:,5), {
      M(:,5)', "it is transposed: b is a column"
      zeros(4, 1), "fit it together with A: add a row of ones to Xn"}));
endfunction

## Images of 14-by-14 pixels: the shipped or the found ones, four pixels in one.
function [X, Xn, T, Tn] = images ()
  evalc ("T = X = ae_load_mnist (\"test\");");
  X = double (reshape (ae_avgpool2d_forward (X(:,:,:,1:1000), [2 2]), 196, []));
  Xn = ae_add_noise (X, "gaussian", 0.5, "Seed", 30);
  T = X(:,801:end);
  Tn = Xn(:,801:end);
  X = X(:,1:800);
  Xn = Xn(:,1:800);
endfunction

function text = denoiser ()
  [X, Xn, T, Tn] = images ();
  net = trainDenoiser (Xn, X, 1);
  if (! isfield (net, "fit_seconds"))
    text = "the net is not trained yet: call ae_fit";
    return;
  endif
  M = X / [Xn; ones(1, columns (Xn))];
  linear = mean ((min (max (M * [Tn; ones(1, columns (Tn))], 0), 1) - T)(:) .^ 2);
  R = ae_predict (net, Tn);
  got = mean ((R - T)(:) .^ 2);
  grey = mean (R(T == 0)); # clipped noise of 0.5 has the mean 0.2 there
  text = "";
  if (grey > 0.1)
    text = sprintf ("the net gives back the noise (black comes out as %.2f): %s", grey, ...
                    "the targets must be the clean samples, ae_fit (net, Xn, X)");
  elseif (got >= linear)
    text = sprintf ("the error on new samples is %.4f, that of the best linear map %.4f: %s", got, linear, ...
                    "train longer, or change the code, the activation of the output, the optimizer");
  endif
endfunction
