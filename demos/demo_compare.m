## The honest comparison: PCA, the lecture's dense and convolutional nets and a
## two-number autoencoder on images that none of them was trained on, in one
## call with a page of pictures.
##
## Everything goes to the folder "comparison".  Takes a minute or two.  Run it with
## ae_demo ("compare").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
[T, y] = ae_load_mnist ("test");
models = struct ();
models.pca20 = ae_pca (X, 20);

## Two numbers are few: that net has a linear code and wider layers around it.
two = ae_network (784, {ae_layer("dense", 256, "relu"), ae_layer("dense", 64, "relu"), ...
                        ae_layer("dense", 2, "linear", "Name", "code"), ae_layer("dense", 64, "relu"), ...
                        ae_layer("dense", 256, "relu"), ae_layer("dense", 784, "sigmoid")}, "Seed", 1);

## Name, network, epochs, optimizer.
plan = {
  "dense", ae_dense(784, [100 20], "Seed", 1), 10, "rmsprop"
  "two", two, 10, "adam"
  "conv", ae_conv([28 28 1], [8 4 4], "Seed", 1), 4, "rmsprop"};
if (size (X, 4) < 10000) # the small sample: an epoch is short
  plan(:,3) = cellfun (@(epochs) 12 * epochs, plan(:,3), "UniformOutput", false);
endif
for i = 1:rows (plan)
  [name, net, epochs, optimizer] = plan{i,:};
  printf ("\n%s: %d epochs\n", name, epochs);
  models.(name) = ae_fit (net, X, "Epochs", epochs, "Optimizer", optimizer, "Seed", 1);
endfor

printf ("\n");
r = ae_compare (models, T, "Labels", y, "Train", X, ...
                "Folder", "comparison", "Html", "comparison/index.html");
printf ("%s\n%s\n", r.table, strjoin (r.words, "\n"));
ae_plot_codes (models.two, ae_encode (models.two, T), "Title", "What the two-number autoencoder decodes to", ...
               "File", fullfile ("comparison", "codes.png"));
printf ("\nOpen %s.  More epochs make the nets better, PCA stays as it is.\n", ...
        fullfile (pwd (), "comparison", "index.html"));
