## y = sigmoid (x)
##
## 1 / (1 + exp (-x)), element by element.

function y = sigmoid (x)
  y = 1 ./ (1 + exp (-x));
endfunction
