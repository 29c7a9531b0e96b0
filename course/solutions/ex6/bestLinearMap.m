## [A, b] = bestLinearMap (Xn, X)
##
## The matrix A (d-by-d) and the column b for which A * Xn + b is nearest to
## the clean samples X in the sum of squares: a least squares problem.

function [A, b] = bestLinearMap (Xn, X)
  M = X / [Xn; ones(1, columns (Xn))];
  A = M(:,1:end-1);
  b = M(:,end);
endfunction
