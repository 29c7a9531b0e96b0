## The lecture's dense autoencoder: 60,000 images of 784 pixels through 20
## numbers, 784-100-20-100-784, and PCA with as many numbers beside it; in the end
## a recipe of today for the same code.
##
## Pictures go to the current folder.  Takes about a minute on two cores.  Run it
## with ae_demo ("dense"), or make demo in the package's root.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
T = ae_load_mnist ("test");
k = 20;
epochs = 30;
few = 6;
if (size (X, 4) < 10000) # the small sample: an epoch is short
  epochs = 200;
  few = 60;
endif

printf ("\n1. The network\n\n");
net = ae_dense (784, [100 k], "Seed", 1);
ae_summary (net)

printf ("\n2. Training: %d epochs of %d images\n\n", epochs, size (X, 4));
started = tic ();
[net, history] = ae_fit (net, X, "Optimizer", "rmsprop", "Loss", "mse", "BatchSize", 128, ...
                         "Epochs", epochs, "ValidationData", T(:,:,:,1:min (2000, end)), "Seed", 1);
fit_seconds = toc (started);
ae_plot_history (history, "File", "history.png");

printf ("\n3. Images that it has not seen, and PCA with a code of the same size\n\n");
started = tic ();
p = ae_pca (X, k);
pca_seconds = toc (started);
a = ae_evaluate (net, T);
b = ae_evaluate (p, T);
printf ("%-24s %10s %12s %10s %10s\n", "", "code size", "test error", "PSNR", "time");
printf ("%-24s %10d %12.5f %7.2f dB %8.1f s\n", "dense autoencoder", k, a.mse, a.psnr, fit_seconds);
printf ("%-24s %10d %12.5f %7.2f dB %8.1f s\n\n", "PCA", k, b.mse, b.psnr, pca_seconds);
share = 100 * (1 - a.mse / b.mse);
if (share < -2)
  printf ("PCA wins: its error is %.0f %% below the autoencoder's.\n", 100 * (1 - b.mse / a.mse));
  printf ("That is common: PCA is the best linear map, and it is found without training.\n");
elseif (share < 10)
  printf ("The autoencoder hardly beats PCA here (an error %.1f %% smaller), for far more work.\n", share);
  printf ("How wide the gap is depends on the images: compare Fashion-MNIST with the digits.\n");
else
  printf ("The autoencoder's error is %.0f %% below that of PCA, the best linear map.\n", share);
endif

printf ("\n4. As many numbers with a recipe of today: %d epochs (it is meant for 30)\n\n", few);
[recipe, options, why] = ae_recipe ("dense20", "Epochs", few, "Seed", 1);
printf ("  - %s\n", why{:});
recipe = ae_fit (recipe, X, options{:});
c = ae_evaluate (recipe, T);
printf ("\n%-24s %10d %12.5f %7.2f dB %8.1f s\n", "recipe \"dense20\"", k, c.mse, c.psnr, recipe.fit_seconds);
S = T(:,:,:,1:10);
ae_plot_reconstruction (S, {"dense", ae_reconstruct(net, S)}, {"PCA", ae_reconstruct(p, S)}, ...
                        {"recipe", ae_reconstruct(recipe, S)}, "File", "reconstruction.png");

printf ("\nOpen history.png and reconstruction.png in %s; next, try ae_demo (\"conv\"),\n", pwd ());
printf ("a code of two numbers (ae_dense (784, [256 64 2])), or ae_demo (\"compare\").\n");
