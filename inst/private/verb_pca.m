## Y = verb_pca (fname, verb, p, X)
##
## What a PCA model answers.  "encode": the codes, k-by-n, of samples that are
## d-by-n or images.  "decode": samples of codes k-by-n, as images when the
## model was made from images, else d-by-n.  Computes in the model's class, a
## block of columns at a time.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = verb_pca (fname, verb, p, X)
  check_pca (fname, p);
  switch (verb)
    case "encode"
      check_array (fname, "X", X);
      Y = encode (p, sample_columns (fname, "X", X, p.input_size));
    case "decode"
      check_array (fname, "Z", X);
      Y = decode (p, check_codes (fname, X, columns (p.components)));
    otherwise
      error (["autoencoder:" fname ":verb"], "%s: a PCA model does not answer \"%s\"", fname, verb);
  endswitch
endfunction

function Z = check_codes (fname, Z, k)
  if (ndims (Z) != 2 || rows (Z) != k)
    hint = "";
    if (ndims (Z) == 2 && columns (Z) == k)
      hint = "; samples come last: transpose it, as in Z.'";
    endif
    error (["autoencoder:" fname ":size"], "%s: Z must be %d-by-n, got %s%s", fname, k, ...
           strjoin (arrayfun (@num2str, size (Z), "UniformOutput", false), "-by-"), hint);
  endif
endfunction

## Centred first, then projected: V'X - V'mean would cancel digits.
function Z = encode (p, X)
  kind = class (p.components);
  V = p.components;
  if (p.whiten)
    V ./= sqrt (p.variances.');
  endif
  n = columns (X);
  Z = zeros (columns (V), n, kind);
  for first = 1:4096:n
    i = first:min (first + 4095, n);
    Z(:,i) = V.' * (cast (X(:,i), kind) - p.mean);
  endfor
endfunction

function X = decode (p, Z)
  V = p.components;
  if (p.whiten)
    V .*= sqrt (p.variances.');
  endif
  X = V * cast (Z, class (V)) + p.mean;
  if (! isscalar (p.input_size))
    X = reshape (X, [p.input_size(:)', columns(Z)]);
  endif
endfunction
