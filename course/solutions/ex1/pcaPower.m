## [V, variances] = pcaPower (X, k, iterations)
##
## As pca, by power iteration on the covariance matrix: a component at a time,
## each kept orthogonal to the ones before.  The covariance matrix is never
## made: C * v is Xc * (Xc' * v) / (n - 1).

function [V, variances] = pcaPower (X, k, iterations)
  Xc = X - mean (X, 2);
  n = columns (X);
  V = zeros (rows (X), k);
  variances = zeros (k, 1);
  for j = 1:k
    v = cos ((1:rows (X))' * j); # any start that is not orthogonal to the component
    for i = 1:iterations
      v -= V * (V' * v);
      v = Xc * (Xc' * v) / (n - 1);
      v -= V * (V' * v);
      v /= norm (v);
    endfor
    V(:,j) = v;
    variances(j) = sumsq (Xc' * v) / (n - 1);
  endfor
endfunction
