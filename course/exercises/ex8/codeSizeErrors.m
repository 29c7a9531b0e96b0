## e = codeSizeErrors (Xtrain, Xtest, sizes)
##
## For each code size the mean squared error over every element of the test
## samples: e.pca and e.dense, rows as long as sizes.  PCA (ae_pca) and the
## network (ae_dense, ae_fit with a seed) see the training samples only.

function e = codeSizeErrors (Xtrain, Xtest, sizes)
  ## ---- your code here ----
  e.pca = zeros (size (sizes));
  e.dense = zeros (size (sizes));
endfunction
