## arrays = layer_init (layer, shape, seed, index, precision)
##
## A struct with the fresh arrays of a layer; shape is the layer's element of
## what __ae_shapes__ gives.  Numbers depend on seed and index alone.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arrays = layer_init (layer, shape, seed, index, precision)
  arrays = struct ();
  rows = layer_types (layer.type).arrays;
  for k = 1:numel (rows)
    if (rows(k).outputs > 0)
      value = draw (layer.initializer, shape.arrays(k,:), shape.fan, rows(k).outputs, seed, index);
    else
      value = repmat (rows(k).start, shape.arrays(k,:));
    endif
    arrays.(rows(k).name) = cast (value, precision);
  endfor
endfunction

function W = draw (initializer, dims, fan, outputs, seed, index)
  n = prod (dims);
  switch (initializer)
    case "glorot"
      limit = sqrt (6 / sum (fan));
      W = limit * (2 * __ae_random__ (seed, index, 1, n, 0) - 1);
    case "orthogonal"
      W = orthogonal (dims(outputs), outputs == 1, __ae_random__ (seed, index, 1, n, 1));
    otherwise
      variance = struct ("he", 2, "lecun", 1).(initializer);
      W = sqrt (variance / fan(1)) * __ae_random__ (seed, index, 1, n, 1);
  endswitch
  W = reshape (W, dims);
endfunction

## Orthonormal rows or columns of inputs-by-outputs, whichever are fewer;
## transposed where the outputs come first.
function W = orthogonal (outputs, outputs_first, normals)
  A = reshape (normals, [], outputs);
  flip = columns (A) > rows (A);
  if (flip)
    A = A';
  endif
  [Q, R] = qr (A, 0);
  W = Q .* sign (sign (diag (R))' + 0.5);
  if (flip != outputs_first)
    W = W';
  endif
endfunction
