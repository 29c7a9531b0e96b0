## [cost, dW1, dW2] = linearGradient (W1, W2, X)
##
## The linear autoencoder Y = W2 * W1 * X on centred samples X (d-by-n):
## cost is 1/n sum_j |x_j - y_j|^2, dW1 (k-by-d) and dW2 (d-by-k) are its
## derivatives.

function [cost, dW1, dW2] = linearGradient (W1, W2, X)
  n = columns (X);
  Z = W1 * X;
  R = W2 * Z - X;
  cost = sumsq (R(:)) / n;
  dW2 = 2 / n * R * Z';
  dW1 = 2 / n * W2' * R * X';
endfunction
