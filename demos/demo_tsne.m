## t-SNE: the lecture's picture of 20-number codes, beside an autoencoder that
## goes down to two numbers by itself, and where the time goes on whole images.
##
## Pictures go to the current folder.  Takes about two minutes.  Run it with
## ae_demo ("tsne").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
[T, y] = ae_load_mnist ("test");
epochs = 10;
if (size (X, 4) < 10000) # the small sample: an epoch is short
  epochs = 80;
endif

printf ("\n1. Codes of 20 numbers, then t-SNE\n\n");
net = ae_dense (784, [100 20], "Seed", 1);
net = ae_fit (net, X, "Epochs", epochs, "Seed", 1);
Z = ae_encode (net, T);
[E, info] = ae_tsne (Z, "Seed", 1, "Verbose", true);
printf ("%d codes of 20 numbers: %.1f s, KL %.3f\n", columns (E), info.seconds.total, info.kl);
ae_plot_embedding (E, y, "Title", "t-SNE of 20-number codes", "File", "tsne-codes.png");
ae_plot_embedding (E, y, "Images", T, "Title", "The same map with the images", "File", "tsne-images.png");

printf ("\n2. An autoencoder straight to two numbers: the recipe \"map2\"\n\n");
[flat, options] = ae_recipe ("map2", "Epochs", epochs, "Seed", 1);
flat = ae_fit (flat, X, options{:});
F = ae_encode (flat, T);
ae_plot_embedding (F, y, "Title", "Two-number autoencoder", "File", "tsne-flat.png");
imwrite ([imread("tsne-flat.png"), imread("tsne-codes.png")], "tsne-side-by-side.png");

maps = {
  "two-number autoencoder", F
  "PCA, two components", ae_encode(ae_pca (X, 2), T)
  "t-SNE of 20-number codes", E};
printf ("%-26s %16s %12s %12s\n", "map", "trustworthiness", "continuity", "1-NN right");
for i = 1:rows (maps)
  printf ("%-26s %16.3f %12.3f %12.3f\n", maps{i,1}, ae_trustworthiness (T, maps{i,2}), ...
          ae_continuity (T, maps{i,2}), ae_knn_accuracy (maps{i,2}, y, [], [], 1));
endfor

printf ("\n3. t-SNE on 784 numbers: where does the time go?\n\n");
[G, whole] = ae_tsne (T, "Seed", 1);
printf ("%-12s %14s %12s %8s\n", "data", "neighbours, s", "descent, s", "KL");
line = @(name, i) printf ("%-12s %14.2f %12.2f %8.3f\n", ...
                          name, i.seconds.neighbours, i.seconds.gradient, i.kl);
line ("20 numbers", info);
line ("784 numbers", whole);
printf (["\nThe dimension matters only while neighbours are searched; the descent sees pairs of\n" ...
         "samples and no features at all, so short codes save time in the search alone.\n"]);
ae_plot_embedding (G, y, "Title", "t-SNE of the images themselves", "File", "tsne-784.png");
