## folder = course_folder ()
##
## Where the course's exercises stand: beside the functions when installed, at
## the top of the source tree else.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function folder = course_folder ()
  inst = fileparts (fileparts (mfilename ("fullpath")));
  folder = fullfile (inst, "course", "exercises");
  if (! isfolder (folder))
    folder = fullfile (fileparts (inst), "course", "exercises");
  endif
endfunction
