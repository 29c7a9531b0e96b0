## [V, variances] = loadings (W2, Z)
##
## The principal components that a linear autoencoder has found: from the
## decoder W2 (d-by-k) and the codes Z (k-by-n) of the centred data.  With
## C = R' * R the covariance of the codes (divided by n - 1), V are the left
## singular vectors of W2 * R' and variances (k-by-1) its squared singular
## values.

function [V, variances] = loadings (W2, Z)
  ## ---- your code here ----
  V = zeros (size (W2));
  variances = zeros (columns (W2), 1);
endfunction
