## Exercise 7.  The feedback must say: that f falls is not enough

function t = lineSearch (f, p, g, d)
  t = 1;
  f0 = f (p);
  for i = 1:40
    if (f (p + t * d) <= f0)
      return;
    endif
    t /= 2;
  endfor
endfunction
