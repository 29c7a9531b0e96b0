## text = compare_text (r)
##
## The table of ae_compare for a terminal, 79 columns wide for names of up to
## 10 letters.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = compare_text (r)
  cells = compare_cells (r);
  width = max (cellfun (@numel, cells), [], 1);
  text = "";
  for i = 1:rows (cells)
    line = sprintf ("%-*s", width(1), cells{i,1});
    for j = 2:columns (cells)
      line = [line, sprintf("  %*s", width(j), cells{i,j})];
    endfor
    text = [text, line, "\n"];
    if (i == 1)
      text = [text, repmat("-", 1, numel (line)), "\n"];
    endif
  endfor
endfunction
