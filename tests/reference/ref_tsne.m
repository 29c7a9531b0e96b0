## [kl, G, P] = ref_tsne (X, Y, perplexity)
##
## Exact t-SNE from the textbook (van der Maaten and Hinton, 2008), one loop a
## formula: the joint affinities P (n-by-n) of the columns of X at a perplexity,
## the cost KL (P || Q) of the map Y (dims-by-n) and its gradient G.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [kl, G, P] = ref_tsne (X, Y, perplexity)
  n = columns (X);
  P = zeros (n);
  for i = 1:n
    P(i,:) = conditional (X, i, perplexity);
  endfor
  P = (P + P') / (2 * n);
  W = zeros (n);
  for i = 1:n
    for j = 1:n
      if (i != j)
        W(i,j) = 1 / (1 + sumsq (Y(:,i) - Y(:,j)));
      endif
    endfor
  endfor
  Q = W / sum (W(:));
  other = P > 0;
  kl = sum (P(other) .* log (P(other) ./ Q(other)));
  G = zeros (size (Y));
  for i = 1:n
    for j = 1:n
      G(:,i) += 4 * (P(i,j) - Q(i,j)) * W(i,j) * (Y(:,i) - Y(:,j));
    endfor
  endfor
endfunction

## p(j|i), the width of the Gaussian by bisection.
function p = conditional (X, i, perplexity)
  d = sumsq (X - X(:,i), 1);
  d(i) = Inf;
  d -= min (d);
  lo = 0;
  hi = Inf;
  beta = 1;
  for step = 1:200
    p = exp (-beta * d);
    p /= sum (p);
    entropy = -sum (p(p > 0) .* log (p(p > 0)));
    if (entropy > log (perplexity))
      lo = beta;
    else
      hi = beta;
    endif
    beta = (lo + hi) / 2;
    if (isinf (hi))
      beta = 2 * lo;
    endif
  endfor
endfunction
