## Exercise 7.  The feedback must say: the sign: d must go downhill

function d = lbfgsDirection (g, S, Y)
  m = columns (S);
  rho = 1 ./ sum (S .* Y, 1);
  q = g;
  alpha = zeros (1, m);
  for i = m:-1:1
    alpha(i) = rho(i) * S(:,i)' * q;
    q -= alpha(i) * Y(:,i);
  endfor
  if (m > 0)
    q *= (S(:,m)' * Y(:,m)) / (Y(:,m)' * Y(:,m));
  endif
  for i = 1:m
    beta = rho(i) * Y(:,i)' * q;
    q += S(:,i) * (alpha(i) - beta);
  endfor
  d = q;
endfunction
