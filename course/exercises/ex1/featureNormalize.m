## [Xn, mu, sigma] = featureNormalize (X)
##
## X is d-by-n, a sample a column.  mu (d-by-1) is the mean sample and sigma
## (d-by-1) the standard deviation of each feature, divided by n - 1; sigma of
## a constant feature is 1.  Xn is X, centred and divided by sigma.

function [Xn, mu, sigma] = featureNormalize (X)
  ## ---- your code here ----
  Xn = zeros (size (X));
  mu = zeros (rows (X), 1);
  sigma = zeros (rows (X), 1);
endfunction
