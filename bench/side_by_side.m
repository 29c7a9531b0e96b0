## side_by_side (name, ours, peer, samples, turns)
##
## One line of a table: the medians of `turns` alternating runs of ours, a
## function that returns its seconds, and of peer.py's case `peer` with so many
## samples, and their ratio.  Without Python or its packages the line says so.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function side_by_side (name, ours, peer, samples, turns)
  threads = min (2, nproc ());
  mine = theirs = [];
  for i = 1:turns
    mine(i) = ours ();
    theirs(i) = ask (peer, threads, samples);
  endfor
  printf ("%-34s %9.3f s", name, median (mine));
  if (any (isnan (theirs)))
    printf ("   (nothing beside it: no %s in %s)\n", package_of (peer), python ());
  else
    printf ("   %s %9.3f s   %5.2f times as fast\n", package_of (peer), median (theirs), median (theirs) / median (mine));
  endif
endfunction

function name = python ()
  name = getenv ("PYTHON");
  if (isempty (name))
    name = "python3";
  endif
endfunction

function name = package_of (peer)
  name = "PyTorch";
  if (any (strcmp (peer, {"pca", "tsne"})))
    name = "scikit-learn";
  endif
endfunction

## NaN when Python or what it needs is not there.
function seconds = ask (peer, threads, samples)
  script = fullfile (fileparts (mfilename ("fullpath")), "peer.py");
  [status, out] = system (sprintf ("%s '%s' %s %d %d 2> /dev/null", python (), script, peer, threads, samples));
  seconds = NaN;
  if (status == 0)
    seconds = str2double (strtrim (out));
  endif
endfunction
