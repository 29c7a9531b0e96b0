## [title, minutes] = course_title (k)
##
## What the first lines of the hand-out of exercise k say.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [title, minutes] = course_title (k)
  text = fileread (fullfile (course_folder (), sprintf ("ex%d", k), "handout.md"));
  found = regexp (text, '^# \d+\. ([^\r\n]*)\s+\*(\d+) minutes', "tokens", "once");
  title = found{1};
  minutes = str2double (found{2});
endfunction
