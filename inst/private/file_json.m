## json = file_json (text)
##
## A char row as a JSON string, quotes included.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function json = file_json (text)
  persistent controls = controls_table ();
  json = strrep (strrep (text, '\', '\\'), '"', '\"');
  if (any (json < 32))
    for c = unique (json(json < 32))
      json = strrep (json, c, controls{c + 1});
    endfor
  endif
  json = ['"' json '"'];
endfunction

function table = controls_table ()
  table = arrayfun (@(c) sprintf ('\\u%04x', c), 0:31, "UniformOutput", false);
  table([9 10 13] + 1) = {'\t', '\n', '\r'};
endfunction
