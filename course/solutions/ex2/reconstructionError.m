## e = reconstructionError (X, K)
##
## The mean squared error, over every element, when the samples X (d-by-n) go
## through K principal components and back.  Centre first, and put the mean
## back on.  Use projectData and recoverData.

function e = reconstructionError (X, K)
  mu = mean (X, 2);
  [U, ~, ~] = svd (X - mu, "econ");
  Xrec = recoverData (projectData (X - mu, U, K), U, K) + mu;
  e = mean ((X - Xrec)(:) .^ 2);
endfunction
