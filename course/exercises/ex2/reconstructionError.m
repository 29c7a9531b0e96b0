## e = reconstructionError (X, K)
##
## The mean squared error, over every element, when the samples X (d-by-n) go
## through K principal components and back.  Centre first, and put the mean
## back on.  Use projectData and recoverData.

function e = reconstructionError (X, K)
  ## ---- your code here ----
  e = 0;
endfunction
