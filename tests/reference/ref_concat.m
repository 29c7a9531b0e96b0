## Y = ref_concat (X, ...)
##
## Vectors d-by-n one below the other, images h-by-w-by-c-by-n with their channels
## one after the other.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = ref_concat (varargin)
  along = 1 + 2 * (ndims (varargin{1}) > 2);
  Y = cat (along, varargin{:});
endfunction
