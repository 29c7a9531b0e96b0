## Exercise 2.  The feedback must say: it is transposed

function Z = projectData (X, U, K)
  Z = X' * U(:,1:K);
endfunction
