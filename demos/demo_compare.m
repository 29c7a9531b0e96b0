## The honest comparison: PCA, the lecture's dense and convolutional nets and two
## recipes, for a code of 20 numbers and for a map of two, on images that none of
## them was trained on, in one call with a page of pictures.
##
## Everything goes to the folder "comparison".  Takes a minute or two.  Run it with
## ae_demo ("compare").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
[T, y] = ae_load_mnist ("test");
models = struct ();
models.pca20 = ae_pca (X, 20);

more = 1;
if (size (X, 4) < 10000)
  more = 12; # the small sample: an epoch is short
endif

## The lecture's nets, and two of today: for as long a code, and for a map.
[recipe, recipe_options] = ae_recipe ("dense20", "Epochs", 4 * more, "Seed", 1);
[two, two_options] = ae_recipe ("map2", "Epochs", 10 * more, "Seed", 1);
plan = {
  "dense", ae_dense(784, [100 20], "Seed", 1), {"Epochs", 10 * more, "Seed", 1}
  "conv", ae_conv([28 28 1], [8 4 4], "Seed", 1), {"Epochs", 4 * more, "Seed", 1}
  "recipe", recipe, recipe_options
  "two", two, two_options};
for i = 1:rows (plan)
  [name, net, options] = plan{i,:};
  printf ("\n%s: %d epochs\n", name, options{find (strcmp (options, "Epochs")) + 1});
  models.(name) = ae_fit (net, X, options{:});
endfor

printf ("\n");
r = ae_compare (models, T, "Labels", y, "Train", X, ...
                "Folder", "comparison", "Html", "comparison/index.html");
printf ("%s\n%s\n", r.table, strjoin (r.words, "\n"));
ae_plot_codes (models.two, ae_encode (models.two, T), "Title", "What the two-number autoencoder decodes to", ...
               "File", fullfile ("comparison", "codes.png"));
printf ("\nOpen %s.  More epochs make the nets better, PCA stays as it is.\n", ...
        fullfile (pwd (), "comparison", "index.html"));
