## [seconds, angles] = pcaErrors (X, k, iterations)
##
## What the three ways cost, and how far they are from ae_pca: row vectors of
## three, for pca, pcaEig and pcaPower.  seconds are what a call takes, angles
## the largest principal angle (ae_principal_angles, in radians) between
## their components and those of ae_pca (X, k).

function [seconds, angles] = pcaErrors (X, k, iterations)
  methods = {@() pca(X, k), @() pcaEig(X, k), @() pcaPower(X, k, iterations)};
  reference = ae_pca (X, k).components;
  for i = 1:3
    started = tic ();
    V = methods{i} ();
    seconds(i) = toc (started);
    angles(i) = max (ae_principal_angles (V, reference));
  endfor
endfunction
