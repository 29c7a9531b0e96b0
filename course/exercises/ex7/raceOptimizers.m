## race = raceOptimizers (net, X, names, passes)
##
## Trains the same net on the same data X (d-by-n) by each of the optimizers
## in the cell names, for so many passes (epochs or iterations) of ae_fit.
## race is a struct array with the fields name, loss (of ae_objective at the
## end), passes (how many there were) and seconds (their sum).

function race = raceOptimizers (net, X, names, passes)
  ## ---- your code here ----
  race = struct ("name", names, "loss", NaN, "passes", 0, "seconds", 0);
endfunction
