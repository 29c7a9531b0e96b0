## fig = plot_vectors (fname, T, listed, index, names, opt)
##
## Samples that are no images as lines, a panel each, over what models make of
## them: listed is {label, array, ...} with the originals first, all d-by-n.  Few
## or named features stand one below the other, each within the range that it
## has in T, since their units differ; many are drawn along the x axis as they are.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function fig = plot_vectors (fname, T, listed, index, names, opt)
  d = rows (T);
  named = ! isempty (names) || d <= 30;
  if (isempty (names))
    names = arrayfun (@(i) sprintf ("x%d", i), 1:d, "UniformOutput", false);
  endif
  k = numel (index);
  across = min (k, 2 + 2 * named);
  down = ceil (k / across);
  if (isempty (opt.Size))
    opt.Size = [800, min(4000, 80 + down * (170 + named * (22 * d - 100)))];
  endif
  fig = plot_figure (fname, opt);
  lo = min (T, [], 2);
  span = max (T, [], 2) - lo;
  span(! (span > 0)) = 1;
  left = 0.06 + named * min (0.3, 0.012 * max (cellfun (@numel, names)));
  bottom = 50 / opt.Size(2);
  top = 1 - (14 + 28 * ! isempty (opt.Title)) / opt.Size(2);
  width = (0.98 - left) / across;
  height = (top - bottom) / down;
  for j = 1:k
    at = [left + mod(j - 1, across) * width, top - ceil(j / across) * height + 24 / opt.Size(2), 0.9 * width, height - 66 / opt.Size(2)];
    ax = axes ("parent", fig, "position", at, "fontsize", 9);
    values = cellfun (@(A) double (A(:,index(j))), listed(2:2:end), "UniformOutput", false);
    if (named)
      values = cellfun (@(v) (v - lo) ./ span, values, "UniformOutput", false);
    endif
    panel (ax, values, named, d);
    title (ax, sprintf ("no. %d", index(j)), "fontsize", 10);
    if (named)
      set (ax, "ytick", 1:d, "ydir", "reverse", "yticklabel", {});
      if (mod (j - 1, across) == 0)
        text (min (xlim (ax)) - 0.03 * diff (xlim (ax)) * ones (1, d), 1:d, names, "parent", ax, "interpreter", "none", ...
              "horizontalalignment", "right", "fontsize", 9);
      endif
    endif
  endfor
  frame (fig, listed(1:2:end), named, opt);
  fig = plot_finish (fname, fig, opt);
endfunction

## The original thick and grey, the models in colours that all can tell apart.
function style = line_style (i, named)
  colors = [0.6 0.6 0.6; 0 0.45 0.7; 0.84 0.37 0; 0 0.62 0.45; 0.8 0.47 0.65; 0.9 0.62 0];
  c = colors(1 + mod (i - 1, rows (colors)),:);
  style = {"color", c, "linewidth", 1 + 2 * (i == 1), "linestyle", "-"};
  if (named)
    style = [style, {"marker", "os^dv>"(1 + mod (i - 1, 6)), "markersize", 5, "markerfacecolor", c}];
  endif
endfunction

## The title above and a key below, in axes of their own as large as the figure.
function frame (fig, labels, named, opt)
  ax = axes ("parent", fig, "position", [0 0 1 1], "tag", "frame");
  hold (ax, "on");
  place = 0.02;
  for i = 1:numel (labels)
    y = 16 / opt.Size(2);
    plot (ax, place + [0 0.04], [y y], line_style (i, named){:});
    text (place + 0.05, y, labels{i}, "parent", ax, "interpreter", "none", "fontsize", 10);
    place += 0.08 + 0.014 * numel (labels{i});
  endfor
  if (! isempty (opt.Title))
    text (0.5, 1 - 16 / opt.Size(2), opt.Title, "parent", ax, "interpreter", "none", "fontsize", 12, "fontweight", "bold", ...
          "horizontalalignment", "center");
  endif
  hold (ax, "off");
  axis (ax, [0 1 0 1], "off");
endfunction

function panel (ax, values, named, d)
  hold (ax, "on");
  for i = 1:numel (values)
    if (named)
      plot (ax, values{i}, 1:d, line_style (i, named){:});
    else
      plot (ax, 1:d, values{i}, line_style (i, named){:});
    endif
  endfor
  hold (ax, "off");
  box (ax, "on");
  grid (ax, "on");
  if (named)
    ylim (ax, [0.5, d + 0.5]);
    shown = vertcat (values{:});
    limits = [min([shown; 0]), max([shown; 1])] + [-0.08 0.08];
    set (ax, "xlim", limits, "xtick", [0 0.5 1]);
  else
    xlim (ax, [0.5, d + 0.5]);
  endif
endfunction
