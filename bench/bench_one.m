## r = bench_one (work, turns, threads)
##
## The seconds of a work, ours and each peer's in turn: r.name, r.ours (a row),
## r.detail, r.peers (a struct array of name, seconds, detail; no seconds: the
## detail says why).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function r = bench_one (work, turns, threads)
  REST = 0.5; # threads of the one before may look for work for a while
  run = work.make (work.samples);
  turns = min (turns, work.most);
  r = struct ("name", work.name, "ours", [], "detail", "", "peers", {{}});
  r.peers = struct ("name", work.peers, "seconds", [], "detail", "");
  if (turns > 1)
    run (); # memory is paged in, functions are parsed
  endif
  for i = 1:turns
    pause (REST);
    [r.ours(i), r.detail] = run ();
    for k = 1:numel (r.peers)
      if (! isempty (strfind (r.peers(k).detail, ":")))
        continue; # absent
      elseif (sum (r.peers(k).seconds) > 20)
        continue; # one turn of such tells enough
      endif
      pause (REST);
      answer = peer (sprintf ("%s %s %d %d", r.peers(k).name, work.peer, work.samples, threads));
      [first, rest] = strtok (answer, " ");
      r.peers(k).detail = strtrim (rest);
      if (! strcmp (first, "absent"))
        r.peers(k).seconds(end+1) = str2double (first);
        if (strcmp (work.peer, "tsne"))
          r.peers(k).detail = bench_kl ();
        endif
      endif
    endfor
  endfor
endfunction
