## race = raceOptimizers (net, X, names, passes)
##
## Trains the same net on the same data X (d-by-n) by each of the optimizers
## in the cell names, for so many passes (epochs or iterations) of ae_fit.
## race is a struct array with the fields name, loss (of ae_objective at the
## end), passes (how many there were) and seconds (their sum).

function race = raceOptimizers (net, X, names, passes)
  for i = 1:numel (names)
    [trained, history] = ae_fit (net, X, "Optimizer", names{i}, "Epochs", passes, "Seed", 1, "Verbose", 0);
    race(i).name = names{i};
    race(i).loss = ae_objective (trained, X);
    race(i).passes = numel (history.loss);
    race(i).seconds = sum (history.seconds);
  endfor
endfunction
