## rows = scale_options ()
##
## The option rows that every builder of a model shares, for arg_options.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function rows = scale_options ()
  rows = {"Scale", "none", {"none", "zscore", "minmax", "robust", "bytes"}; "Missing", "error", {"error", "omit", "mask"}};
endfunction
