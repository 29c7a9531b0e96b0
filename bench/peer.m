## answer = peer ("start", python)
## answer = peer (line)
## peer ("stop")
##
## Talks to peer.py, one line there and one back: "SECONDS DETAIL" or "absent
## REASON".

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function answer = peer (what, python)
  persistent to from pid;
  answer = "";
  if (strcmp (what, "start"))
    [to, from, pid] = popen2 (python, {fullfile(fileparts (mfilename ("fullpath")), "peer.py")});
  elseif (strcmp (what, "stop"))
    fclose (to);
    fclose (from);
    waitpid (pid);
  else
    fputs (to, [what "\n"]);
    fflush (to);
    answer = next_line (from, pid);
  endif
endfunction

function text = next_line (from, pid)
  text = "";
  while (isempty (text) || text(end) != "\n")
    part = fgets (from);
    if (ischar (part))
      text = [text part];
      continue;
    endif
    fclear (from); # nothing there yet
    if (waitpid (pid, WNOHANG ()) != 0)
      text = "absent Python ended";
      return;
    endif
    pause (0.005);
  endwhile
  text = strtrim (text);
endfunction
