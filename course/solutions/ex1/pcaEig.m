## [V, variances] = pcaEig (X, k)
##
## As pca, by the eigenvectors of the covariance matrix.

function [V, variances] = pcaEig (X, k)
  Xc = X - mean (X, 2);
  C = Xc * Xc' / (columns (X) - 1);
  [Q, lambda] = eig ((C + C') / 2, "vector");
  [lambda, order] = sort (lambda, "descend");
  V = Q(:,order(1:k));
  variances = lambda(1:k);
endfunction
