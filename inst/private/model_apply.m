## Y = model_apply (fname, verb, m, X)
##
## encode, decode, reconstruct (both in turn) or predict for every kind of model;
## "scaled" is reconstruct without undoing the model's scaling.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = model_apply (fname, verb, m, X)
  persistent verbs = struct ("network", @apply_network, "pca", @pca_apply, "tsne", @tsne_apply);
  if (! (isstruct (m) && isscalar (m) && isfield (m, "kind") && ischar (m.kind) && isfield (verbs, m.kind)))
    model_check (fname, m);
  endif
  if (strcmp (verb, "scaled"))
    if (isfield (m, "scaling"))
      m.scaling.output = false;
    endif
    verb = "reconstruct";
  endif
  if (strcmp (verb, "reconstruct"))
    Y = verbs.(m.kind) (fname, "decode", m, verbs.(m.kind) (fname, "encode", m, X));
  else
    Y = verbs.(m.kind) (fname, verb, m, X);
  endif
endfunction

## encode, decode or predict for a network: which layers run, on what, and the
## shape of the result.
function Y = apply_network (fname, verb, net, X)
  spec = model_check (fname, net);
  ranges = struct ("encode", [1 net.code], "decode", [net.code+1 numel(net.layers)], ...
                   "predict", [1 numel(net.layers)]);
  range = ranges.(verb);
  Y = net_run (fname, net, spec, range(1), range(2), X, ! strcmp (verb, "encode"));
endfunction
