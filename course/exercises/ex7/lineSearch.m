## t = lineSearch (f, p, g, d)
##
## The largest t among 1, 1/2, 1/4, ... (at most 40 halvings) with
## f (p + t d) <= f (p) + 1e-4 t g' d: Armijo's rule.  f is a function of a
## column, g its gradient at p and d a direction in which f falls.

function t = lineSearch (f, p, g, d)
  ## ---- your code here ----
  t = 0;
endfunction
