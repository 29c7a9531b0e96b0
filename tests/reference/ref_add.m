## Y = ref_add (X, ...)
##
## The sum of arrays of one size, element by element.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = ref_add (varargin)
  Y = zeros (size (varargin{1}));
  for i = 1:numel (Y)
    for k = 1:nargin
      Y(i) += varargin{k}(i);
    endfor
  endfor
endfunction
