## d = lbfgsDirection (g, S, Y)
##
## The direction -H g of L-BFGS by the loop in two parts (Nocedal and Wright,
## algorithm 7.4).  The columns of S are the last steps and those of Y the
## last changes of the gradient, the newest last.  The start is
## H0 = s' y / (y' y) of the newest pair, and 1 when there is none.

function d = lbfgsDirection (g, S, Y)
  ## ---- your code here ----
  d = zeros (size (g));
endfunction
