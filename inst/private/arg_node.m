## node = arg_node (fname, what, node)
##
## Raises unless the argument named what is what ae_input and ae_layer make.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function node = arg_node (fname, what, node)
  ok = isstruct (node) && isscalar (node) && all (isfield (node, {"kind", "input_size", "output_size", "layers"})) ...
       && strcmp (node.kind, "node") && iscell (node.layers) ...
       && all (cellfun (@(l) isstruct (l) && all (isfield (l, {"id", "from"})), node.layers));
  if (! ok)
    error (["autoencoder:" fname ":node"], "%s: %s must be made by ae_input or ae_layer, got %s", ...
           fname, what, text_describe (node));
  endif
endfunction
