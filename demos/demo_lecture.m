## The lecture from its first slide to its last: PCA, dense net, codes and maps,
## convolutions, denoising, summary.  In under a minute on the sample that comes
## with the package; ae_demo ("lecture", "full") on all images with 50 epochs.
##
## Pictures go to the current folder, numbered in the lecture's order.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

full = exist ("full", "var") && full; # not there when copied out of the package
if (full)
  [X, y] = ae_load_mnist ("train");
  [T, yt] = ae_load_mnist ("test");
  epochs = struct ("dense", 50, "cured", 30, "two", 30, "conv", 50, "denoise", 50);
else
  sample = fullfile (fileparts (which ("ae_load_mnist")), "data");
  [X, y] = ae_load_mnist ("train", sample);
  [T, yt] = ae_load_mnist ("test", sample);
  epochs = struct ("dense", 60, "cured", 40, "two", 40, "conv", 40, "denoise", 6);
endif
S = T(:,:,:,arrayfun (@(k) find (yt == k, 1), 0:9)); # one image of each class
slide = @(words) printf ("\n---- %s\n\n", words);
started = tic ();

slide ("1. Principal component analysis");
printf (["Samples of mean 0, codes of k numbers: the matrix V of k orthonormal columns that makes\n" ...
         "the sum of |x - V V' x|^2 least.  All that comes back lies in one plane of k dimensions.\n\n"]);
p = ae_pca (X, 20);
a = ae_evaluate (p, T);
printf ("20 numbers an image hold %.1f %% of the variance; error on new images %.5f (%.1f dB).\n", ...
        100 * a.explained, a.mse, a.psnr);
ae_plot_components (p, "Count", 10, "Columns", 5, "Title", "The first ten principal components", ...
                    "File", "lecture-1-components.png");

slide ("2. Autoencoder: decoder (encoder (x))");
printf (["A network that gives back its input through a bottleneck of k units.  It projects onto a\n" ...
         "curved surface where PCA has a plane; PCA is the special case without activations.\n"]);

slide ("3. The dense net, built in two ways");
stack = ae_network (784, {ae_layer("dense", 100, "relu"), ae_layer("dense", 20, "relu", "Name", "code"), ...
                          ae_layer("dense", 100, "relu"), ae_layer("dense", 784, "relu")}, "Seed", 1);
x = ae_input (784);
h1 = ae_layer (x, "dense", 100, "relu");
h2 = ae_layer (h1, "dense", 20, "relu");
h3 = ae_layer (h2, "dense", 100, "relu");
dense = ae_network (x, ae_layer (h3, "dense", 784, "relu"), "Code", h2, "Seed", 1);
printf ("As a stack of layers, and layer by layer, each a function of the one before: the same\n");
printf ("net twice (%s).  Its summary:\n\n", ...
        merge (isequal (ae_parameters (stack), ae_parameters (dense)), "equal weights", "different weights"));
ae_summary (dense)
lecture = {"Optimizer", "rmsprop", "Loss", "mse", "BatchSize", 128, "Seed", 1};
printf ("\nTraining as in the lecture: rmsprop, squared error, batches of 128, %d epochs.\n\n", epochs.dense);
warning ("off", "autoencoder:ae_fit:dead", "local"); # the next slide is about them
[dense, history] = ae_fit (dense, X, lecture{:}, "Epochs", epochs.dense, "ValidationData", T, "Revive", false, ...
                           "Verbose", 0);
printf ("loss: %.4f, %.4f ... %.4f\n", history.loss([1 2 end]));
ae_plot_history (history, "Reference", {"PCA 20", a.mse}, "File", "lecture-2-history.png");
ae_plot_reconstruction (S, {"dense", ae_reconstruct(dense, S)}, {"PCA", ae_reconstruct(p, S)}, ...
                        "File", "lecture-3-dense.png");
b = ae_evaluate (dense, T);
printf ("error on new images: dense %.5f, PCA %.5f: %s wins.\n", b.mse, a.mse, ...
        merge (b.mse < a.mse, "the dense net", "PCA"));

slide ("3b. Black pixels, and their cure");
R = reshape (ae_reconstruct (dense, X), 784, []);
D = reshape (X, 784, []);
dead = ! any (R, 2) & mean (D, 2) > 0.01;
printf (["%d of 784 output pixels are 0 for every image, though the images are not: a relu unit\n" ...
         "whose input is below 0 everywhere has the gradient 0 and never learns again.\n" ...
         "The cure is an output that cannot die.  The recipe \"dense20\" has one:\n\n"], sum (dead));
ae_recipe ("dense20", "Epochs", epochs.cured)
[cured, options] = ae_recipe ("dense20", "Epochs", epochs.cured, "Seed", 1);
cured = ae_fit (cured, X, options{:}, "Verbose", 0);
c = ae_evaluate (cured, T);
R = reshape (ae_reconstruct (cured, X), 784, []);
printf ("\nBlack for good: %d pixels before, %d now.  Error: %.5f before, %.5f now, PCA %.5f.\n", ...
        sum (dead), sum (! any (R, 2) & mean (D, 2) > 0.01), b.mse, c.mse, a.mse);
imwrite (ae_image_grid (reshape (double (dead), 28, 28), "Scale", 6), "lecture-4-dead.png");
ae_plot_reconstruction (S, {"lecture", ae_reconstruct(dense, S)}, {"recipe", ae_reconstruct(cured, S)}, ...
                        "File", "lecture-5-cured.png");

slide ("4. The encoder alone, and t-SNE of its codes");
encoder = ae_encoder (dense);
ae_summary (encoder)
[E, info] = ae_tsne (ae_predict (encoder, T), "Seed", 1);
printf ("\n%d codes of 20 numbers on a map: %.1f s.\n", columns (E), info.seconds.total);
ae_plot_embedding (E, yt, "Title", "t-SNE of 20-number codes", "File", "lecture-6-tsne.png");

slide ("4b. Why not an autoencoder straight to two numbers?");
[two, options] = ae_recipe ("map2", "Epochs", epochs.two, "Seed", 1);
two = ae_fit (two, X, options{:}, "Verbose", 0);
F = ae_encode (two, T);
ae_plot_embedding (F, yt, "Title", "Two-number autoencoder", "File", "lecture-7-two.png");

slide ("4c. Why not t-SNE of all 784 pixels?");
[G, whole] = ae_tsne (T, "Seed", 1);
ae_plot_embedding (G, yt, "Title", "t-SNE of 784 pixels", "File", "lecture-8-pixels.png");
seconds = @(info) sprintf ("%.2f", info.seconds.neighbours);
maps = {"two-number autoencoder", F, "-"; "PCA, two components", ae_encode(ae_pca (X, 2), T), "-"
        "t-SNE of 20 numbers", E, seconds(info); "t-SNE of 784 pixels", G, seconds(whole)};
printf ("Over the same %d images.  Trust: are neighbours on the map neighbours in the data?\n\n", columns (E));
printf ("%-24s %7s %7s %14s\n", "map", "trust", "1-NN", "search, s");
for i = 1:rows (maps)
  printf ("%-24s %7.3f %7.3f %14s\n", maps{i,1}, ae_trustworthiness (T, maps{i,2}), ...
          ae_knn_accuracy (maps{i,2}, yt, [], [], 1), maps{i,3});
endfor
printf (["\nTwo numbers that must also rebuild the image are a worse map than t-SNE's.  On 784 pixels\n" ...
         "t-SNE is as good or better; what it costs is the search for neighbours, whose time grows\n" ...
         "with the number of pixels and the square of that of images: here %.1f times as long.\n"], ...
        whole.seconds.neighbours / info.seconds.neighbours);

slide ("5. The convolutional net");
conv = ae_conv ([28 28 1], [8 4 4], "Seed", 1);
ae_summary (conv)
conv = ae_fit (conv, X, lecture{:}, "Epochs", epochs.conv, "Verbose", 0);
d = ae_evaluate (conv, T);
printf ("\nerror on new images: %.5f with 1,185 weights and a code of 64, dense %.5f with 161,804 and 20.\n", ...
        d.mse, b.mse);
ae_plot_reconstruction (S, {"dense", ae_reconstruct(dense, S)}, {"convolutional", ae_reconstruct(conv, S)}, ...
                        "File", "lecture-9-conv.png");

slide ("6. Denoising");
printf ("Noisy images in, clean images out: clip (x + 0.5 N(0,1), 0, 1), drawn once.\n\n");
noisy = ae_add_noise (X, "gaussian", 0.5, "Seed", 2);
noisy_test = ae_add_noise (T, "gaussian", 0.5, "Seed", 3);
denoiser = ae_conv ([28 28 1], [32 32], "Seed", 1);
ae_summary (denoiser)
denoiser = ae_fit (denoiser, noisy, X, lecture{:}, "Epochs", epochs.denoise, "Verbose", 0);
e = ae_evaluate (denoiser, noisy_test, T);
printf ("\nnoisy %.1f dB, denoised %.1f dB (%d epochs).\n", e.psnr_input, e.psnr, epochs.denoise);
some = arrayfun (@(k) find (yt == k, 1), 0:9);
ae_plot_reconstruction (S, {"noisy", noisy_test(:,:,:,some)}, ...
                        {"denoised", ae_predict(denoiser, noisy_test(:,:,:,some))}, "File", "lecture-10-denoise.png");

slide ("7. Summary");
printf (["An autoencoder is an encoder and a decoder: PCA, bent.  Its inputs are original or noisy,\n" ...
         "its targets original.  It serves to reduce dimensions (the code) and to take noise away.\n\n"]);
printf ("%-16s %12s %6s %10s %8s\n", "model", "parameters", "code", "error", "dB");
models = {"PCA", p, a; "dense", dense, b; "dense, recipe", cured, c; "convolutional", conv, d};
for i = 1:rows (models)
  count = merge (i == 1, 784 * 21, 0);
  if (i > 1)
    count = numel (ae_parameters (models{i,2}));
  endif
  printf ("%-16s %12d %6d %10.5f %8.2f\n", models{i,1}, count, numel (ae_encode (models{i,2}, S)) / 10, ...
          models{i,3}.mse, models{i,3}.psnr);
endfor
printf ("\nThe lecture took %.0f s; its pictures, lecture-1 to lecture-10, are in %s.\n", toc (started), pwd ());
