## [loss, dY] = ref_loss (Y, T, name): means over all elements; crossentropy:
## over the columns

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [loss, dY] = ref_loss (Y, T, name)
  n = numel (Y);
  switch (name)
    case "mse"
      loss = sum ((Y - T)(:) .^ 2) / n;
      dY = 2 * (Y - T) / n;
    case "mae"
      loss = sum (abs (Y - T)(:)) / n;
      dY = sign (Y - T) / n;
    case "bce"
      Y = min (max (Y, 1e-7), 1 - 1e-7);
      loss = -sum ((T .* log (Y) + (1 - T) .* log (1 - Y))(:)) / n;
      dY = ((1 - T) ./ (1 - Y) - T ./ Y) / n;
    case "huber"
      e = Y - T;
      far = abs (e) > 1;
      loss = (sum ((e(! far) .^ 2) / 2) + sum (abs (e(far)) - 0.5)) / n;
      dY = e / n;
      dY(far) = sign (e(far)) / n;
    case "crossentropy"
      loss = -sum ((T .* log (Y))(:)) / columns (Y);
      dY = -T ./ Y / columns (Y);
  endswitch
endfunction
