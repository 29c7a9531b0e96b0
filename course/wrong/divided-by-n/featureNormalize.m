## Exercise 1.  The feedback must say: divide the sum of squares by n - 1

function [Xn, mu, sigma] = featureNormalize (X)
  mu = mean (X, 2);
  sigma = std (X, 1, 2);
  sigma(sigma == 0) = 1;
  Xn = (X - mu) ./ sigma;
endfunction
