## Exercise 5.  The feedback must say: the columns of A and B are not orthonormal

function theta = largestAngle (A, B)
  theta = acos (min (svd (A' * B)));
endfunction
