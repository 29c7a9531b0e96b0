## d = minimize_direction (S, Y, g)
##
## -H g with the inverse Hessian that L-BFGS makes of the steps S and gradient
## changes Y (a column each, oldest first): the two loops of Nocedal and
## Wright, 2nd ed. 2006, algorithm 7.4, started from s'y / y'y (their 7.20).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function d = minimize_direction (S, Y, g)
  k = columns (S);
  rho = 1 ./ dot (S, Y, 1);
  alpha = zeros (1, k);
  d = -g;
  for i = k:-1:1
    alpha(i) = rho(i) * (S(:,i)' * d);
    d -= alpha(i) * Y(:,i);
  endfor
  if (k > 0)
    d /= rho(k) * (Y(:,k)' * Y(:,k));
  endif
  for i = 1:k
    d += (alpha(i) - rho(i) * (Y(:,i)' * d)) * S(:,i);
  endfor
endfunction
