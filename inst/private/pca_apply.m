## Y = pca_apply (fname, verb, p, X)
##
## What a PCA model answers.  "encode": the codes, k-by-n, of samples that are
## d-by-n or images.  "decode": samples of codes k-by-n, as images when the
## model was made from images, else d-by-n.  Computes in the model's class, a
## block of columns at a time.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = pca_apply (fname, verb, p, X, ~)
  if (p.whiten && any (p.variances <= 0))
    error (["autoencoder:" fname ":model"], "%s: the model is damaged: whitening needs variances > 0", fname);
  endif
  switch (verb)
    case "encode"
      Y = encode (fname, p, arg_samples (fname, "X", X, p.input_size, class (p.components), scale_owner (p)));
    case "decode"
      Y = decode (p, arg_samples (fname, "Z", X, columns (p.components), class (p.components)));
    otherwise
      error (["autoencoder:" fname ":verb"], "%s: a PCA model does not answer \"%s\"", fname, verb);
  endswitch
  model_check_result (fname, Y);
endfunction

## Centred first, then projected: V'X - V'mean would cancel digits.
function Z = encode (fname, p, X)
  V = p.components;
  if (p.whiten)
    V ./= sqrt (p.variances.');
  endif
  [~, n] = samples_size (X);
  Z = zeros (columns (V), n, class (V));
  for first = 1:4096:n
    i = first:min (first + 4095, n);
    Z(:,i) = V.' * (entered (fname, p, samples_take (X, i)) - p.mean);
  endfor
endfunction

## A block of samples as the components see them: scaled, and missing values in
## as their expectation given the others (Tipping and Bishop 1999).
function X = entered (fname, p, X)
  scale = scale_in (p);
  if (isempty (scale))
    return;
  endif
  X = scale_apply (scale(:,1:2), X);
  if (any (isnan (X(:))))
    W = double (p.components) .* sqrt (max (double (p.variances)' - p.noise, 0));
    holes = any (isnan (X), 1);
    try
      X(:,holes) = __ae_pca_em__ (W, double (p.mean), max (p.noise, realmin ()), X(:,holes));
    catch err
      error (["autoencoder:" fname ":missing"], "%s: %s", fname, regexprep (err.message, '^\w+: ', ""));
    end_try_catch
  endif
  X = cast (X, class (p.components));
endfunction

function X = decode (p, Z)
  V = p.components;
  if (p.whiten)
    V .*= sqrt (p.variances.');
  endif
  X = scale_undo (scale_out (p), V * Z + p.mean);
  if (! isscalar (p.input_size))
    X = reshape (X, [p.input_size(:)', columns(Z)]);
  endif
endfunction
