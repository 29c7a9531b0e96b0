## e = codeSizeErrors (Xtrain, Xtest, sizes)
##
## For each code size the mean squared error over every element of the test
## samples: e.pca and e.dense, rows as long as sizes.  PCA (ae_pca) and the
## network (ae_dense, ae_fit with a seed) see the training samples only.

function e = codeSizeErrors (Xtrain, Xtest, sizes)
  for i = 1:numel (sizes)
    p = ae_pca (Xtrain, sizes(i));
    net = ae_dense (rows (Xtrain), [64 sizes(i)], "Activation", "leakyrelu", "CodeActivation", "linear", ...
                    "OutputActivation", "sigmoid", "Seed", 1);
    net = ae_fit (net, Xtrain, "Optimizer", "adam", "LearnRate", 2e-3, "LearnRateSchedule", "cosine", ...
                  "BatchSize", 32, "Epochs", 100, "Seed", 1, "Verbose", 0);
    e.pca(i) = ae_evaluate (p, Xtest).mse;
    e.dense(i) = ae_evaluate (net, Xtest).mse;
  endfor
endfunction
