## [Y, dX] = ref_activation (X, name, alpha, dY)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_activation (X, name, alpha, dY)
  switch (name)
    case "linear"
      f = @(x) x;
      slope = @(x) ones (size (x));
    case "relu"
      f = @(x) max (x, 0);
      slope = @(x) double (x > 0);
    case "leakyrelu"
      f = @(x) ifelse (x > 0, x, alpha * x);
      slope = @(x) ifelse (x > 0, 1, alpha);
    case "elu"
      f = @(x) ifelse (x > 0, x, alpha * expm1 (x));
      slope = @(x) ifelse (x > 0, 1, alpha * exp (x));
    case "sigmoid"
      f = @(x) 1 ./ (1 + exp (-x));
      slope = @(x) f (x) .* f (-x);
    case "tanh"
      f = @(x) tanh (x);
      slope = @(x) 1 ./ cosh (x) .^ 2;
    case "softplus"
      f = @(x) max (x, 0) + log1p (exp (-abs (x)));
      slope = @(x) 1 ./ (1 + exp (-x));
  endswitch
  Y = f (X);
  if (nargin > 3)
    dX = dY .* slope (X);
  endif
endfunction

function r = ifelse (which, a, b)
  r = which .* a + ! which .* b;
endfunction
