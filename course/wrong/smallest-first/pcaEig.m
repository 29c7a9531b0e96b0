## Exercise 1.  The feedback must say: components of least variance

function [V, variances] = pcaEig (X, k)
  C = cov (X');
  [Q, lambda] = eig (C, "vector");
  V = Q(:,1:k);
  variances = lambda(1:k);
endfunction
