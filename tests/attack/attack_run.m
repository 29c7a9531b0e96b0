## counts = attack_run (first, step, log [, part])
##
## Makes the spoilt calls number part (default 1), part + step, part + 2 step
## ... of all, as far as they come at `first` or behind it, each in words in the file log before it is made: after a crash or a
## hang its last line names the culprit.  counts: calls, those that gave a
## result, those refused, and those that were wrong, which are printed.
## A call is right when
##   it gives a result without a NaN or Inf that came from nowhere, or
##   raises an error of the function's own that names the argument, or
##   (wrong numbers of arguments or outputs) Octave's own about that,
## within 10 seconds.  Octave's messages may be told from ours by their
## identifiers: ours begin with autoencoder:<the function called>:.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function counts = attack_run (first = 1, step = 1, log = "", part = 1)
  counts = struct ("calls", 0, "results", 0, "refused", 0, "wrong", 0);
  fid = -1;
  if (! isempty (log))
    fid = fopen (log, "a");
  endif
  number = 0;
  for name = attack_functions ()
    calls = attack_calls (name{1});
    mine = find (mod (number + (1:numel (calls)) - part, step) == 0 & number + (1:numel (calls)) >= first);
    for i = mine
      if (fid >= 0)
        fprintf (fid, "%d %s: %s\n", number + i, name{1}, calls(i).label);
        fflush (fid);
      endif
      [outcome, why] = attack_call (calls(i));
      counts.calls++;
      counts.(outcome)++;
      if (strcmp (outcome, "wrong"))
        printf ("%d %s, %s: %s\n", number + i, name{1}, calls(i).label, why);
      endif
    endfor
    number += numel (calls);
  endfor
  if (fid >= 0)
    fclose (fid);
  endif
endfunction
