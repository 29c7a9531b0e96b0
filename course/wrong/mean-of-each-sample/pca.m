## Exercise 1.  The feedback must say: you centred each sample

function [V, variances] = pca (X, k)
  [U, S, ~] = svd (X - mean (X, 1), "econ");
  V = U(:,1:k);
  variances = diag (S)(1:k) .^ 2 / (columns (X) - 1);
endfunction
