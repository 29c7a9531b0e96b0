## Exercise 3.  The feedback must say: the sparsity penalty has the wrong sign: its derivative

function [cost, grad] = sparseAutoencoderCost (theta, visibleSize, hiddenSize, ...
                                               lambda, sparsityParam, beta, data)
  k = hiddenSize * visibleSize;
  W1 = reshape (theta(1:k), hiddenSize, visibleSize);
  W2 = reshape (theta(k+1:2*k), visibleSize, hiddenSize);
  b1 = theta(2*k+1:2*k+hiddenSize);
  b2 = theta(2*k+hiddenSize+1:end);
  m = columns (data);

  H = sigmoid (W1 * data + b1);
  Y = sigmoid (W2 * H + b2);
  rho = mean (H, 2);
  p = sparsityParam;
  kl = p * log (p ./ rho) + (1 - p) * log ((1 - p) ./ (1 - rho));
  cost = sumsq ((Y - data)(:)) / (2 * m) + lambda / 2 * (sumsq (W1(:)) + sumsq (W2(:))) + beta * sum (kl);

  D2 = (Y - data) .* Y .* (1 - Y);
  D1 = (W2' * D2 + beta * (p ./ rho - (1 - p) ./ (1 - rho))) .* H .* (1 - H);
  W1grad = D1 * data' / m + lambda * W1;
  W2grad = D2 * H' / m + lambda * W2;
  grad = [W1grad(:); W2grad(:); mean(D1, 2); mean(D2, 2)];
endfunction
