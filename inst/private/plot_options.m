## rows = plot_options (size)
##
## The option rows that every ae_plot_* function shares, for arg_options:
## "File" (save there and close) and "Size" ([width height] in pixels).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function rows = plot_options (size = [800 600])
  rows = {"File", "", "string"; "Size", size, ""};
endfunction
