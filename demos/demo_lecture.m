## The lecture from its first slide to its last: PCA, dense net, codes and maps,
## convolutions, denoising, summary.  In under a minute on the sample that comes
## with the package; ae_demo ("lecture", "full") on all images with 50 epochs.
##
## Pictures go to the current folder, numbered in the lecture's order; each is
## named where it belongs.

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
  epochs = struct ("dense", 60, "cured", 40, "two", 40, "conv", 80, "denoise", 20);
endif
progress = {"Verbose", double(full)}; # minutes of silence else
S = T(:,:,:,arrayfun (@(k) find (yt == k, 1), 0:9)); # one image of each class
slide = @(words) printf ("\n---- %s\n\n", words);
picture = @(file, words) printf ("Picture %s: %s\n", file, words);
started = tic ();

slide ("1. Principal component analysis");
printf (["Samples of mean 0, codes of k numbers: PCA finds the matrix V of k orthonormal\n" ...
         "columns that makes the sum of |x - V V' x|^2 least.  All that comes back lies in\n" ...
         "one plane of k dimensions.\n\n"]);
p = ae_pca (X, 20);
a = ae_evaluate (p, T);
printf ("20 numbers an image hold %.1f %% of the variance; the mean squared error of\n", 100 * a.explained);
printf ("new images is %.5f (%.1f dB).\n\n", a.mse, a.psnr);
ae_plot_components (p, "Count", 10, "Columns", 5, "Title", "The first ten principal components", ...
                    "File", "lecture-01-components.png");
picture ("lecture-01-components.png", "the columns of V as images, red above 0, blue below.");

slide ("2. Autoencoder: decoder (encoder (x))");
printf (["A network that gives back its input through a bottleneck of k units.  It projects\n" ...
         "onto a curved surface where PCA has a plane; PCA is the special case without\n" ...
         "activations.  Points in space, of two numbers each, through both:\n\n"]);
bend = @(u, v) [1.2 * sin(1.9 * u(:)'); v(:)'; 1.2 * (1 - cos (1.9 * u(:)'))];
points = bend (2 * mod ((1:800) * 0.754877666, 1) - 1, 2 * mod ((1:800) * 0.569840291, 1) - 1); # spread evenly
[u, v] = meshgrid (linspace (-1, 1, 21), linspace (-1, 1, 13));
plane = ae_pca (points, 2);
sheet = ae_dense (3, [64 32 2], "Activation", "tanh", "CodeActivation", "linear", ...
                  "OutputActivation", "linear", "Seed", 4);
sheet = ae_fit (sheet, points, "Optimizer", "adam", "LearnRate", 4e-3, "LearnRateSchedule", "cosine", ...
                "BatchSize", 40, "Epochs", 200, "Seed", 1, "Verbose", 0);
both = {"PCA: a plane", plane; "autoencoder: a sheet", sheet};
fig = figure ("visible", "off", "position", [100 100 800 400]);
for i = 1:2
  ax = axes ("parent", fig, "position", [0.02 + 0.5 * (i - 1), 0.04, 0.46, 0.82]);
  grid_3d = permute (reshape (double (ae_reconstruct (both{i,2}, bend (u, v))), 3, 13, 21), [2 3 1]);
  mesh (ax, grid_3d(:,:,1), grid_3d(:,:,2), grid_3d(:,:,3), "edgecolor", [0.84 0.37 0]);
  hold (ax, "on");
  plot3 (ax, points(1,1:400), points(2,1:400), points(3,1:400), ".", "color", [0 0.45 0.7], "markersize", 5);
  axis (ax, [-1.4 1.4 -1.1 1.1 -0.6 1.8]);
  view (ax, -28, 24);
  set (ax, "xticklabel", {}, "yticklabel", {}, "zticklabel", {}, "ticklength", [0 0]);
  error_of = ae_evaluate (both{i,2}, points).mse;
  set (ax, "fontsize", 6);
  title (ax, sprintf ("%s (error %.4f)", both{i,1}, error_of), "fontweight", "normal");
  printf ("%-22s mean squared error %.5f\n", both{i,1}, error_of);
endfor
print (fig, "lecture-02-manifold.png", "-dpngcairo", "-S800,400");
close (fig);
printf ("\n");
picture ("lecture-02-manifold.png", "the plane and the sheet.");

slide ("3. The dense net, built in two ways");
stack = ae_network (784, {ae_layer("dense", 100, "relu"), ae_layer("dense", 20, "relu", "Name", "code"), ...
                          ae_layer("dense", 100, "relu"), ae_layer("dense", 784, "relu")}, "Seed", 1);
x = ae_input (784);
h1 = ae_layer (x, "dense", 100, "relu");
h2 = ae_layer (h1, "dense", 20, "relu");
h3 = ae_layer (h2, "dense", 100, "relu");
dense = ae_network (x, ae_layer (h3, "dense", 784, "relu"), "Code", h2, "Seed", 1);
printf ("As a stack of layers, and layer by layer, each a function of the one before: the\n");
printf ("same net twice (%s).  Its summary:\n\n", ...
        merge (isequal (ae_parameters (stack), ae_parameters (dense)), "equal weights", "different weights"));
ae_summary (dense)
lecture = {"Optimizer", "rmsprop", "Loss", "mse", "BatchSize", 128, "Seed", 1};
printf ("\nTraining as in the lecture: rmsprop, squared error, batches of 128, %d epochs.\n\n", epochs.dense);
warning ("off", "autoencoder:ae_fit:dead", "local"); # the next slide is about them
[dense, history] = ae_fit (dense, X, lecture{:}, "Epochs", epochs.dense, "ValidationData", T, "Revive", false, ...
                           progress{:});
printf ("Loss of the first, the second and the last epoch: %.4f, %.4f, %.4f\n", history.loss([1 2 end]));
ae_plot_history (history, "Reference", {"PCA 20", a.mse}, "File", "lecture-03-history.png");
ae_plot_reconstruction (S, {"dense", ae_reconstruct(dense, S)}, {"PCA", ae_reconstruct(p, S)}, ...
                        "File", "lecture-04-dense.png");
b = ae_evaluate (dense, T);
printf ("Error of new images: dense %.5f, PCA %.5f: %s wins.\n", b.mse, a.mse, ...
        merge (b.mse < a.mse, "the dense net", "PCA"));
if (b.mse >= a.mse)
  printf (["A net has to find by many small steps what PCA computes, and it has had only %d.\n" ...
           "More images or epochs help it; so do the choices of slide 3b.\n"], ...
          epochs.dense * ceil (size (X, 4) / 128));
endif
printf ("\n");
picture ("lecture-03-history.png", "the loss against the epochs.");
picture ("lecture-04-dense.png", "images, through the net, through PCA.");

slide ("3b. Black pixels, and their cure");
R = reshape (ae_reconstruct (dense, X), 784, []);
D = reshape (X, 784, []);
dead = ! any (R, 2) & mean (D, 2) > 0.01;
printf (["The net's images have black holes: %d of 784 output pixels are 0 for every image,\n" ...
         "though the images are not.  A relu unit whose input is below 0 for every sample\n" ...
         "has the gradient 0 and never learns again.  ae_fit wakes such units by itself;\n" ...
         "\"Revive\", false kept it from that here.  The cure is an output that cannot die.\n" ...
         "The recipe \"dense20\" has one:\n\n"], sum (dead));
ae_recipe ("dense20", "Epochs", epochs.cured)
[cured, options] = ae_recipe ("dense20", "Epochs", epochs.cured, "Seed", 1);
cured = ae_fit (cured, X, options{:}, progress{:});
c = ae_evaluate (cured, T);
R = reshape (ae_reconstruct (cured, X), 784, []);
still = ! any (R, 2) & mean (D, 2) > 0.01;
printf ("\nBlack for good: %d pixels before, %d now.  Error: %.5f before, %.5f now, PCA %.5f.\n\n", ...
        sum (dead), sum (still), b.mse, c.mse, a.mse);
fig = figure ("visible", "off", "position", [100 100 700 380]);
holes = {"lecture's net", dead; "recipe", still};
for i = 1:2
  ax = axes ("parent", fig, "position", [0.03 + 0.49 * (i - 1), 0.04, 0.45, 0.84]);
  pixels = ones (784, 1) * [0.9 0.9 0.9];
  pixels(holes{i,2},:) = repmat ([0.84 0.37 0], sum (holes{i,2}), 1);
  image (ax, reshape (pixels, 28, 28, 3));
  axis (ax, "image");
  set (ax, "xtick", [], "ytick", [], "fontsize", 6);
  title (ax, sprintf ("%s: %d pixels always 0", holes{i,1}, sum (holes{i,2})), "fontweight", "normal");
endfor
print (fig, "lecture-05-dead.png", "-dpngcairo", "-S700,380");
close (fig);
ae_plot_reconstruction (S, {"lecture", ae_reconstruct(dense, S)}, {"recipe", ae_reconstruct(cured, S)}, ...
                        "File", "lecture-06-cured.png");
picture ("lecture-05-dead.png", "where the dead pixels are.");
picture ("lecture-06-cured.png", "images, through the lecture's net, through the recipe's.");

slide ("4. The encoder alone, and t-SNE of its codes");
encoder = ae_encoder (dense);
ae_summary (encoder)
[E, info] = ae_tsne (ae_predict (encoder, T), "Seed", 1);
printf ("\n%d codes of 20 numbers on a map of two: %.1f s.\n\n", columns (E), info.seconds.total);
ae_plot_embedding (E, yt, "Title", "t-SNE of 20-number codes", "File", "lecture-07-tsne.png");
picture ("lecture-07-tsne.png", "a point an image, a colour a class (help ae_load_mnist names them).");
printf ("The net never saw the classes.\n");

slide ("4b. Why not an autoencoder straight to two numbers?");
[two, options] = ae_recipe ("map2", "Epochs", epochs.two, "Seed", 1);
two = ae_fit (two, X, options{:}, progress{:});
F = ae_encode (two, T);
printf (["A code of two numbers is a map already.  But its two numbers must also rebuild the\n" ...
         "image, in %.5f of squared error, so it spends them on brightness and shape, and\n" ...
         "classes lie on top of each other.  t-SNE rebuilds nothing: it only keeps\n" ...
         "neighbours together.  The numbers are below.\n\n"], ae_evaluate (two, T).mse);
ae_plot_embedding (F, yt, "Title", "Two-number autoencoder", "File", "lecture-08-two.png");
picture ("lecture-08-two.png", "the two numbers as a map; compare with lecture-07-tsne.png.");

slide ("4c. Why not t-SNE of all 784 pixels?");
[G, whole] = ae_tsne (T, "Seed", 1);
ae_plot_embedding (G, yt, "Title", "t-SNE of 784 pixels", "File", "lecture-09-pixels.png");
seconds = @(info) sprintf ("%.2f", info.seconds.neighbours);
maps = {"two-number autoencoder", F, "-"; "PCA, two components", ae_encode(ae_pca (X, 2), T), "-"
        "t-SNE of 20 numbers", E, seconds(info); "t-SNE of 784 pixels", G, seconds(whole)};
printf (["All maps are of the same %d images.  Trust, from 0 to 1: are neighbours on the map\n" ...
         "neighbours in the data?  1-NN: how often has the nearest neighbour the same class?\n" ...
         "Search: seconds that t-SNE needs to find the neighbours.\n\n"], columns (E));
printf ("%-24s %7s %7s %9s\n", "map", "trust", "1-NN", "search, s");
scores = zeros (rows (maps), 2);
for i = 1:rows (maps)
  scores(i,:) = [ae_trustworthiness(T, maps{i,2}), ae_knn_accuracy(maps{i,2}, yt, [], [], 1)];
  printf ("%-24s %7.3f %7.3f %9s\n", maps{i,1}, scores(i,:), maps{i,3});
endfor
printf ("\nThe two-number net is a %s map than t-SNE of the codes.  On 784 pixels t-SNE is\n", ...
        merge (all (scores(1,:) < scores(3,:)), "worse", "different"));
printf (["%s than on codes; it costs the search for neighbours among longer vectors,\n" ...
         "a time that grows with the square of the number of images.\n\n"], ...
        merge (scores(4,1) < scores(3,1), "worse", "as good or better"));
picture ("lecture-09-pixels.png", "the map of whole images.");

slide ("5. The convolutional net");
conv = ae_conv ([28 28 1], [8 4 4], "Seed", 1);
ae_summary (conv)
conv = ae_fit (conv, X, lecture{:}, "Epochs", epochs.conv, progress{:});
d = ae_evaluate (conv, T);
printf (["\nError of new images: %.5f with 1,185 weights and a code of 64 numbers; the dense\n" ...
         "net %.5f with 161,804 weights and 20.\n\n"], d.mse, b.mse);
ae_plot_reconstruction (S, {"dense", ae_reconstruct(dense, S)}, {"convolutional", ae_reconstruct(conv, S)}, ...
                        "File", "lecture-10-conv.png");
picture ("lecture-10-conv.png", "images, dense, convolutional.");

slide ("6. Denoising");
printf ("Noisy images in, clean images out: clip (x + 0.5 N(0,1), 0, 1), drawn once.\n\n");
noisy = ae_add_noise (X, "gaussian", 0.5, "Seed", 2);
noisy_test = ae_add_noise (T, "gaussian", 0.5, "Seed", 3);
denoiser = ae_conv ([28 28 1], [32 32], "Seed", 1);
ae_summary (denoiser)
denoiser = ae_fit (denoiser, noisy, X, lecture{:}, "Epochs", epochs.denoise, progress{:});
e = ae_evaluate (denoiser, noisy_test, T);
printf (["\nNew noisy images are %.1f dB from the clean ones, after the net %.1f dB: an error of\n" ...
         "%.5f instead of %.5f (%d epochs).\n\n"], e.psnr_input, e.psnr, e.mse, e.mse_input, epochs.denoise);
some = arrayfun (@(k) find (yt == k, 1), 0:9);
ae_plot_reconstruction (S, {"noisy", noisy_test(:,:,:,some)}, ...
                        {"denoised", ae_predict(denoiser, noisy_test(:,:,:,some))}, "File", "lecture-11-denoise.png");
picture ("lecture-11-denoise.png", "clean, noisy, denoised.");

slide ("7. Summary");
printf (["An autoencoder is an encoder and a decoder: PCA, bent.  Its inputs are original or\n" ...
         "noisy, its targets original.  It serves to reduce dimensions (the code) and to take\n" ...
         "noise away.  Errors of new images:\n\n"]);
printf ("%-16s %12s %6s %10s %8s\n", "model", "parameters", "code", "error", "dB");
models = {"PCA", p, a; "dense", dense, b; "dense, recipe", cured, c; "convolutional", conv, d
          "denoising", denoiser, e};
for i = 1:rows (models)
  if (i == 1)
    count = 784 * 21;
  else
    count = numel (ae_parameters (models{i,2}));
  endif
  printf ("%-16s %12d %6d %10.5f %8.2f\n", models{i,1}, count, numel (ae_encode (models{i,2}, S)) / 10, ...
          models{i,3}.mse, models{i,3}.psnr);
endfor
printf ("(denoising: of noisy images, whose own error is %.5f)\n", e.mse_input);
printf ("\nThe lecture took %.0f s; its pictures, lecture-01 to lecture-11, are in\n%s.\n", toc (started), pwd ());
