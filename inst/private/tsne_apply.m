## Y = tsne_apply (fname, verb, map, X)
##
## What a t-SNE map answers: "encode", the places of new samples on it.  Each
## is drawn by its nearest old samples and pushed by all, which stay where they
## are (core/tsne_place.c).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = tsne_apply (fname, verb, map, X, ~)
  if (! strcmp (verb, "encode"))
    error (["autoencoder:" fname ":verb"], "%s: a t-SNE map has no way back from the map: it only encodes", fname);
  endif
  Q = arg_samples (fname, "X", X, map.input_size, class (map.samples));
  [S, Q] = embed_scale (map.samples, Q, class (map.embedding));
  if (! isfinite (sum (Q(:))))
    error (["autoencoder:" fname ":nonfinite"], "%s: X is too far from the map's samples for class %s", fname, class (Q));
  endif
  k = min (columns (S), ceil (3 * map.perplexity));
  [index, distance] = embed_neighbours (S, Q, k, 0);
  E = cast (map.embedding, class (S)); # double where single cannot hold the samples
  Y = cast (__ae_tsne_place__ (E, distance, index, map.perplexity, 0), class (map.embedding));
  model_check_result (fname, Y);
endfunction
