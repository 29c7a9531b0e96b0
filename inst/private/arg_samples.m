## [x, n] = arg_samples (fname, name, X, input_size, cls)
## [x, n] = arg_samples (fname, name, X, input_size, cls, m)
##
## Data for a model with that input: X as a d-by-n matrix of class cls and its
## number of samples.  Images go to a vector input column-major, and vectors to
## an input of images or series when their length fits.  Raises autoencoder:<fname>:size;
## where only the other orientation fits, it says to transpose.
##
## For a model m that scales its input x keeps its class, as it is scaled on its
## way in; uint8 and NaN pass where the model takes them.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [x, n] = arg_samples (fname, name, X, input_size, cls, m = [])
  if (samples_is_source (X))
    [x, n] = samples_of_source (fname, name, X, input_size, m);
    return;
  endif
  scaled = isfield (m, "scaling");
  bytes = scaled && strcmp (m.scaling.kind, "bytes");
  arg_array (fname, name, X, bytes, scaled && strcmp (m.missing, "mask"));
  d = prod (input_size);
  sizes = size (X);
  image = numel (input_size) == 3 && isequal ([sizes 1 1](1:3), input_size) && numel (sizes) <= 4;
  series = numel (input_size) == 2 && isequal (sizes(1:2), input_size) && numel (sizes) <= 3;
  stack = numel (input_size) == 1 && ndims (X) <= 4 && all (sizes(1:2) > 1) && prod ([sizes 1](1:3)) == d; # images for a vector input
  if (ndims (X) == 2 && rows (X) == d)
    x = X;
  elseif (image || series || stack)
    x = reshape (X, d, []);
  else
    misfit (fname, name, X, input_size, d);
  endif
  n = columns (x);
  if (! scaled)
    x = cast (x, cls);
  endif
endfunction

function misfit (fname, name, X, input_size, d)
  wanted = sprintf ("%d-by-n", d);
  if (numel (input_size) > 1)
    wanted = [strrep(text_size (input_size), " ", "-by-") "-by-n or " wanted];
  endif
  hint = "";
  if (ndims (X) == 2 && columns (X) == d)
    hint = sprintf ("; samples are columns here: transpose, %s'", name);
  endif
  if (ndims (X) == 3 && (size (X, 1) * size (X, 2) == d))
    hint = sprintf ("; samples come last: reshape (%s, %d, %d, 1, [])", name, size (X, 1), size (X, 2));
  endif
  error (["autoencoder:" fname ":size"], "%s: %s must be %s, got %s%s", fname, name, wanted, ...
         strrep (text_size (size (X)), " ", "-by-"), hint);
endfunction
