## Exercise 1.  The feedback must say: all your components are the first one

function [V, variances] = pcaPower (X, k, iterations)
  Xc = X - mean (X, 2);
  for j = 1:k
    v = randn (rows (X), 1);
    for i = 1:iterations
      v = Xc * (Xc' * v);
      v /= norm (v);
    endfor
    V(:,j) = v;
    variances(j,1) = sumsq (Xc' * v) / (columns (X) - 1);
  endfor
endfunction
