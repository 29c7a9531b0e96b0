## Side by side with other packages, turn by turn: medians and spreads, kept in
## bench/RESULTS.md and bench/results.png.  `make bench` runs this.
##   BENCH_TURNS    turns of each work, 5
##   BENCH_ONLY     a pattern: only works whose name contains it (nothing is kept)
##   BENCH_THREADS  threads of everybody, 2
##   BENCH_CLOCK    "cpu": seconds of the processor in place of those on the wall; with one
##                  thread that tells something on a busy machine too
##   BENCH_SHORT    leaves out what takes longest: t-SNE of 60,000, the costs of bench_cost.m
##   BENCH_SHRINK   so many times fewer samples than the works' names say, to see that all
##                  goes well
##   BENCH_NOTE     a sentence for RESULTS.md, such as what else the machine did
##   PYTHON         the Python whose packages stand beside ours

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

1;
here = fileparts (mfilename ("fullpath"));
addpath (here);
warning ("off", "all"); # what ae_fit says about random numbers is no matter here
turns = max ([1, str2num(getenv ("BENCH_TURNS"))]);
if (isempty (getenv ("BENCH_TURNS")))
  turns = 5;
endif
only = getenv ("BENCH_ONLY");
threads = min (2, nproc ());
if (! isempty (getenv ("BENCH_THREADS")))
  threads = str2double (getenv ("BENCH_THREADS"));
endif
setenv ("OMP_NUM_THREADS", sprintf ("%d", threads)); # for the peers; run.sh has done it for ours
python = getenv ("PYTHON");
if (isempty (python))
  python = "python3";
endif
kept = {tempname(), tempname()};
setenv ("BENCH_CODES", kept{1});
setenv ("BENCH_MAP", kept{2});
peer ("start", python);
results = struct ("name", {}, "ours", {}, "detail", {}, "peers", {});
for work = bench_works (threads)
  if (! isempty (only) && isempty (strfind (work.name, only)))
    continue;
  endif
  r = bench_one (work, turns, threads);
  printf ("%s\n", bench_line (r));
  fflush (stdout);
  results(end+1) = r;
  if (isempty (only)) # after each, so that a run that is cut leaves what it has
    bench_write (here, results, bench_start (), turns, threads, python);
  endif
endfor
peer ("stop");
for file = kept(isfile (kept))
  unlink (file{1});
endfor
if (isempty (only))
  fid = fopen (fullfile (here, "RESULTS.md"), "a");
  fputs (fid, bench_memory (python));
  fclose (fid);
endif
