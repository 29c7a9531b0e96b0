## [Y, moments, dX, dgamma, dbeta] = ref_batchnorm (X, gamma, beta, moments, opt, dY)
##
## X is d-by-n, or images of as many channels as gamma has elements; opt has
## the fields epsilon, momentum, training; moments a row [mean variance] each.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, moments, dX, dgamma, dbeta] = ref_batchnorm (X, gamma, beta, moments, opt, dY)
  Y = dX = zeros (size (X));
  dgamma = dbeta = zeros (numel (gamma), 1);
  if (nargin < 6)
    dY = Y;
  endif
  for c = 1:numel (gamma)
    if (ndims (X) == 2)
      at = {c, ":"};
    else
      at = {":", ":", c, ":"};
    endif
    x = X(at{:});
    g = dY(at{:});
    m = moments(c,1);
    v = moments(c,2);
    count = numel (x);
    if (opt.training)
      m = sum (x(:)) / count;
      v = sum ((x(:) - m) .^ 2) / count;
      moments(c,:) *= opt.momentum;
      moments(c,:) += (1 - opt.momentum) * [m, v * count / max(count - 1, 1)];
    endif
    z = (x - m) / sqrt (v + opt.epsilon);
    Y(at{:}) = gamma(c) * z + beta(c);
    dgamma(c) = sum ((g .* z)(:));
    dbeta(c) = sum (g(:));
    if (opt.training)
      g -= dbeta(c) / count + z * dgamma(c) / count;
    endif
    dX(at{:}) = gamma(c) * g / sqrt (v + opt.epsilon);
  endfor
endfunction
