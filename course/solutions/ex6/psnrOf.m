## p = psnrOf (X, Xhat)
##
## The peak signal-to-noise ratio in decibels, for values from 0 to 1:
## 10 log10 (1 / mse), mse being the mean squared error over every element.

function p = psnrOf (X, Xhat)
  p = -10 * log10 (mean ((X - Xhat)(:) .^ 2));
endfunction
