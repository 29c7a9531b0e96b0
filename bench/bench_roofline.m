## The roofline of the kernels from the numbers that bench_kernels writes:
## bench/roofline.png.  ROOFLINE names the file of numbers.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

1;
here = fileparts (mfilename ("fullpath"));

## names, flops a byte, GFLOP/s on one thread and on two.
function [names, v] = read_numbers (file)
  lines = strsplit (strtrim (fileread (file)), "\n");
  names = cell (1, numel (lines));
  v = zeros (numel (lines), 3);
  last = "";
  for i = 1:numel (lines)
    parts = strsplit (lines{i}, ",");
    names{i} = strtrim (strjoin (parts(1:end-3), ","));
    if (strcmp (names{i}, "backward")) # the line of the layer above
      names{i} = [last " backward"];
    endif
    last = strrep (names{i}, " forward", "");
    v(i,:) = str2double (parts(end-2:end));
  endfor
endfunction

[names, v] = read_numbers (getenv ("ROOFLINE"));
roofs = v(1:3,2:3); # the best product, caches, memory by threads
names(1:3) = [];
v(1:3,:) = [];
blue = [0 0.447 0.698];
orange = [0.835 0.369 0];
f = figure ("visible", "off", "position", [0 0 1300 700]);
axes ("position", [0.07 0.1 0.52 0.84]);
x = logspace (log10 (min (v(:,1)) / 2), log10 (max (v(:,1)) * 2), 200);
loglog (x, min (roofs(1,2), x * roofs(2,2)), "-", "color", [0 0 0], "linewidth", 1.5);
hold on;
loglog (x, min (roofs(1,2), x * roofs(3,2)), "--", "color", [0 0 0], "linewidth", 1.5);
loglog (x, min (roofs(1,1), x * roofs(2,1)), "-", "color", [0.6 0.6 0.6]);
h = {};
for i = 1:rows (v)
  loglog (v(i,1), v(i,2), "o", "color", orange, "markersize", 5);
  if (v(i,3) > 0)
    loglog (v(i,1), v(i,3), "o", "color", blue, "markerfacecolor", blue, "markersize", 5);
  endif
  text (v(i,1) * 1.06, max (v(i,2:3)) * 1.06, sprintf ("%d", i), "fontsize", 9);
endfor
hold off;
axis ([x(1), x(end), min(v(:,2)) / 2, max([roofs(1,2); v(:,3)]) * 2]);
xlabel ("floating-point operations a byte");
ylabel ("GFLOP/s");
title ("full: two threads, open: one; black: best matrix product or caches (dashed: memory), two threads; grey: one", ...
       "fontsize", 9);
axes ("position", [0.62 0.1 0.37 0.84], "visible", "off");
axis ([0 1 0 1]);
n = rows (v);
for i = 1:n
  rates = strjoin (arrayfun (@(g) sprintf ("%.3g", g), v(i,1 + find (v(i,2:3) > 0)), "UniformOutput", false), ", ");
  text (0, 1 - i / (n + 1), sprintf ("%d  %s: %s GFLOP/s", i, names{i}, rates), "fontsize", 9, "interpreter", "none");
endfor
print (f, fullfile (here, "roofline.png"), "-dpng", "-r90");
