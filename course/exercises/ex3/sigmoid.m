## y = sigmoid (x)
##
## 1 / (1 + exp (-x)), element by element.

function y = sigmoid (x)
  ## ---- your code here ----
  y = zeros (size (x));
endfunction
