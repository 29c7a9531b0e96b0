## post_install (desc): run by pkg install when everything is in its place: do the
## compiled functions load from there?  An Octave of its own tries, so that none
## of them stays in this one.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function post_install (desc)
  mex = [dir(fullfile (desc.archprefix, "*", "__ae_machine__.mex")); dir(fullfile (desc.archprefix, "__ae_machine__.mex"))];
  octave = fullfile (OCTAVE_HOME (), "bin", "octave-cli");
  if (isempty (mex) || ! (exist (octave, "file") || exist ([octave ".exe"], "file")))
    return;
  endif
  try_it = sprintf ("addpath ('%s'); __ae_machine__ (0); disp ('it loads')", strrep (mex(1).folder, "'", "''"));
  [~, out] = system (sprintf ("\"%s\" --norc --no-history --eval \"%s\" 2>&1", octave, try_it));
  if (isempty (strfind (out, "it loads")) && ! isempty (strfind (out, "failed to load")))
    error (["autoencoder: its compiled functions do not load from %s.  If that file system is mounted noexec, " ...
            "choose another folder, as in: pkg prefix /a/folder /a/folder, and install again.  Octave says:\n%s"], ...
           mex(1).folder, strtrim (out));
  endif
endfunction
