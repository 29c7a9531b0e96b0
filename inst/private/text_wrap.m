## text = text_wrap (text, n)
##
## Lines of more than n columns (Inf: none) are broken at spaces and go on
## indented by two.  Words longer than a line stay whole.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_wrap (text, n)
  lines = strsplit (text, "\n", "CollapseDelimiters", false);
  for i = find (cellfun (@numel, lines) > n)
    words = strsplit (lines{i}, " ", "CollapseDelimiters", false);
    at = numel (words{1});
    for w = 2:numel (words)
      glue = " ";
      at += 1 + numel (words{w});
      if (at > n)
        glue = "\n  ";
        at = 2 + numel (words{w});
      endif
      words{w} = [glue words{w}];
    endfor
    lines{i} = [words{:}];
  endfor
  text = strjoin (lines, "\n");
endfunction
