## [W1, W2, costs] = trainLinear (W1, W2, X, rate, steps)
##
## So many steps of gradient descent on the cost of linearGradient; both
## matrices are moved at once.  costs(i) is the cost before step i.

function [W1, W2, costs] = trainLinear (W1, W2, X, rate, steps)
  costs = zeros (1, steps);
  for i = 1:steps
    [costs(i), dW1, dW2] = linearGradient (W1, W2, X);
    W1 -= rate * dW1;
    W2 -= rate * dW2;
  endfor
endfunction
