## [Y, dX] = ref_activation (X, name, alpha, dY)

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [Y, dX] = ref_activation (X, name, alpha, dY)
  if (strcmp (name, "softmax"))
    if (nargin < 4)
      dY = zeros (size (X));
    endif
    [Y, dX] = softmax (X, dY);
    return;
  endif
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
    case "satlin"
      f = @(x) min (max (x, 0), 1);
      slope = @(x) double (x > 0 & x < 1);
    case "gelu"
      f = @(x) x .* (1 + erf (x / sqrt (2))) / 2;
      slope = @(x) (1 + erf (x / sqrt (2))) / 2 + x .* exp (-x .^ 2 / 2) / sqrt (2 * pi);
    case "swish"
      f = @(x) x ./ (1 + exp (-x));
      slope = @(x) (1 + exp (-x) + x .* exp (-x)) ./ (1 + exp (-x)) .^ 2;
  endswitch
  Y = f (X);
  if (nargin > 3)
    dX = dY .* slope (X);
  endif
endfunction

function r = ifelse (which, a, b)
  r = which .* a + ! which .* b;
endfunction

## Sample by sample, pixel by pixel, with the whole matrix of derivatives.
function [Y, dX] = softmax (X, dY)
  if (ndims (X) == 2)
    vectors = @(A) A;
    back = @(V) V;
  else
    [h, w, c, n] = size (X);
    vectors = @(A) reshape (permute (A, [3 1 2 4]), c, []);
    back = @(V) permute (reshape (V, c, h, w, n), [2 3 1 4]);
  endif
  x = vectors (X);
  dy = vectors (dY);
  [y, dx] = deal (zeros (size (x)));
  for i = 1:columns (x)
    e = exp (x(:,i));
    y(:,i) = e / sum (e);
    dx(:,i) = (diag (y(:,i)) - y(:,i) * y(:,i)') * dy(:,i);
  endfor
  Y = back (y);
  dX = back (dx);
endfunction
