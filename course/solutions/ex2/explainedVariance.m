## c = explainedVariance (X)
##
## c(k) is the share of the variance of X (d-by-n) that the first k principal
## components hold; c is a column of min (d, n) numbers that rises to 1.

function c = explainedVariance (X)
  s = svd (X - mean (X, 2)) .^ 2;
  c = cumsum (s) / sum (s);
endfunction
