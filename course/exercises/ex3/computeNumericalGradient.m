## numgrad = computeNumericalGradient (J, theta)
##
## The gradient of the function J at the column theta by differences over both
## sides: (J (theta + h e_i) - J (theta - h e_i)) / 2h with h = 1e-4.

function numgrad = computeNumericalGradient (J, theta)
  ## ---- your code here ----
  numgrad = zeros (size (theta));
endfunction
