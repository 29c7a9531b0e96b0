## weights = layer_init (layer, row, seed, index, precision)
##
## A struct with the fresh W and b of a layer (and mean, variance for batch
## normalisation); row is the layer's row of __ae_shapes__'s table.  Numbers
## depend on seed and index alone.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function weights = layer_init (layer, row, seed, index, precision)
  weights = struct ();
  dims = row(8:11);
  if (row(7) > 0) # moments: batch normalisation
    weights = struct ("W", ones (row(5), 1), "b", zeros (row(6), 1), ...
                      "mean", zeros (row(7) / 2, 1), "variance", ones (row(7) / 2, 1));
  elseif (row(5) > 0)
    weights.W = reshape (draw (layer.initializer, row, seed, index), dims);
    weights.b = zeros (row(6), 1);
  endif
  weights = structfun (@(v) cast (v, precision), weights, "UniformOutput", false);
endfunction

function w = draw (initializer, row, seed, index)
  fan_in = row(12);
  fan_out = row(13);
  n = row(5);
  switch (initializer)
    case "glorot"
      limit = sqrt (6 / (fan_in + fan_out));
      w = limit * (2 * __ae_random__ (seed, index, 1, n, 0) - 1);
    case "orthogonal"
      w = orthogonal (row, __ae_random__ (seed, index, 1, n, 1));
    otherwise
      variance = struct ("he", 2, "lecun", 1).(initializer);
      w = sqrt (variance / fan_in) * __ae_random__ (seed, index, 1, n, 1);
  endswitch
endfunction

## Orthonormal rows or columns of outputs-by-inputs, whichever are fewer.
function w = orthogonal (row, normals)
  outputs = row(8);
  if (row(10) > 1 || row(11) > 1 || row(6) != row(8))
    outputs = row(6); # convolution: the kernels of one output are a column
  endif
  A = reshape (normals, [], outputs);
  flip = columns (A) > rows (A);
  if (flip)
    A = A';
  endif
  [Q, R] = qr (A, 0);
  Q = Q .* sign (sign (diag (R))' + 0.5);
  if (flip)
    Q = Q';
  endif
  if (outputs == row(8) && row(10) == 1)
    Q = Q'; # dense: W is outputs-by-inputs
  endif
  w = Q(:);
endfunction
