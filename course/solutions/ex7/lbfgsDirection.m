## d = lbfgsDirection (g, S, Y)
##
## The direction -H g of L-BFGS by the loop in two parts (Nocedal and Wright,
## algorithm 7.4).  The columns of S are the last steps and those of Y the
## last changes of the gradient, the newest last.  The start is
## H0 = s' y / (y' y) of the newest pair, and 1 when there is none.

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
  d = -q;
endfunction
