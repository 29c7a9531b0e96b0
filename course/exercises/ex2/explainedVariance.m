## c = explainedVariance (X)
##
## c(k) is the share of the variance of X (d-by-n) that the first k principal
## components hold; c is a column of min (d, n) numbers that rises to 1.

function c = explainedVariance (X)
  ## ---- your code here ----
  c = zeros (min (size (X)), 1);
endfunction
