## Y = pca_apply (fname, verb, p, X)
##
## What a PCA model answers.  "encode": the codes, k-by-n, of samples that are
## d-by-n or images.  "decode": samples of codes k-by-n, as images when the
## model was made from images, else d-by-n.  Computes in the model's class, a
## block of columns at a time.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = pca_apply (fname, verb, p, X)
  model_check (fname, p);
  if (p.whiten && any (p.variances <= 0))
    error (["autoencoder:" fname ":model"], "%s: the model is damaged: whitening needs variances > 0", fname);
  endif
  switch (verb)
    case "encode"
      Y = encode (p, arg_samples (fname, "X", X, p.input_size, class (p.components)));
    case "decode"
      Y = decode (p, arg_samples (fname, "Z", X, columns (p.components), class (p.components)));
    otherwise
      error (["autoencoder:" fname ":verb"], "%s: a PCA model does not answer \"%s\"", fname, verb);
  endswitch
  model_check_result (fname, Y);
endfunction

## Centred first, then projected: V'X - V'mean would cancel digits.
function Z = encode (p, X)
  V = p.components;
  if (p.whiten)
    V ./= sqrt (p.variances.');
  endif
  n = columns (X);
  Z = zeros (columns (V), n, class (V));
  for first = 1:4096:n
    i = first:min (first + 4095, n);
    Z(:,i) = V.' * (X(:,i) - p.mean);
  endfor
endfunction

function X = decode (p, Z)
  V = p.components;
  if (p.whiten)
    V .*= sqrt (p.variances.');
  endif
  X = V * Z + p.mean;
  if (! isscalar (p.input_size))
    X = reshape (X, [p.input_size(:)', columns(Z)]);
  endif
endfunction
