## X = arg_images (fname, name, X, image_size)
##
## h-by-w-by-c-by-n, c = 1 or 3, from such an array or from vectors d-by-n:
## with image_size ([h w] or [h w c]; [] for none) or, when d is a square
## number and X not a square matrix, as square grey images.  Any other matrix
## is one grey image.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function X = arg_images (fname, name, X, image_size = [])
  s = size (X);
  if (! isempty (image_size))
    X = reshape (X, [wanted_size(fname, name, image_size, s), s(end)]);
  elseif (numel (s) == 2 && s(1) != s(2) && s(1) > 1 && sqrt (s(1)) == fix (sqrt (s(1))))
    X = reshape (X, sqrt (s(1)), sqrt (s(1)), 1, s(2));
  elseif (numel (s) == 3 && ! any (s(3) == [1 3]))
    error (["autoencoder:" fname ":size"], ...
           "%s: %s must be h-by-w-by-c-by-n, got %s; for grey images use reshape (%s, %d, %d, 1, [])", ...
           fname, name, text_describe (X), name, s(1), s(2));
  elseif (numel (s) > 4 || ! any (size (X, 3) == [1 3]))
    error (["autoencoder:" fname ":size"], ...
           "%s: %s must be h-by-w-by-c-by-n with c = 1 or 3; got %s", fname, name, text_describe (X));
  endif
endfunction

function want = wanted_size (fname, name, want, s)
  if (! (isnumeric (want) && isreal (want) && any (numel (want) == [2 3]) && all (want(:) >= 1)
         && all (want(:) == fix (want(:)))))
    error (["autoencoder:" fname ":value"], ...
           "%s: ImageSize must be [h w] or [h w c], got %s", fname, text_describe (want));
  endif
  want = [double(want(:)'), ones(1, 3 - numel (want))];
  d = prod (s(1:end-1));
  if (d != prod (want) || ! any (want(3) == [1 3]))
    error (["autoencoder:" fname ":size"], ...
           "%s: %s has %d rows, but ImageSize needs %d (c = 1 or 3)", fname, name, d, prod (want));
  endif
endfunction
