## [M, form] = matlab_input (fname, name, X, d, image_size)
##
## Samples for a trained autoencoder of d inputs: a d-by-n matrix, or, when it
## was trained on images, a cell array of images or one image.  form is "cell",
## "image" or "matrix", for matlab_output.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [M, form] = matlab_input (fname, name, X, d, image_size)
  form = "matrix";
  if (iscell (X) && isempty (image_size))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be %d-by-n, as the autoencoder was trained on a matrix; got a cell array", fname, name, d);
  elseif (iscell (X))
    form = "cell";
    M = zeros (d, numel (X));
    for i = 1:numel (X)
      M(:,i) = matlab_image (fname, sprintf ("%s{%d}", name, i), X{i}, image_size)(:);
    endfor
    if (isempty (X))
      error (["autoencoder:" fname ":empty"], "%s: %s must not be empty", fname, name);
    endif
  elseif (! isempty (image_size) && isequal (size (X), image_size))
    form = "image";
    M = matlab_image (fname, name, X, image_size)(:);
  else
    M = matlab_matrix (fname, name, X, d);
  endif
endfunction
