## M = matlab_image (fname, name, image, image_size)
##
## One real, finite, non-empty image of that size as double.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function M = matlab_image (fname, name, image, image_size)
  flat = matlab_matrix (fname, name, image(:,:));
  if (ndims (image) > 3 || ! isequal (size (image), image_size))
    error (["autoencoder:" fname ":size"], "%s: %s must be an image of %s, got %s", fname, name, ...
           strrep (text_size (image_size), " ", "-by-"), text_describe (image));
  endif
  M = reshape (flat, image_size);
endfunction
