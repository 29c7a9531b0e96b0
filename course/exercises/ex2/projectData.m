## Z = projectData (X, U, K)
##
## The codes of the centred samples X (d-by-n): their coordinates along the
## first K columns of U (d-by-d or d-by-m, orthonormal).  Z is K-by-n.

function Z = projectData (X, U, K)
  ## ---- your code here ----
  Z = zeros (K, columns (X));
endfunction
