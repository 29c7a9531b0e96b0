## bench_write (folder, results, head, turns, threads, python)
##
## RESULTS.md and results.png from the results of bench_one and what
## bench_start knows of the machine.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function bench_write (folder, results, head, turns, threads, python)
  [~, versions] = system ([python ' -c "from importlib.metadata import version as v' "\n" ...
    "for p in ('torch', 'keras', 'scikit-learn', 'scikit-learn-intelex', 'openTSNE', 'umap-learn'):\n" ...
    " try: print(p, v(p), end='; ')\n except Exception: print(p, 'absent', end='; ')\""]);
  text = ["# Side by side with other packages\n\n" ...
          "Written by `make bench`. Seconds: median of the turns (fastest to slowest), ours and the others' in turn " ...
          "on the same machine and the same number of threads; in brackets the other's median over ours.\n\n" ...
          sprintf("- %s\n", head{:}) sprintf("- others: %s\n- turns: %d; threads: %d; seconds %s\n", strtrim (versions), turns, threads, ...
                  {"on the wall", "of the processor"}{1 + strcmp(getenv ("BENCH_CLOCK"), "cpu")})];
  if (! isempty (getenv ("BENCH_SHRINK")))
    text = [text "- A TRY: with " getenv("BENCH_SHRINK") " times fewer samples than the names of the works say\n"];
  endif
  note = getenv ("BENCH_NOTE");
  if (! isempty (note))
    text = [text "- " note "\n"];
  endif
  text = [text "\n| work | autoencoder | others |\n|---|---|---|\n"];
  for r = results
    others = arrayfun (@(p) other_text (p, median (r.ours)), r.peers, "UniformOutput", false);
    text = [text sprintf("| %s | %s | %s |\n", r.name, seconds_text (r.ours, r.detail), strjoin (others, "; "))];
  endfor
  text = [text "\n![how many times as fast](results.png)\n\n" ...
          "`scikit-learn` solves PCA by `covariance` or by `randomized`; `channels-last` is PyTorch in that memory " ...
          "format; `intelex` is Intel's extension of scikit-learn. t-SNE's maps are of codes of 20 numbers (PCA of " ...
          "Fashion-MNIST); KL is computed in one way for all, over all pairs, the lower the better; UMAP minimises " ...
          "something else. Who took more than 20 s had one turn. What an epoch costs against its sizes: " ...
          "[COST.md](COST.md).\n"];
  fid = fopen (fullfile (folder, "RESULTS.md"), "w");
  fputs (fid, results_write (folder, text)); # with the table of models, which results.m makes
  fclose (fid);
  draw (fullfile (folder, "results.png"), results);
endfunction

function text = seconds_text (s, detail)
  text = sprintf ("%.3f", median (s));
  if (numel (s) > 1)
    text = [text sprintf(" (%.3f to %.3f)", min (s), max (s))];
  endif
  if (! strcmp (detail, "-"))
    text = [text ", " detail];
  endif
endfunction

function text = other_text (p, ours)
  if (isempty (p.seconds))
    text = [p.name " absent"];
  else
    text = sprintf ("%s %s **[%.2f]**", p.name, seconds_text (p.seconds, p.detail), median (p.seconds) / ours);
  endif
endfunction

## A bar for each work and peer: the peer's time over ours, on a logarithmic axis.
function draw (file, results)
  names = {};
  ratios = [];
  for r = results
    for p = r.peers
      if (! isempty (p.seconds))
        names{end+1} = sprintf ("%s: %s", strtok (r.name, ",") , p.name);
        names{end} = sprintf ("%s  |  %s", r.name, p.name);
        ratios(end+1) = median (p.seconds) / median (r.ours);
      endif
    endfor
  endfor
  if (isempty (ratios))
    return;
  endif
  f = figure ("visible", "off", "position", [0 0 1000 60 + 30 * numel(ratios)]);
  n = numel (ratios);
  axes ("position", [0.46 0.13 0.5 0.8]);
  hold on;
  for i = 1:n
    patch ([1 ratios(i) ratios(i) 1], n + 1 - i + [-0.35 -0.35 0.35 0.35], [0 0.447 0.698], "edgecolor", "none");
    text (max (ratios(i), 1) * 1.05, n + 1 - i, sprintf ("%.1f", ratios(i)), "fontsize", 10);
  endfor
  plot ([1 1], [0.4 n + 0.6], "-", "color", [0 0 0]);
  hold off;
  set (gca, "xscale", "log", "ytick", 1:n, "yticklabel", fliplr (names), "ticklabelinterpreter", "none", "fontsize", 10);
  axis ([min([0.5, ratios]) / 1.2, 2 * max(ratios), 0.4, n + 0.6]);
  xlabel ("the other's time over ours (logarithmic; right of 1 ours is faster)");
  print (f, file, "-dpng", "-r100");
  close (f);
endfunction
