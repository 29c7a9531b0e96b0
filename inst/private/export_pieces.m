## [text, names] = export_pieces (file, needs)
##
## The functions that an exported model needs, from inst/data/<file>, where each
## stands behind a line with "== name =="; names are those of all.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [text, names] = export_pieces (file, needs)
  all_text = fileread (fullfile (fileparts (fileparts (mfilename ("fullpath"))), "data", file));
  [tokens, parts] = regexp (strrep (all_text, "\r", ""), '[^\n]*== (\w+) ==[^\n]*\n', "tokens", "split");
  names = [tokens{:}];
  text = sprintf ("%s\n", parts(1 + find (ismember (names, needs))){:});
  if (isempty (needs))
    text = "";
  endif
endfunction
