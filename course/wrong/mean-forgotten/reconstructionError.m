## Exercise 2.  The feedback must say: you forgot to put the mean back on

function e = reconstructionError (X, K)
  mu = mean (X, 2);
  [U, ~, ~] = svd (X - mu, "econ");
  Xrec = recoverData (projectData (X - mu, U, K), U, K);
  e = mean ((X - Xrec)(:) .^ 2);
endfunction
