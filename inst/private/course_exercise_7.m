## parts = course_exercise_7 ()
##
## Optimizers on the same loss.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_7 ()
  parts = {
    "rmspropStep", "one step of rmsprop", 25, @rmsprop
    "lineSearch", "Armijo's rule", 20, @armijo
    "lbfgsDirection", "the direction of L-BFGS", 35, @direction
    "raceOptimizers", "losses, passes and seconds of each", 20, @race};
endfunction

function text = rmsprop ()
  p = course_numbers (5, 1, 19);
  g = course_numbers (5, 1, 20);
  v = course_numbers (5, 1, 21) .^ 2;
  w = 0.9 * v + 0.1 * g .^ 2;
  at = @(w, sign) p + sign * 0.01 * g ./ (sqrt (w) + 1e-7);
  [p1, v1] = rmspropStep (p, g, v, 0.01, 0.9);
  if (isequal (p1, p) && isequal (v1, v))
    text = "p and v have not changed: fill in the gap";
    return;
  endif
  text = course_first (
    course_judge ("v", v1, w, {
      0.1 * v + 0.9 * g .^ 2, "decay and 1 - decay have changed places"
      0.9 * v + 0.1 * g, "the gradient has to be squared"
      0.9 * v + g .^ 2, "the new square counts 1 - decay"}), ...
    course_judge ("p", p1, at (w, -1), {
      at(w, 1), "the step goes uphill: subtract it"
      at(v, -1), "take the new v in the root, not the old one"
      p - 0.01 * g ./ (w + 1e-7), "the root of v is missing"
      p - 0.01 * g ./ sqrt(w + 1e-7), "1e-7 is added to the root, not under it"}, 1e-9));
endfunction

function text = armijo ()
  f = @(x) sum ([1; 30] .* x .^ 2);
  p = [1; 1];
  g = [2; 60];
  got = [lineSearch(f, p, g, -g), lineSearch(f, p, g, -g / 100), lineSearch(f, [1; 0], [2; 0], [-1.8; 0]), ...
         lineSearch(f, [1; 0], [2; 0], [-1.99999; 0])];
  text = course_judge ("t in four places", got, [2^-5 1 1 0.5], {
    [2^-6 0.5 0.5 0.25], "t = 1 has to be tried first"
    [2^-5 1 1 1], "that f falls is not enough: it must fall by 1e-4 t times the slope g' d"
    [1 1 1 1], "t = 1 is returned even where f grows: test Armijo's rule first"});
endfunction

function text = direction ()
  n = 7;
  H = diag (1:n) + 0.1 * ones (n);
  S = course_numbers (n, 3, 22);
  Y = H * S;
  g = course_numbers (n, 1, 23);
  text = course_first (
    course_judge ("d without pairs", lbfgsDirection (g, zeros (n, 0), zeros (n, 0)), -g, {
      g, "the sign: d must go downhill, -H g"}), ...
    course_judge ("d", lbfgsDirection (g, S, Y), two_loops (g, S, Y, ""), {
      -two_loops(g, S, Y, ""), "the sign: d must go downhill, -H g"
      two_loops(g, S, Y, "no scale"), "the start H0 = s' y / (y' y) of the newest pair is missing"
      two_loops(g, S, Y, "oldest scale"), "the start H0 comes from the newest pair, the last column"
      two_loops(g, S, Y, "turned"), "the first loop goes from the newest pair to the oldest"}));
endfunction

function d = two_loops (g, S, Y, mistake)
  if (strcmp (mistake, "turned"))
    [S, Y] = deal (fliplr (S), fliplr (Y));
  endif
  m = columns (S);
  rho = 1 ./ sum (S .* Y, 1);
  for i = m:-1:1
    alpha(i) = rho(i) * (S(:,i)' * g);
    g -= alpha(i) * Y(:,i);
  endfor
  newest = merge (any (strcmp (mistake, {"turned", "oldest scale"})), 1, m);
  if (! strcmp (mistake, "no scale"))
    g *= (S(:,newest)' * Y(:,newest)) / sumsq (Y(:,newest));
  endif
  for i = 1:m
    g += S(:,i) * (alpha(i) - rho(i) * (Y(:,i)' * g));
  endfor
  d = -g;
endfunction

function text = race ()
  X = 1 ./ (1 + exp (-[1 0; 1 1; 0 1; 1 -1; -1 2] * course_numbers (2, 300, 24)));
  net = ae_dense (5, 2, "Activation", "tanh", "OutputActivation", "sigmoid", "Seed", 1, ...
                  "Precision", "double");
  names = {"rmsprop", "lbfgs", "scg"};
  r = raceOptimizers (net, X, names, 40);
  if (! (isstruct (r) && all (isfield (r, {"name", "loss", "passes", "seconds"})) && numel (r) == 3))
    text = "race must be a struct array of three with the fields name, loss, passes, seconds";
    return;
  endif
  for i = 1:3
    trained = ae_fit (net, X, "Optimizer", names{i}, "Epochs", 40, "Seed", 1, "Verbose", 0);
    want(i) = ae_objective (trained, X);
  endfor
  before = ae_objective (net, X) * [1 1 1];
  loss = [r.loss];
  text = course_judge ("loss", loss, want, {
    before, "these are the losses before training"}, 1e-3);
  if (! isempty (text) && numel (loss) == 3 && all (loss < before) && loss(2) < loss(1))
    text = ""; # another seed, or the learning rate of one's own
  endif
  if (isempty (text) && ! all ([r.passes] >= 1 & [r.passes] <= 40))
    text = "passes must be how many columns history.loss has";
  elseif (isempty (text) && ! all ([r.seconds] > 0))
    text = "seconds must be the sum of history.seconds";
  endif
endfunction
