## [input_size, output_size, code_size, parameters, spec] = model_sizes (fname, m)
##
## The shape of a model's input and output, how many numbers its code has, and
## its number of parameters; raises an error when m is not a model.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [input_size, output_size, code_size, parameters, spec] = model_sizes (fname, m)
  spec = model_check (fname, m);
  switch (m.kind)
    case "pca"
      input_size = output_size = m.input_size;
      code_size = columns (m.components);
      parameters = numel (m.components) + numel (m.mean);
    case "tsne"
      error (["autoencoder:" fname ":model"], "%s: a t-SNE map gives no samples back; it only encodes", fname);
    case "network"
      input_size = m.input_size;
      output_size = m.layers(end).output_size;
      code_size = prod (m.layers(m.code).output_size);
      parameters = sum (arrayfun (@layer_count, m.layers));
  endswitch
endfunction
