## colors = plot_colors (count)
##
## A row of red, green, blue in [0, 1] for each of count groups, models or lines:
## ten colours, then again from the first.  Found by search over a grid of colours
## darker than L* = 84: no two are nearer than 34 in CIELAB (1976), for usual vision
## and for people without the red or the green receptor (Machado, Oliveira and
## Fernandes, IEEE TVCG 15, 2009).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function colors = plot_colors (count)
  ten = [0 0 235; 89 166 51; 204 89 235; 30 18 18; 166 204 235; ...
         89 51 0; 0 235 166; 89 0 128; 128 235 0; 128 89 128] / 255;
  colors = ten(1 + mod (0:count-1, 10),:);
endfunction
