## X = course_numbers (rows, columns, seed)
##
## Standard normal numbers for the course's checks, the same everywhere.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function X = course_numbers (rows, columns, seed)
  X = ae_add_noise (zeros (rows, columns), "gaussian", 1, "Clip", [], "Seed", seed);
endfunction
