## [W1, W2, costs] = trainLinear (W1, W2, X, rate, steps)
##
## So many steps of gradient descent on the cost of linearGradient; both
## matrices are moved at once.  costs(i) is the cost before step i.

function [W1, W2, costs] = trainLinear (W1, W2, X, rate, steps)
  ## ---- your code here ----
  costs = zeros (1, steps);
endfunction
