## [seconds, angles] = pcaErrors (X, k, iterations)
##
## What the three ways cost, and how far they are from ae_pca: row vectors of
## three, for pca, pcaEig and pcaPower.  seconds are what a call takes, angles
## the largest principal angle (ae_principal_angles, in radians) between
## their components and those of ae_pca (X, k).

function [seconds, angles] = pcaErrors (X, k, iterations)
  ## ---- your code here ----
  seconds = zeros (1, 3);
  angles = NaN (1, 3);
endfunction
