## [padding, stride] = kernel_sliding (fname, padding, stride)
##
## How a window slides: "valid" or "same", and the rows and columns that it moves
## by.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [padding, stride] = kernel_sliding (fname, padding, stride)
  padding = arg_value (fname, "padding", padding, {"valid", "same"});
  stride = kernel_pair (fname, "stride", stride);
endfunction
