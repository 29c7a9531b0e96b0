## What an epoch costs against the number of samples, the batch, the width, the
## channels, the image's edge, the depth and the threads: bench/cost.png and
## bench/COST.md.  Medians of BENCH_TURNS (3) epochs, ours alone; with BENCH_CLOCK
## "cpu", for a busy machine, the mean seconds of the processor on one thread.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

1;
here = fileparts (mfilename ("fullpath"));
addpath (here);
warning ("off", "all");
turns = 3;
if (! isempty (getenv ("BENCH_TURNS")))
  turns = str2double (getenv ("BENCH_TURNS"));
endif

function s = seconds_of_epoch (net, X, batch, threads, turns)
  opt = {"BatchSize", batch, "Verbose", 0, "Seed", 1, "Revive", false};
  if (strcmp (getenv ("BENCH_CLOCK"), "cpu"))
    ae_fit (net, X, "Epochs", 1, "Threads", 1, opt{:}); # memory is paged in, functions are parsed
    begun = cputime ();
    ae_fit (net, X, "Epochs", turns, "Threads", 1, opt{:});
    s = (cputime () - begun) / turns;
  else
    [~, h] = ae_fit (net, X, "Epochs", turns + 1, "Threads", threads, opt{:});
    s = median (h.seconds(2:end));
  endif
endfunction

function s = dense (n, sizes, batch, threads, turns)
  s = seconds_of_epoch (ae_dense (784, sizes, "Seed", 1), rand (784, n, "single"), batch, threads, turns);
endfunction

function s = conv (n, edge, channels, turns)
  X = rand (edge, edge, 1, n, "single");
  s = seconds_of_epoch (ae_conv ([edge edge 1], [channels channels], "Seed", 1), X, 128, min (2, nproc ()), turns);
endfunction

two = min (2, nproc ());
panels = {
  "samples (784-100-20)", [2500 5000 10000 20000 40000], @(v) dense (v, [100 20], 128, two, turns);
  "minibatch (10,000 samples)", [16 32 64 128 256 512], @(v) dense (10000, [100 20], v, two, turns);
  "width (784-w-20, 10,000)", [32 64 128 256 512], @(v) dense (10000, [v 20], 128, two, turns);
  "hidden layers of 256 (10,000)", 1:5, @(v) dense (10000, [256 * ones(1, v) 20], 128, two, turns);
  "channels (28x28, 1,280)", [4 8 16 32 64], @(v) conv (1280, 28, v, turns);
  "edge of the image (16 channels, 640)", [16 32 48 64], @(v) conv (640, v, 16, turns);
  "threads (784-500-20, 10,000)", 1:two, @(v) dense (10000, [500 20], 128, v, turns);
};
if (strcmp (getenv ("BENCH_CLOCK"), "cpu"))
  panels(end,:) = [];
endif
text = ["# What an epoch costs\n\nWritten by `make bench-cost`: seconds of an epoch, ours alone. " getenv("BENCH_NOTE") "\n\n" ...
        sprintf("- %s\n", bench_start (){:}) "\n![seconds an epoch](cost.png)\n\n"];
f = figure ("visible", "off", "position", [0 0 1200 620]);
for i = 1:rows (panels)
  [name, values, run] = panels{i,:};
  s = arrayfun (run, values);
  text = [text sprintf("| %s |", name) sprintf(" %g |", values) "\n|---|" repmat("---|", 1, numel (values)) ...
          "\n| seconds |" sprintf(" %.4f |", s) "\n\n"];
  printf ("%-40s %s\n", name, sprintf (" %.4f", s));
  fflush (stdout);
  cost_panel (i, name, values, s);
endfor
print (f, fullfile (here, "cost.png"), "-dpng", "-r90");
fid = fopen (fullfile (here, "COST.md"), "w");
fputs (fid, text);
fclose (fid);
