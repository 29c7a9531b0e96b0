## [Y, dX, dgamma, dbeta] = ref_groupnorm (X, gamma, beta, groups, epsilon, dY)
##
## X is d-by-n, or images of as many channels as gamma has elements.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX, dgamma, dbeta] = ref_groupnorm (X, gamma, beta, groups, epsilon, dY)
  C = numel (gamma);
  n = columns (X);
  if (ndims (X) > 2)
    n = size (X, 4);
  endif
  x = reshape (X, [], C, n); # a vector's elements are channels of one number
  g = reshape (dY, [], C, n);
  Y = dX = zeros (size (x));
  dgamma = dbeta = zeros (C, 1);
  for i = 1:n
    for k = 1:groups
      channels = (k-1) * C / groups + (1:C/groups);
      v = x(:,channels,i);
      m = sum (v(:)) / numel (v);
      s = sqrt (sum ((v(:) - m) .^ 2) / numel (v) + epsilon);
      z = (v - m) / s;
      d = g(:,channels,i);
      dgamma(channels) += sum (d .* z, 1)';
      dbeta(channels) += sum (d, 1)';
      Y(:,channels,i) = z .* gamma(channels)(:)' + beta(channels)(:)';
      d .*= gamma(channels)(:)';
      dX(:,channels,i) = (d - sum (d(:)) / numel (d) - z * sum ((d .* z)(:)) / numel (d)) / s;
    endfor
  endfor
  Y = reshape (Y, size (X));
  dX = reshape (dX, size (X));
endfunction
