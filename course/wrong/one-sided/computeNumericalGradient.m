## Exercise 3.  The feedback must say: these are one-sided differences

function numgrad = computeNumericalGradient (J, theta)
  h = 1e-4;
  numgrad = zeros (size (theta));
  for i = 1:numel (theta)
    step = zeros (size (theta));
    step(i) = h;
    numgrad(i) = (J (theta + step) - J (theta)) / h;
  endfor
endfunction
