## results_write (folder)
## text = results_write (folder, text)
##
## Puts the table of models into RESULTS.md in that folder, between its two marks,
## and leaves the rest to bench_write; or into such a text, behind it where it has no
## marks yet.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = results_write (folder, text)
  file = fullfile (folder, "RESULTS.md");
  whole = nargin < 2;
  if (whole)
    text = fileread (file);
  endif
  marks = {"<!-- models: bench/results.m -->\n", "<!-- end of models -->\n"};
  parts = {text, ""};
  if (! isempty (strfind (text, marks{1})))
    parts = regexp (text, [marks{1} ".*" marks{2}], "split", "once");
  endif
  text = [parts{1}, marks{1}, fileread(fullfile (folder, "results_head.md")), "\n", ...
          results_table(folder, "markdown"), marks{2}, parts{2}];
  if (whole)
    fid = fopen (file, "wt");
    fputs (fid, text);
    fclose (fid);
    clear text;
  endif
endfunction
