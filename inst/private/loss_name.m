## name = loss_name (fname, name)
##
## The short name of a loss ("mse", "mae", "bce") from it or from the long one.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function name = loss_name (fname, name)
  short = {"mse", "mae", "bce"};
  long = {"mean_squared_error", "mean_absolute_error", "binary_crossentropy"};
  name = check_value (fname, "the loss", name, [short, long]);
  k = find (strcmp (name, long));
  if (! isempty (k))
    name = short{k};
  endif
endfunction
