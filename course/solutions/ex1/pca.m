## [V, variances] = pca (X, k)
##
## The first k principal components of X (d-by-n), by the singular value
## decomposition of the centred data.  V is d-by-k with orthonormal columns,
## variances (k-by-1) are the variances along them, divided by n - 1.

function [V, variances] = pca (X, k)
  [U, S, ~] = svd (X - mean (X, 2), "econ");
  V = U(:,1:k);
  variances = diag (S)(1:k) .^ 2 / (columns (X) - 1);
endfunction
