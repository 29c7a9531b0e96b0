## [A, b] = bestLinearMap (Xn, X)
##
## The matrix A (d-by-d) and the column b for which A * Xn + b is nearest to
## the clean samples X in the sum of squares: a least squares problem.

function [A, b] = bestLinearMap (Xn, X)
  ## ---- your code here ----
  A = zeros (rows (X), rows (Xn));
  b = zeros (rows (X), 1);
endfunction
