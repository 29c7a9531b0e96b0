## net = trainDenoiser (Xn, X, seed)
##
## A network, trained with ae_fit, that gives the clean samples X (d-by-n, from
## 0 to 1) for the noisy ones Xn.  Its error on samples that it has not seen
## must be below that of the best linear map.  Use the seed, so that the
## result can be repeated; keep the training below half a minute.

function net = trainDenoiser (Xn, X, seed)
  ## ---- your code here ----
  net = ae_dense (rows (X), [256 64], "OutputActivation", "sigmoid", "Seed", seed);
endfunction
