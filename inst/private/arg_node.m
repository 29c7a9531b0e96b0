## node = arg_node (fname, node)
##
## Raises unless node is what ae_input and ae_layer make.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function node = arg_node (fname, node)
  ok = isstruct (node) && isscalar (node) && all (isfield (node, {"kind", "input_size", "output_size", "layers"})) ...
       && strcmp (node.kind, "node") && iscell (node.layers) ...
       && all (cellfun (@(l) isstruct (l) && all (isfield (l, {"id", "from"})), node.layers));
  if (! ok)
    error (["autoencoder:" fname ":node"], "%s: the node must be made by ae_input or ae_layer, got %s", ...
           fname, text_describe (node));
  endif
endfunction
