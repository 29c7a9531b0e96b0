## pre_install (desc): run by pkg install before it copies inst: the folders of
## the package that people read and run go along with the functions.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function pre_install (desc)
  root = fileparts (mfilename ("fullpath"));
  for folder = {"demos", "course"}
    [done, why] = copyfile (fullfile (root, folder{1}), fullfile (root, "inst"));
    if (! done)
      error ("autoencoder: the folder %s could not be copied into inst: %s", folder{1}, why);
    endif
  endfor
endfunction
