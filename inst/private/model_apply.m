## Y = model_apply (fname, verb, m, X)
## Y = model_apply (fname, verb, m, X, spec)
##
## encode, decode, reconstruct (both in turn) or predict for every kind of model;
## "scaled" is reconstruct without undoing the model's scaling.  With spec, the
## result of model_check or model_sizes, m is not checked again.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = model_apply (fname, verb, m, X, spec)
  persistent verbs = struct ("network", @apply_network, "pca", @pca_apply, "tsne", @tsne_apply);
  if (nargin < 5)
    spec = model_check (fname, m);
  endif
  if (strcmp (verb, "scaled"))
    if (isfield (m, "scaling"))
      m.scaling.output = false;
    endif
    verb = "reconstruct";
  endif
  if (strcmp (verb, "reconstruct") && ! strcmp (m.kind, "network"))
    Y = verbs.(m.kind) (fname, "decode", m, verbs.(m.kind) (fname, "encode", m, X, spec), spec);
  else
    Y = verbs.(m.kind) (fname, verb, m, X, spec);
  endif
endfunction

## The same for a network: which layers run, on what, and the shape of the result.
function Y = apply_network (fname, verb, net, X, spec)
  last = numel (net.layers);
  ranges = struct ("encode", [1 net.code], "decode", [net.code+1 last], "predict", [1 last], "reconstruct", [1 last]);
  range = ranges.(verb);
  Y = net_run (fname, net, spec, range(1), range(2), X, ! strcmp (verb, "encode"));
endfunction
