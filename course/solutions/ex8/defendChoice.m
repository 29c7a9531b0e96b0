## [models, words] = defendChoice (Xtrain, Xtest, k)
##
## The defence of a code of k numbers: models is a struct with the fields pca
## and dense, both with that code and fitted on the training samples; words
## are what ae_compare says of them on the test samples (its result r.words),
## with "Train" given, so that PCA is not favoured.

function [models, words] = defendChoice (Xtrain, Xtest, k)
  models.pca = ae_pca (Xtrain, k);
  net = ae_dense (rows (Xtrain), [64 k], "Activation", "leakyrelu", "CodeActivation", "linear", ...
                  "OutputActivation", "sigmoid", "Seed", 1);
  models.dense = ae_fit (net, Xtrain, "Optimizer", "adam", "LearnRate", 2e-3, ...
                         "LearnRateSchedule", "cosine", "BatchSize", 32, "Epochs", 100, "Seed", 1, "Verbose", 0);
  r = ae_compare (models, Xtest, "Train", Xtrain, "Embed", false);
  words = r.words;
endfunction
