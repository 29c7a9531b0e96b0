## [D, as_images] = sample_columns (fname, name, X, input_size)
##
## X with one sample a column, d-by-n: the same elements, so it costs nothing.
## input_size is what a model takes: d for vectors, [h w c] for images.  Both
## kinds of X fit both kinds of model as long as a sample has the right number
## of elements; an image model takes images of its own height and width only.
## as_images tells that X came as h-by-w-by-c-by-n.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [D, as_images] = sample_columns (fname, name, X, input_size)
  d = prod (input_size);
  s = [size(X), 1, 1];
  as_images = false;
  if (ndims (X) == 2 && s(1) == d)
    D = X;
    return;
  endif
  is_vector_model = isscalar (input_size);
  same = isequal (s(1:3), [input_size(:)', ones(1, 3 - numel (input_size))]);
  if (ndims (X) <= 4 && ((is_vector_model && prod (s(1:3)) == d && (ndims (X) > 2 || s(1) > 1))
                         || (! is_vector_model && same)))
    D = reshape (X, d, []);
    as_images = true;
    return;
  endif
  hint = "";
  if (ndims (X) == 2 && s(2) == d)
    hint = sprintf ("; samples come last: transpose it, as in %s.'", name);
  endif
  if (is_vector_model)
    want = sprintf ("%d-by-n", d);
  else
    want = sprintf ("%d-by-%d-by-%d-by-n or %d-by-n", s_of (input_size), d);
  endif
  error (["autoencoder:" fname ":size"], "%s: %s must be %s, got %s%s", ...
         fname, name, want, strjoin (arrayfun (@num2str, size (X), "UniformOutput", false), "-by-"), hint);
endfunction

function s = s_of (input_size)
  s = [input_size(:)', ones(1, 3 - numel (input_size))];
endfunction
