## theta = largestAngle (A, B)
##
## The largest principal angle, in radians, between the subspaces that the
## columns of A and of B span.  Make orthonormal bases first; the cosines of
## the angles are the singular values of QA' * QB.

function theta = largestAngle (A, B)
  [QA, ~] = qr (A, 0);
  [QB, ~] = qr (B, 0);
  theta = acos (min (1, min (svd (QA' * QB))));
endfunction
