## parts = course_exercise_3 ()
##
## Backpropagation by hand, checked by differences and by the package's
## kernels.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function parts = course_exercise_3 ()
  parts = {
    "sigmoid", "the activation", 5, @activation
    "computeNumericalGradient", "gradient by differences", 20, @differences
    "sparseAutoencoderCost", "cost without penalties", 15, @() cost (0, 0)
    "sparseAutoencoderCost", "gradient without penalties", 20, @() gradient (0, 0)
    "sparseAutoencoderCost", "cost with weight decay", 5, @() cost (0.3, 0)
    "sparseAutoencoderCost", "gradient with weight decay", 10, @() gradient (0.3, 0)
    "sparseAutoencoderCost", "cost with the sparsity penalty", 10, @() cost (0, 2)
    "sparseAutoencoderCost", "gradient with the sparsity penalty", 10, @() gradient (0, 2)
    "sparseAutoencoderCost", "it agrees with its own differences", 5, @own_differences};
endfunction

function s = setting ()
  s = struct ("d", 6, "h", 3, "m", 9, "p", 0.1);
  s.data = 1 ./ (1 + exp (-course_numbers (s.d, s.m, 4)));
  s.theta = 0.5 * course_numbers (2 * s.d * s.h + s.d + s.h, 1, 5);
  s.W1 = reshape (s.theta(1:18), s.h, s.d);
  s.W2 = reshape (s.theta(19:36), s.d, s.h);
  s.b1 = s.theta(37:39);
  s.b2 = s.theta(40:end);
  s.H = ae_activation_forward (ae_dense_forward (s.data, s.W1, s.b1), "sigmoid");
  s.Y = ae_activation_forward (ae_dense_forward (s.H, s.W2, s.b2), "sigmoid");
  s.rho = mean (s.H, 2);
endfunction

function text = activation ()
  x = [-2 0 1; 3 -1 0.5];
  y = 1 ./ (1 + exp (-x));
  text = course_judge ("y", sigmoid (x), y, {
    1 ./ (1 + exp (x)), "the exponent has the wrong sign: exp (-x)"
    y .* (1 - y), "that is its derivative"
    tanh(x), "that is tanh, from -1 to 1"});
endfunction

## A cubic: one-sided differences are off by h times half its second derivative.
function text = differences ()
  x = [1; -2; 0.5; 3];
  J = @(t) sum (t .^ 3) + t(1) * t(2);
  right = 3 * x .^ 2 + [x(2); x(1); 0; 0];
  h = 1e-4;
  one_sided = "these are one-sided differences; take both sides, (J (theta + h) - J (theta - h)) / 2h";
  text = course_judge ("numgrad", computeNumericalGradient (J, x), right, {
    2 * right, "it is twice the right result: both sides are 2h apart, so divide by 2h"
    right + 3 * x * h, one_sided
    right - 3 * x * h, one_sided
    2 * h * right, "you forgot to divide by 2h"}, 1e-7);
endfunction

function k = divergence (s)
  k = sum (s.p * log (s.p ./ s.rho) + (1 - s.p) * log ((1 - s.p) ./ (1 - s.rho)));
endfunction

function text = cost (lambda, beta)
  s = setting ();
  error = sumsq ((s.Y - s.data)(:)) / (2 * s.m);
  decay = sumsq ([s.W1(:); s.W2(:)]) / 2;
  kl = divergence (s);
  want = error + lambda * decay + beta * kl;
  got = sparseAutoencoderCost (s.theta, s.d, s.h, lambda, s.p, beta, s.data);
  rest = lambda * decay + beta * kl;
  mistakes = {
    2 * error + rest, "the factor 1/2 of the squared error is missing"
    s.m * error + rest, "divide the sum over the samples by m, their number"
    error / s.d + rest, "sum the squared error over a sample's elements; the mean is over the samples only"};
  mistakes = [mistakes; decay_mistakes(error + beta * kl, lambda, s, decay)];
  mistakes = [mistakes; sparsity_mistakes(error + lambda * decay, beta, kl)];
  text = course_judge ("cost", got, want, mistakes, 1e-8);
endfunction

function list = decay_mistakes (rest, lambda, s, decay)
  list = cell (0, 2);
  if (lambda > 0)
    list = {
      rest, "the weight decay, lambda/2 times the sum of squared weights, is missing"
      rest + 2 * lambda * decay, "the factor 1/2 of the weight decay is missing"
      rest + lambda * (decay + sumsq ([s.b1; s.b2]) / 2), "biases do not decay: sum over W1 and W2 only"
      rest + lambda * decay / s.m, "the weight decay is not divided by m"};
  endif
endfunction

function list = sparsity_mistakes (rest, beta, kl)
  list = cell (0, 2);
  if (beta > 0)
    list = {
      rest, "the sparsity penalty is missing"
      rest - beta * kl, "the sparsity penalty has the wrong sign: it makes the cost larger"
      rest + kl, "the sparsity penalty must be multiplied by beta"};
  endif
endfunction

## The gradient by the package's own kernels, with known mistakes built in.
function g = by_kernels (s, lambda, beta, mistake)
  on = @(name) ! strcmp (mistake, name);
  m = merge (on ("m"), s.m, 1);
  dY = (s.Y - s.data) / m;
  if (on ("output derivative"))
    dY = ae_activation_backward (s.Y, dY, "sigmoid");
  endif
  [dH, dW2, db2] = ae_dense_backward (s.H, s.W2, dY);
  if (! on ("beta"))
    beta = 1;
  elseif (! on ("sparsity sign"))
    beta = -beta;
  endif
  penalty = beta * (-s.p ./ s.rho + (1 - s.p) ./ (1 - s.rho)) / m;
  if (on ("sparsity in delta"))
    dH += penalty;
  endif
  if (on ("hidden derivative"))
    dH = ae_activation_backward (s.H, dH, "sigmoid");
  endif
  [~, dW1, db1] = ae_dense_backward (s.data, s.W1, dH);
  decay = lambda * on ("decay");
  decay_b = lambda * ! on ("decayed biases");
  g = [dW1(:) + decay * s.W1(:); dW2(:) + decay * s.W2(:); db1 + decay_b * s.b1; db2 + decay_b * s.b2];
endfunction

function text = gradient (lambda, beta)
  s = setting ();
  [~, got] = sparseAutoencoderCost (s.theta, s.d, s.h, lambda, s.p, beta, s.data);
  mistakes = {
    "m", "divide the sums over the samples by m, their number"
    "beta", "the sparsity penalty must be multiplied by beta"
    "output derivative", "the output layer's sigmoid derivative, Y .* (1 - Y), is missing"
    "hidden derivative", "the hidden layer's sigmoid derivative, H .* (1 - H), is missing"};
  if (lambda > 0)
    mistakes = [mistakes; {
      "decay", "the weight decay is missing in the gradient: lambda * W"
      "decayed biases", "biases do not decay"}];
  endif
  if (beta > 0)
    mistakes = [mistakes; {
      "sparsity in delta", "the sparsity penalty is missing in the hidden layer's delta"
      "sparsity sign", "the sparsity penalty has the wrong sign: its derivative is -p ./ rho + (1 - p) ./ (1 - rho)"}];
  endif
  mistakes(:,1) = cellfun (@(m) by_kernels (s, lambda, beta, m), mistakes(:,1), "UniformOutput", false);
  want = by_kernels (s, lambda, beta, "");
  text = course_judge ("grad", got, want, mistakes, 1e-8);
  if (strncmp (text, "grad is not right", 17))
    text = by_parts (got, want);
  endif
endfunction

## The first of the four arrays in the gradient that is wrong.
function text = by_parts (got, want)
  parts = {"W1", 1:18; "W2", 19:36; "b1", 37:39; "b2", 40:45};
  texts = cellfun (@(name, at) course_judge (["in grad, the derivative of " name], got(at), want(at), cell (0, 2), 1e-8), ...
                   parts(:,1), parts(:,2), "UniformOutput", false);
  text = course_first (texts{:});
endfunction

function text = own_differences ()
  s = setting ();
  J = @(t) sparseAutoencoderCost (t, s.d, s.h, 0.1, s.p, 1, s.data);
  [~, grad] = sparseAutoencoderCost (s.theta, s.d, s.h, 0.1, s.p, 1, s.data);
  numgrad = computeNumericalGradient (J, s.theta);
  text = "";
  if (! any (grad) || ! any (numgrad))
    text = "fill in the gaps first";
  elseif (norm (numgrad - grad) / norm (numgrad + grad) > 1e-6)
    text = sprintf ("the gradient and its differences are %.2g apart, relative to their size", ...
                    norm (numgrad - grad) / norm (numgrad + grad));
  endif
endfunction
