## [index, distance] = embed_neighbours (X, Q, k, threads)
##
## The k nearest columns of X to each column of Q, or with Q = [] to each column
## of X itself, which is then not its own neighbour.  index is k-by-m int32 from
## 0, distance squared.  X and Q are of one class and of sane size (see
## embed_scale).  Done in slices, so that Ctrl-C works between them.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [index, distance] = embed_neighbours (X, Q, k, threads)
  among = isempty (Q);
  if (among)
    Q = X;
  endif
  m = columns (Q);
  index = zeros (k, m, "int32");
  distance = zeros (k, m, class (X));
  width = embed_slice (X);
  for first = 1:width:m
    s = first:min (first + width - 1, m);
    self = -1;
    if (among)
      self = first - 1;
    endif
    [index(:,s), distance(:,s)] = __ae_neighbours__ (X, Q(:,s), self, k, threads);
  endfor
endfunction
