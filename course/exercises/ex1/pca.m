## [V, variances] = pca (X, k)
##
## The first k principal components of X (d-by-n), by the singular value
## decomposition of the centred data.  V is d-by-k with orthonormal columns,
## variances (k-by-1) are the variances along them, divided by n - 1.

function [V, variances] = pca (X, k)
  ## ---- your code here ----
  V = zeros (rows (X), k);
  variances = zeros (k, 1);
endfunction
