## [cost, grad] = sparseAutoencoderCost (theta, visibleSize, hiddenSize, ...
##                                       lambda, sparsityParam, beta, data)
##
## Cost and gradient of a sigmoid autoencoder with one hidden layer.
##
## theta is the column [W1(:); W2(:); b1; b2] with W1 hiddenSize-by-visibleSize
## and W2 visibleSize-by-hiddenSize; data is visibleSize-by-m.  The cost is
##
##   1/m sum_j 1/2 |y_j - x_j|^2
##   + lambda/2 (sum of W1.^2 + sum of W2.^2)
##   + beta sum_i KL (sparsityParam || rho_i),
##
## where rho_i is the mean activation of hidden unit i and
## KL (p || q) = p log (p / q) + (1 - p) log ((1 - p) / (1 - q)).
## grad is the column of its derivatives, in the order of theta.

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
  D1 = (W2' * D2 + beta * (-p ./ rho + (1 - p) ./ (1 - rho))) .* H .* (1 - H);
  W1grad = D1 * data' / m + lambda * W1;
  W2grad = D2 * H' / m + lambda * W2;
  grad = [W1grad(:); W2grad(:); mean(D1, 2); mean(D2, 2)];
endfunction
