## [X, Q] = embed_scale (X, Q, class_name)
##
## Both minus the mean column of X and times one power of two that brings X into
## [-1, 1], in class_name.  Neighbours do not change, and distances then neither
## overflow nor lose their digits to a large mean.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [X, Q] = embed_scale (X, Q, class_name)
  [~, e] = log2 (max (abs (double ([max(X(:)), min(X(:))]))));
  first = cast (2 ^ -max (min (e, 1000), -1000), class_name);
  if (! (first > 0 && isfinite (first)))  # beyond single's range
    X = double (X);
    Q = double (Q);
    first = 2 ^ -max (min (e, 1000), -1000);
  endif
  X = cast (X * first, class_name);
  Q = cast (Q * first, class_name);
  centre = cast (sum (X, 2, "double") / columns (X), class_name);
  X -= centre;
  if (! isempty (Q))
    Q -= centre;
  endif
  [~, e] = log2 (double (max (abs ([max(X(:)), min(X(:))]))));
  X *= 2 ^ -max (e, -100);
  Q *= 2 ^ -max (e, -100);
endfunction
