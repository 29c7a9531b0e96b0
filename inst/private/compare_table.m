## text = compare_table (r, width)
##
## The table of ae_compare for a terminal of so many columns: where it is too wide
## columns move closer together, and then go on in further tables below, each with
## the models' names.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = compare_table (r, width)
  cells = compare_cells (r);
  widths = max (cellfun (@numel, cells), [], 1);
  gap = 2 - (sum (widths) + 2 * (columns (cells) - 1) > width);
  text = "";
  first = 2;
  while (first <= columns (cells))
    reach = widths(1) + cumsum (widths(first:end) + gap);
    last = first + max (sum (reach <= width), 1) - 1;
    text = [text, "\n", part_text(cells(:,[1 first:last]), widths([1 first:last]), gap)];
    first = last + 1;
  endwhile
  text(1) = [];
endfunction

function text = part_text (cells, widths, gap)
  text = "";
  for i = 1:rows (cells)
    line = sprintf ("%-*s", widths(1), cells{i,1});
    for j = 2:columns (cells)
      line = [line, sprintf("%*s", gap + widths(j), cells{i,j})];
    endfor
    text = [text, line, "\n"];
    if (i == 1)
      text = [text, repmat("-", 1, numel (line)), "\n"];
    endif
  endfor
endfunction
