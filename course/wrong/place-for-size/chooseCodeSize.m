## Exercise 8.  The feedback must say: that is a place in sizes

function k = chooseCodeSize (sizes, errors, tolerance)
  k = find (errors <= (1 + tolerance) * min (errors), 1);
endfunction
