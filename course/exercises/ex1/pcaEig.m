## [V, variances] = pcaEig (X, k)
##
## As pca, by the eigenvectors of the covariance matrix.

function [V, variances] = pcaEig (X, k)
  ## ---- your code here ----
  V = zeros (rows (X), k);
  variances = zeros (k, 1);
endfunction
