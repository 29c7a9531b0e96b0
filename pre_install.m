## pre_install (desc): run by pkg install before it compiles: can it write where
## it will?  The folders of the package that people read and run go along with the
## functions.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function pre_install (desc)
  check_writable (fileparts (desc.dir));
  root = fileparts (mfilename ("fullpath"));
  for folder = {"demos", "course"}
    [done, why] = copyfile (fullfile (root, folder{1}), fullfile (root, "inst"));
    if (! done)
      error ("autoencoder: the folder %s could not be copied into inst: %s", folder{1}, why);
    endif
  endfor
endfunction

## By making a folder there: who may write depends on more than permissions.
function check_writable (folder)
  trial = tempname (folder);
  [done, why] = mkdir (trial);
  if (! done)
    error (["autoencoder: pkg cannot write to %s: %s.  Choose a folder of your own, as in: " ...
            "pkg prefix ~/octave ~/octave, and install again."], folder, why);
  endif
  rmdir (trial);
endfunction
