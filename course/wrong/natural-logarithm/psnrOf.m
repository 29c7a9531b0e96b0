## Exercise 6.  The feedback must say: take the logarithm to base 10

function p = psnrOf (X, Xhat)
  p = -10 * log (mean ((X - Xhat)(:) .^ 2));
endfunction
