## figures (folder): draws the pictures of the manual and of README: the plane
## that PCA lays through a curved surface and the sheet that an autoencoder
## bends along it; images through 20 numbers, and a map of their codes.  Takes
## a minute or two and the images that ae_load_mnist finds.
##
##   octave-cli --eval "addpath tests; package_path (); addpath tools; figures ('doc/figures')"

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function figures (folder)
  surface_picture (folder);
  image_pictures (folder);
endfunction

function surface_picture (folder)
  [X, grid] = arch (1200);
  p = ae_pca (X, 2);
  net = ae_dense (3, [64 32 2], "Activation", "tanh", "CodeActivation", "linear", ...
                  "OutputActivation", "linear", "Seed", 4);
  net = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 4e-3, "LearnRateSchedule", "cosine", ...
                "BatchSize", 40, "Epochs", 250, "Seed", 1, "Verbose", 0);
  fig = figure ("visible", "off", "position", [100 100 1000 360]);
  samples = X(:,1:400);
  panel (fig, 1, samples, [], "samples of two numbers each");
  panel (fig, 2, samples, ae_reconstruct (p, grid), ...
         sprintf ("PCA: a plane (error %.4f)", ae_evaluate (p, X).mse));
  panel (fig, 3, samples, double (ae_reconstruct (net, grid)), ...
         sprintf ("autoencoder: a sheet (%.4f)", ae_evaluate (net, X).mse));
  print (fig, fullfile (folder, "manifold.png"), "-dpngcairo", "-S1000,380");
  close (fig);
endfunction

function image_pictures (folder)
  X = ae_load_mnist ("train");
  [T, y] = ae_load_mnist ("test");
  net = ae_dense (784, [256 20], "Activation", "leakyrelu", "CodeActivation", "linear", ...
                  "OutputActivation", "sigmoid", "Seed", 1);
  net = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 2e-3, "LearnRateSchedule", "cosine", ...
                "Epochs", 10, "Seed", 1);
  p = ae_pca (X, 20);
  some = arrayfun (@(k) find (y == k, 1), 0:9); # one of each class
  S = T(:,:,:,some);
  printf ("error: PCA %.4f, autoencoder %.4f\n", ae_evaluate (p, T).mse, ae_evaluate (net, T).mse);
  ae_plot_reconstruction (S, {"PCA", ae_reconstruct(p, S)}, {"autoencoder", ae_reconstruct(net, S)}, "File", fullfile (folder, "reconstruction.png"));
  few = 1:3000;
  E = ae_tsne (ae_encode (net, T(:,:,:,few)), "Seed", 1);
  ae_plot_embedding (E, y(few), "Size", [800 640], "File", fullfile (folder, "tsne.png"));
endfunction

## Points of two numbers each in space, in the shape of an arch, and a grid of
## the same surface.
function [X, grid] = arch (n)
  bend = @(u, v) [1.2 * sin(1.9 * u(:)'); v(:)'; 1.2 * (1 - cos (1.9 * u(:)'))];
  E = ae_add_noise (zeros (3, n), "gaussian", 0.03, "Clip", [], "Seed", 1);
  k = 1:n;
  X = bend (2 * mod (k * 0.754877666, 1) - 1, 2 * mod (k * 0.569840291, 1) - 1) + E; # spread evenly
  [u, v] = meshgrid (linspace (-1, 1, 21), linspace (-1, 1, 13));
  grid = bend (u, v);
endfunction

function panel (fig, place, X, sheet, words)
  ax = axes ("parent", fig, "position", [0.02 + 0.33 * (place - 1), 0.04, 0.30, 0.84]);
  hold (ax, "on");
  if (! isempty (sheet))
    S = permute (reshape (sheet, 3, 13, 21), [2 3 1]);
    mesh (ax, S(:,:,1), S(:,:,2), S(:,:,3), "edgecolor", [0.84 0.37 0], "linewidth", 1);
  endif
  plot3 (ax, X(1,:), X(2,:), X(3,:), ".", "color", [0 0.45 0.7], "markersize", 5);
  axis (ax, [-1.4 1.4 -1.1 1.1 -0.6 1.8]);
  view (ax, -28, 24);
  set (ax, "xticklabel", {}, "yticklabel", {}, "zticklabel", {}, "ticklength", [0 0], "fontsize", 5.5);
  title (ax, words, "fontweight", "normal");
endfunction
