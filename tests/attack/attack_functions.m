## names = attack_functions ()
##
## The public functions, as INDEX lists them.  Methods of the classes are left
## out: they want objects, which tests/attack does not make.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function names = attack_functions ()
  root = fileparts (fileparts (fileparts (mfilename ("fullpath"))));
  text = fileread (fullfile (root, "INDEX"));
  lines = regexp (text, '^ +(.*)$', "tokens", "lineanchors", "dotexceptnewline");
  names = strsplit (strtrim (strjoin ([lines{:}], " ")));
  names = names(! strncmp (names, "@", 1));
endfunction
