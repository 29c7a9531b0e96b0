## arg_array (fname, name, X)
## arg_array (fname, name, X, bytes, missing)
##
## Raises unless X is a non-empty, real, full, finite single or double array:
## what every function that computes on data wants before it looks at sizes.
## bytes: uint8 will do, too; missing: so will NaN.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_array (fname, name, X, bytes = false, missing = false)
  arg_floats (fname, name, X, bytes);
  if (isinteger (X))
    return;
  endif
  bad = find_bad (X, missing);
  if (bad > 0)
    error (["autoencoder:" fname ":nonfinite"], ...
           "%s: %s must be finite, got %g at element %d%s%s", fname, name, double (X(bad)), bad, ...
           place_text (X, bad, missing), how_to_fill (fname, X, bad));
  endif
endfunction

## Index of the first NaN or Inf (missing: Inf alone), 0 when there is none.
function k = find_bad (X, missing)
  k = __ae_finite__ (X(:));
  if (missing && k > 0)
    k = [find(isinf (X(:)), 1), 0](1);
  endif
endfunction

function t = bad_ones (X, missing)
  if (missing)
    t = isinf (X(:));
  else
    t = ! isfinite (X(:));
  endif
endfunction

## Where in an array of several dimensions that is, and how many more there are.
function text = place_text (X, bad, missing)
  text = "";
  if (! isscalar (X))
    names = {"row", "column", "channel", "sample"};
    [at{1:max(2, ndims (X))}] = ind2sub (size (X), bad);
    names(end+1:numel (at)) = {"page"};
    if (! isvector (X) || ndims (X) > 2)
      pairs = [names(1:numel (at)); at];
      text = [" (" sprintf("%s %d, ", pairs{:})(1:end-2) ")"];
    endif
    more = nnz (bad_ones (X, missing)) - 1;
    if (more > 0)
      text = [text sprintf(" and %d more", more)];
    endif
  endif
endfunction

function text = how_to_fill (fname, X, bad)
  text = "";
  if (isnan (X(bad)) && any (strcmp (fname, {"ae_fit", "ae_pca"})))
    text = "; the option \"Missing\" of the model leaves such samples out or fills them";
  endif
endfunction
