## Exercise 5.  The feedback must say: these are the singular vectors of W2 alone

function [V, variances] = loadings (W2, Z)
  [V, S, ~] = svd (W2, "econ");
  variances = diag (S) .^ 2;
endfunction
