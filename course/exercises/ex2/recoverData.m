## Xrec = recoverData (Z, U, K)
##
## Back from codes Z (K-by-n) to samples, d-by-n: the points of the subspace
## that the first K columns of U span.

function Xrec = recoverData (Z, U, K)
  ## ---- your code here ----
  Xrec = zeros (rows (U), columns (Z));
endfunction
