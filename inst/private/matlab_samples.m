## [M, image_size] = matlab_samples (fname, name, X)
##
## Training data as MATLAB's functions take them: a d-by-n matrix, or a cell
## array of images of one size (h-by-w or h-by-w-by-3).  M is a double matrix
## with a sample a column, image_size [] for a matrix.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [M, image_size] = matlab_samples (fname, name, X)
  image_size = [];
  if (! iscell (X))
    M = matlab_matrix (fname, name, X);
    return;
  endif
  if (isempty (X))
    error (["autoencoder:" fname ":empty"], "%s: %s must not be empty", fname, name);
  endif
  image_size = size (X{1});
  M = zeros (prod (image_size), numel (X));
  for i = 1:numel (X)
    M(:,i) = matlab_image (fname, sprintf ("%s{%d}", name, i), X{i}, image_size)(:);
  endfor
endfunction
