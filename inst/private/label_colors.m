## colors = label_colors (count)
##
## A row of red, green, blue in [0, 1] for each of count labels: ten colours that
## most people with a colour deficiency can tell apart, then again from the first.
## Source: M. Petroff, "Accessible color sequences for data visualization",
## arXiv:2107.02270, 2021 (ten colours).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function colors = label_colors (count)
  ten = [63 144 218; 255 169 14; 189 31 1; 148 164 162; 131 45 182; ...
         169 107 89; 231 99 0; 185 172 112; 113 117 129; 146 218 221] / 255;
  colors = ten(1 + mod (0:count-1, 10),:);
endfunction
