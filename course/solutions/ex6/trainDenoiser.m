## net = trainDenoiser (Xn, X, seed)
##
## A network, trained with ae_fit, that gives the clean samples X (d-by-n, from
## 0 to 1) for the noisy ones Xn.  Its error on samples that it has not seen
## must be below that of the best linear map.  Use the seed, so that the
## result can be repeated; keep the training below half a minute.

function net = trainDenoiser (Xn, X, seed)
  net = ae_dense (rows (X), [256 64], "Activation", "leakyrelu", "OutputActivation", "sigmoid", "Seed", seed);
  net = ae_fit (net, Xn, X, "Epochs", 60, "BatchSize", 64, "Optimizer", "adam", "LearnRate", 1e-3, ...
                "LearnRateSchedule", "cosine", "Seed", seed, "Verbose", 0);
endfunction
