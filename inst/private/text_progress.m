## text = text_progress (head, done, n, figures, columns)
##
## A line that a terminal of so many columns shows over and over: head, a bar of
## how much of n is done, that as numbers, then the strings of figures (a cell).
## Where that is too wide the bar shrinks and then goes, and after it the numbers,
## and of the figures the first.  Blanks at its end cover a longer line before.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_progress (head, done, n, figures, columns)
  room = columns - 1; # with a letter in the last column some terminals go on to the next line
  count = sprintf (" %*d/%d", numel (sprintf ("%d", n)), done, n);
  rest = [count, sprintf("  %s", figures{:})];
  bar = min (24, room - numel (head) - numel (rest) - 3);
  if (bar >= 4)
    full = floor (bar * done / n);
    text = [head, " [", repmat("=", 1, full), repmat(".", 1, bar - full), "]", rest];
  else
    text = [head, rest];
    if (numel (text) > room)
      text = [head, sprintf("  %s", figures{:})];
    endif
    while (numel (text) > room && numel (figures) > 1)
      figures(1) = [];
      text = [head, sprintf("  %s", figures{:})];
    endwhile
  endif
  text = sprintf ("%-*s", min (room, 100), text);
endfunction
