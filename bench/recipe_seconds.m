## Seconds that an epoch of each recipe takes, 60,000 images on all processors, and
## those of all its epochs.  In the root folder, after make, on an idle machine:
##
##   octave-cli --no-history bench/recipe_seconds.m

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

here = fileparts (mfilename ("fullpath"));
addpath (here, fullfile (here, "..", "src"), fullfile (here, "..", "inst"));
X = ae_load_mnist ("train", "Quiet", true);
printf ("| recipe | seconds an epoch | epochs | minutes in all |\n|---|---|---|---|\n");
for name = {"dense20", "deep30", "conv64", "denoise", "map2"}
  [net, options] = ae_recipe (name{1}, "Seed", 1);
  epochs = options{find (strcmp (options, "Epochs")) + 1};
  [~, history] = ae_fit (net, X, options{:}, "Epochs", 3, "Verbose", 0);
  seconds = median (history.seconds);
  printf ("| %s | %.1f | %d | %.1f |\n", name{1}, seconds, epochs, seconds * epochs / 60);
  fflush (stdout);
endfor
