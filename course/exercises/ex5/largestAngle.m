## theta = largestAngle (A, B)
##
## The largest principal angle, in radians, between the subspaces that the
## columns of A and of B span.  Make orthonormal bases first; the cosines of
## the angles are the singular values of QA' * QB.

function theta = largestAngle (A, B)
  ## ---- your code here ----
  theta = 0;
endfunction
