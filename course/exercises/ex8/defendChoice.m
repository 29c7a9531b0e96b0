## [models, words] = defendChoice (Xtrain, Xtest, k)
##
## The defence of a code of k numbers: models is a struct with the fields pca
## and dense, both with that code and fitted on the training samples; words
## are what ae_compare says of them on the test samples (its result r.words),
## with "Train" given, so that PCA is not favoured.

function [models, words] = defendChoice (Xtrain, Xtest, k)
  ## ---- your code here ----
  models = struct ();
  words = {};
endfunction
