## [V, variances] = pcaPower (X, k, iterations)
##
## As pca, by power iteration on the covariance matrix: a component at a time,
## each kept orthogonal to the ones before.  The covariance matrix is never
## made: C * v is Xc * (Xc' * v) / (n - 1).

function [V, variances] = pcaPower (X, k, iterations)
  ## ---- your code here ----
  V = zeros (rows (X), k);
  variances = zeros (k, 1);
endfunction
