## [Xn, mu, sigma] = featureNormalize (X)
##
## X is d-by-n, a sample a column.  mu (d-by-1) is the mean sample and sigma
## (d-by-1) the standard deviation of each feature, divided by n - 1; sigma of
## a constant feature is 1.  Xn is X, centred and divided by sigma.

function [Xn, mu, sigma] = featureNormalize (X)
  mu = mean (X, 2);
  sigma = std (X, 0, 2);
  sigma(sigma == 0) = 1;
  Xn = (X - mu) ./ sigma;
endfunction
