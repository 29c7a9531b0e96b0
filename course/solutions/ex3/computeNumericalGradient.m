## numgrad = computeNumericalGradient (J, theta)
##
## The gradient of the function J at the column theta by differences over both
## sides: (J (theta + h e_i) - J (theta - h e_i)) / 2h with h = 1e-4.

function numgrad = computeNumericalGradient (J, theta)
  h = 1e-4;
  numgrad = zeros (size (theta));
  for i = 1:numel (theta)
    step = zeros (size (theta));
    step(i) = h;
    numgrad(i) = (J (theta + step) - J (theta - step)) / (2 * h);
  endfor
endfunction
