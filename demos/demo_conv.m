## The lecture's convolutional autoencoder beside the dense one: 1,185 weights
## against 161,804, a code of 4-by-4-by-4 against 20 numbers; in the end a recipe
## with a code of as many numbers.
##
## Pictures go to the current folder.  Takes one or two minutes on two cores: 10
## epochs where the lecture has 50.  Run it with
## ae_demo ("conv").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
T = ae_load_mnist ("test");
epochs = 10;
if (size (X, 4) < 10000) # the small sample: an epoch is short
  epochs = 100;
endif

printf ("\n1. The networks: 28 becomes 14, 7 and 4; back come 8, 16, 14 (no padding there) and 28\n\n");
conv = ae_conv ([28 28 1], [8 4 4], "Seed", 1);
ae_summary (conv)
dense = ae_dense (784, [100 20], "Seed", 1);

printf ("\n2. Training the convolutional one: %d epochs of %d images (the lecture: 50)\n\n", ...
        epochs, size (X, 4));
[conv, history] = ae_fit (conv, X, "Epochs", epochs, "ValidationData", T(:,:,:,1:min (1000, end)), "Seed", 1);
ae_plot_history (history, "File", "conv-history.png");

printf ("\n3. Training the dense one\n\n");
dense = ae_fit (dense, X, "Epochs", epochs, "Seed", 1);

printf ("\n4. A recipe of today: convolutions down to 64 numbers, through a dense layer\n\n");
[recipe, options] = ae_recipe ("conv64", "Epochs", epochs, "Seed", 1);
recipe = ae_fit (recipe, X, options{:});

printf ("\n5. Images that they have not seen\n\n");
pca64 = ae_evaluate (ae_pca (X, 64), T).mse;
nets = {"dense", dense; "convolutional", conv; "recipe conv64", recipe};
printf ("%-16s %12s %10s %12s %10s\n", "", "parameters", "code size", "test error", "PSNR");
for i = 1:rows (nets)
  net = nets{i,2};
  r = ae_evaluate (net, T);
  parameters = sum (arrayfun (@(l) numel (l.W) + numel (l.b), net.layers));
  printf ("%-16s %12d %10d %12.5f %7.2f dB\n", nets{i,1}, parameters, ...
          prod (net.layers(net.code).output_size), r.mse, r.psnr);
endfor
printf (["\nThe convolutional net has three times the code and less than a hundredth of the\n" ...
         "weights: it shares them over the whole image.  The recipe has as large a code, and\n" ...
         "%s PCA with 64 numbers, whose error is %.5f.\n"], ...
        {"does not beat", "beats"}{1 + (r.mse < pca64)}, pca64);
S = T(:,:,:,1:10);
ae_plot_reconstruction (S, {"dense", ae_reconstruct(dense, S)}, ...
                        {"convolutional", ae_reconstruct(conv, S)}, ...
                        {"recipe", ae_reconstruct(recipe, S)}, ...
                        "File", "conv-reconstruction.png");
ae_plot_filters (conv, "conv2d_1", "Range", "all", "File", "conv-filters.png");

printf ("\nOpen conv-reconstruction.png, conv-history.png and conv-filters.png in %s;\n", pwd ());
printf ("next, try ae_demo (\"denoise\"), more filters (ae_conv ([28 28 1], [16 8 8])) or 50 epochs.\n");
