## arg_size (fname, name, A, wanted)
##
## Raises unless A has the size wanted, trailing ones or not.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arg_size (fname, name, A, wanted)
  got = size (A);
  got(end+1:numel (wanted)) = 1;
  wanted(end+1:numel (got)) = 1;
  if (! isequal (got, wanted))
    last = max ([2, find(wanted != 1, 1, "last")]);
    error (["autoencoder:" fname ":size"], "%s: %s must be %s, got %s", fname, name, ...
           text_of (wanted(1:last)), [text_of(size (A)) " " class(A)]);
  endif
endfunction

function text = text_of (v)
  text = strjoin (arrayfun (@num2str, v, "UniformOutput", false), "-by-");
endfunction
