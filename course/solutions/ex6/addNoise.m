## Xn = addNoise (X, level, E)
##
## X with gaussian noise of standard deviation level, clipped to [0, 1].
## E, of the size of X, are standard normal numbers.

function Xn = addNoise (X, level, E)
  Xn = min (max (X + level * E, 0), 1);
endfunction
