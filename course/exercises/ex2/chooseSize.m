## K = chooseSize (c, share)
##
## The smallest K whose components hold at least that share of the variance;
## c comes from explainedVariance.

function K = chooseSize (c, share)
  ## ---- your code here ----
  K = 0;
endfunction
