## sample = kernel_sample_size (fname, name, X, what)
##
## The size of one sample of X as an activation sees it: 1 where each element
## stands for itself, else d or [h w c].  what names X in the error.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function sample = kernel_sample_size (fname, name, X, what = "X")
  sample = 1;
  if (! arg_choices ("activation", name).couples)
    return;
  endif
  if (ndims (X) > 4)
    error (["autoencoder:" fname ":size"], "%s: %s must be d-by-n or h-by-w-by-c-by-n for %s, got %s", ...
           fname, what, name, strrep (text_size (size (X)), " ", "-by-"));
  endif
  sample = rows (X);
  if (ndims (X) > 2)
    sample = [size(X, 1), size(X, 2), size(X, 3)];
  endif
endfunction
