## [data, net] = fit_data (net, X, T, opt)
##
## The samples as d-by-n matrices of the class to compute in (those of a net that
## scales keep theirs): X, T ([] when the targets are the inputs), VX, VT (validation; VX [] when there is none), n,
## the class, and how images are moved (augment).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [data, net] = fit_data (net, X, T, opt)
  cls = opt.Precision;
  if (isempty (cls))
    cls = net_class (net.layers);
  endif
  none = zeros (0, 0, cls);
  data = struct ("class", cls, "VX", none, "VT", none);
  [data.X, data.n] = arg_samples ("ae_fit", "X", X, net.input_size, cls, lenient (scale_owner (net)));
  data.T = targets (net, data.X, T, "T", cls);
  [data.X, data.T] = complete (net, data.X, data.T, opt);
  [~, data.n] = samples_size (data.X);
  if (! isempty (opt.ValidationData))
    data = given_validation (net, data, opt, cls);
  elseif (opt.ValidationSplit > 0)
    data = split (data, opt);
  endif
  net = scale_learn ("ae_fit", net, data.X);
  T = data.T;
  what = "T";
  if (isempty (T))
    T = data.X;
    what = "X";
  endif
  arg_targets ("ae_fit", what, opt.Loss, T, scale_out (net));
  data.augment = fit_augment (net, X, opt);
endfunction

## For arg_samples: samples to be left out have to come in first.
function owner = lenient (owner)
  if (isfield (owner, "missing") && strcmp (owner.missing, "omit"))
    owner.missing = "mask";
  endif
endfunction

## The samples that have no missing value where the net leaves the others out.
function [X, T] = complete (net, X, T, opt)
  if (! isfield (net, "missing") || ! strcmp (net.missing, "omit") || samples_is_source (X) || samples_is_source (T))
    return;
  endif
  n = columns (X);
  keep = ! any (isnan (X), 1);
  if (! isempty (T))
    keep &= ! any (isnan (T), 1);
    T = T(:,keep);
  endif
  if (! any (keep))
    error ("autoencoder:ae_fit:missing", ...
           "ae_fit: each of the %d samples has a missing value: leave features out, or build the net with \"Missing\", \"mask\"", n);
  endif
  if (! all (keep))
    X = X(:,keep);
  endif
  if (opt.Verbose > 0 && ! all (keep))
    printf ("ae_fit: %d of %d samples have missing values and are left out\n", n - sum (keep), n);
  endif
endfunction

## Whose scaling targets have: the net's where it undoes one at its output.
function owner = target_owner (net)
  owner = [];
  if (isfield (net, "scaling") && net.scaling.output)
    owner = lenient (net);
  endif
endfunction

function T = targets (net, x, T, name, cls)
  out = net.layers(end).output_size;
  if (isempty (T))
    if (prod (out) != samples_size (x))
      error ("autoencoder:ae_fit:size", ...
             "ae_fit: without targets the output must be as large as the input: %d, got %d; give T", samples_size (x), prod (out));
    endif
    T = zeros (0, 0, cls);
    return;
  endif
  [T, n] = arg_samples ("ae_fit", name, T, out, cls, target_owner (net));
  [~, wanted] = samples_size (x);
  if (n != wanted)
    error ("autoencoder:ae_fit:size", "ae_fit: %s must have a sample for each of X: %d, got %d", name, wanted, n);
  endif
endfunction

function data = given_validation (net, data, opt, cls)
  V = opt.ValidationData;
  VT = [];
  if (iscell (V))
    if (! any (numel (V) == [1 2]))
      error ("autoencoder:ae_fit:value", "ae_fit: ValidationData must be samples or {inputs, targets}, got %d cells", numel (V));
    endif
    VT = [V(:)', {[]}]{2};
    V = V{1};
  endif
  data.VX = arg_samples ("ae_fit", "ValidationData", V, net.input_size, cls, lenient (scale_owner (net)));
  data.VT = targets (net, data.VX, VT, "the validation targets", cls);
  [data.VX, data.VT] = complete (net, data.VX, data.VT, opt);
  if (isempty (data.VT) != isempty (data.T))
    error ("autoencoder:ae_fit:value", "ae_fit: ValidationData must be {inputs, targets} when T is given, and samples when not");
  endif
endfunction

## The seed draws the split too, so that a resumed run has the same one.
function data = split (data, opt)
  if (samples_is_source (data.X) || samples_is_source (data.T))
    error ("autoencoder:ae_fit:value", "ae_fit: a source cannot be split: give ValidationData in place of ValidationSplit");
  endif
  nval = round (opt.ValidationSplit * data.n);
  if (nval < 1 || nval >= data.n)
    error ("autoencoder:ae_fit:value", "ae_fit: ValidationSplit %g of %d samples leaves none on one side", ...
           opt.ValidationSplit, data.n);
  endif
  seed = opt.Seed;
  if (isempty (seed))
    seed = 0;
  endif
  order = __ae_permutation__ (seed, 0, 6, data.n);
  val = sort (order(1:nval));
  train = sort (order(nval+1:end));
  data.VX = data.X(:,val);
  data.X = data.X(:,train);
  if (! isempty (data.T))
    data.VT = data.T(:,val);
    data.T = data.T(:,train);
  endif
  data.n = numel (train);
endfunction
