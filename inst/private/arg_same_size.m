## [X, Y] = arg_same_size (fname, names, X, Y)
##
## Two arrays that are compared element by element: checked, of one size, and
## returned in the class of the more precise one.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [X, Y] = arg_same_size (fname, names, X, Y)
  arg_array (fname, names{1}, X);
  arg_array (fname, names{2}, Y);
  if (! isequal (size (X), size (Y)))
    text = @(A) strjoin (arrayfun (@num2str, size (A), "UniformOutput", false), "-by-");
    error (["autoencoder:" fname ":size"], "%s: %s and %s must have the same size, got %s and %s", ...
           fname, names{:}, text (X), text (Y));
  endif
  if (! strcmp (class (X), class (Y)))
    X = double (X);
    Y = double (Y);
  endif
endfunction
