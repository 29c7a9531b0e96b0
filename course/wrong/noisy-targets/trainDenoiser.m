## Exercise 6.  The feedback must say: the net gives back the noise

function net = trainDenoiser (Xn, X, seed)
  net = ae_dense (rows (X), [256 64], "Activation", "leakyrelu", "OutputActivation", "sigmoid", "Seed", seed);
  net = ae_fit (net, Xn, "Epochs", 60, "BatchSize", 64, "Optimizer", "adam", "LearnRate", 1e-3, ...
                "LearnRateSchedule", "cosine", "Seed", seed, "Verbose", 0);
endfunction
