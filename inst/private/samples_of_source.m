## [src, n] = samples_of_source (fname, name, src, input_size)
## [src, n] = samples_of_source (fname, name, src, input_size, m)
##
## A source for a model with that input, checked, and its number of samples.  m
## is the model when it scales what comes in (see scale_owner).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [src, n] = samples_of_source (fname, name, src, input_size, m = [])
  if (src.d != prod (input_size) || (numel (input_size) == 3 && numel (src.size) == 3 && ! isequal (src.size(:)', input_size(:)')))
    error (["autoencoder:" fname ":size"], "%s: %s must have samples of size %s, got a source of samples of size %s", ...
           fname, name, strrep (text_size (input_size), " ", "-by-"), strrep (text_size (src.size), " ", "-by-"));
  endif
  bytes = strcmp (src.type, "uint8") && isempty (src.scale);
  scales = isfield (m, "scaling") && ! strcmp (m.scaling.kind, "none");
  if (scales && ! (bytes && strcmp (m.scaling.kind, "bytes")))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s is a source, which the model's \"Scale\", \"%s\" does not take: only unscaled uint8 with \"bytes\"", ...
           fname, name, m.scaling.kind);
  elseif (bytes && ! scales)
    error (["autoencoder:" fname ":class"], ...
           "%s: %s is a source of uint8: scale it with ae_source (..., \"Scale\", \"bytes\"), or build the model with that", ...
           fname, name);
  endif
  n = src.n;
endfunction
