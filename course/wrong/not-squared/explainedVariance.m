## Exercise 2.  The feedback must say: variances are their squares

function c = explainedVariance (X)
  s = svd (X - mean (X, 2));
  c = cumsum (s) / sum (s);
endfunction
