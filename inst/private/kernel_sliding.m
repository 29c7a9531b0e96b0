## [padding, stride] = kernel_sliding (fname, padding, stride)
##
## How a window slides, as the MEX functions want it: 0 for "valid" and 1 for
## "same"; rows and columns that it moves by.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [padding, stride] = kernel_sliding (fname, padding, stride)
  padding = double (strcmp (arg_value (fname, "padding", padding, {"valid", "same"}), "same"));
  stride = kernel_pair (fname, "stride", stride);
endfunction
