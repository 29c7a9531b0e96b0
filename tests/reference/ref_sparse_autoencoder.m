## [E, g] = ref_sparse_autoencoder (p, X, k, o)
##
## The loss that MATLAB documents for trainAutoencoder, sample by sample, and its
## gradient: with a = f (W1 x + b1), y = h (W2 a + b2)
##
##   E = 1/n sum_i |x_i - y_i|^2 + o.lambda / 2 (|W1|^2 + |W2|^2)
##       + o.beta sum_j KL (o.rho || m_j),   m_j = 1/n sum_i a_ji
##
## p = [W1(:); b1; W2(:); b2], k hidden units; o.encoder, o.decoder: "logsig",
## "satlin" or "purelin".

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [E, g] = ref_sparse_autoencoder (p, X, k, o)
  [d, n] = size (X);
  W1 = reshape (p(1:k*d), k, d);
  b1 = p(k*d + (1:k));
  W2 = reshape (p(k*d + k + (1:d*k)), d, k);
  b2 = p(2*k*d + k + (1:d));
  m = zeros (k, 1);
  for i = 1:n
    m += transfer (o.encoder, W1 * X(:,i) + b1) / n;
  endfor
  E = o.lambda / 2 * (sum (W1(:) .^ 2) + sum (W2(:) .^ 2)) ...
      + o.beta * sum (o.rho * log (o.rho ./ m) + (1 - o.rho) * log ((1 - o.rho) ./ (1 - m)));
  gW1 = o.lambda * W1;
  gW2 = o.lambda * W2;
  gb1 = zeros (k, 1);
  gb2 = zeros (d, 1);
  towards = o.beta * ((1 - o.rho) ./ (1 - m) - o.rho ./ m);
  for i = 1:n
    x = X(:,i);
    [a, da] = transfer (o.encoder, W1 * x + b1);
    [y, dy] = transfer (o.decoder, W2 * a + b2);
    E += sum ((x - y) .^ 2) / n;
    back2 = -2 * (x - y) .* dy / n;
    back1 = (W2' * back2 + towards / n) .* da;
    gW2 += back2 * a';
    gb2 += back2;
    gW1 += back1 * x';
    gb1 += back1;
  endfor
  g = [gW1(:); gb1; gW2(:); gb2];
endfunction

function [y, slope] = transfer (name, z)
  switch (name)
    case "logsig"
      y = 1 ./ (1 + exp (-z));
      slope = y .* (1 - y);
    case "satlin"
      y = min (max (z, 0), 1);
      slope = double (z > 0 & z < 1);
    case "purelin"
      y = z;
      slope = ones (size (z));
  endswitch
endfunction
