## cost_panel (place, name, values, seconds)
##
## One curve of bench_cost.m: panel number `place`, both axes logarithmic.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function cost_panel (place, name, values, seconds)
  subplot (2, 4, place);
  loglog (values, seconds, "-o", "color", [0 0.447 0.698], "linewidth", 1.5, "markerfacecolor", [0 0.447 0.698]);
  marks = unique ([min(seconds), sqrt(min (seconds) * max (seconds)), max(seconds)]);
  set (gca, "xtick", values, "xticklabel", arrayfun (@(v) sprintf ("%g", v), values, "UniformOutput", false), ...
       "ytick", marks, "yticklabel", arrayfun (@(v) sprintf ("%.2g", v), marks, "UniformOutput", false), "fontsize", 9);
  axis ([min(values) / 1.2, max(values) * 1.2, min(seconds) / 1.3, max(seconds) * 1.3]);
  xlabel (name);
  ylabel ("seconds an epoch");
endfunction
