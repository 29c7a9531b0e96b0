## Exercise 1.  The feedback must say: you forgot to centre

function [V, variances] = pca (X, k)
  [U, S, ~] = svd (X, "econ");
  V = U(:,1:k);
  variances = diag (S)(1:k) .^ 2 / (columns (X) - 1);
endfunction
