## PCA, the linear reducer: components, explained variance, reconstructions
## against the code size, and how a linear autoencoder finds the same subspace.
##
## Pictures go to the current folder.  Run it with
## ae_demo ("pca").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
T = ae_load_mnist ("test");

printf ("\n1. PCA of %d images of %d-by-%d pixels\n\n", size (X, 4), size (X, 1), size (X, 2));
started = tic ();
p = ae_pca (X, 64);
printf ("64 components in %.2f s\n\n", toc (started));
ae_summary (p)
ae_plot_components (p, "Count", 24, "File", "pca-components.png");

printf ("\n2. How many components hold how much\n\n");
for share = [0.5 0.8 0.9 0.95]
  q = ae_pca (X, share);
  printf ("%3.0f %% of the variance: %3d components\n", 100 * share, columns (q.components));
endfor

printf ("\n3. Reconstructions against the code size\n\n");
printf ("%4s  %-10s %-10s %-10s\n", "k", "MSE train", "MSE test", "explained");
rows_shown = {};
sizes = [2 5 10 20 30 64];
errors = zeros (2, numel (sizes));
for i = 1:numel (sizes)
  q = ae_pca (X, sizes(i));
  a = ae_evaluate (q, reshape (X, [], size (X, 4)));
  b = ae_evaluate (q, reshape (T, [], size (T, 4)));
  errors(:,i) = [a.mse; b.mse];
  printf ("%4d  %-10.6f %-10.6f %5.1f %%\n", sizes(i), a.mse, b.mse, 100 * b.explained);
  rows_shown(end+1:end+2) = {sprintf("k = %d", sizes(i)), ae_reconstruct(q, T(:,:,:,1:10))};
endfor
ae_plot_reconstruction (T(:,:,:,1:10), rows_shown, "File", "pca-reconstruction.png");
ae_plot_codes (ae_pca (X, 2), "Title", "What two components decode to", "File", "pca-codes.png");

fig = figure ("visible", "off", "position", [100 100 800 500]);
ax = axes ("parent", fig, "position", [0.14 0.2 0.8 0.66], "fontsize", 10);
plot (ax, 1:64, 100 * cumsum (double (p.explained)), "-", "linewidth", 2, "color", [0.12 0.47 0.71]);
hold (ax, "on");
for share = [80 90]
  plot (ax, [0 65], [share share], "--", "color", [0.4 0.4 0.4]);
  text (1, share + 3, sprintf ("%d %%", share), "parent", ax);
endfor
hold (ax, "off");
axis (ax, [0 65 0 100]);
grid (ax, "on");
xlabel (ax, "components");
ylabel (ax, "cumulative, %");
title (ax, "Variance explained by the first k components");
print (fig, "pca-explained.png", "-dpngcairo", "-S800,500");
close (fig);

printf ("\n4. The bridge: a linear autoencoder finds PCA's subspace\n\n");
k = 5;
D = reshape (X, [], size (X, 4));
q = ae_pca (D, k);
least = ae_evaluate (q, D).mse;
D -= q.mean;
net = ae_network (rows (D), {ae_layer("dense", k, "linear", "Name", "code"), ...
                             ae_layer("dense", rows (D), "linear")}, "Seed", 1);
printf ("%6s  %-10s %-10s  %s\n", "epochs", "MSE", "PCA's", "principal angles in degrees");
done = 0;
long = ceil (min (30000 / columns (D), 40)); # fewer samples make fewer steps an epoch
for more = long * [1 2 3 6]
  net = ae_fit (net, D, "Optimizer", "adam", "LearnRate", 2e-3 / (1 + done / long), "Epochs", more, "Seed", done, ...
                "Verbose", 0);
  done += more;
  angles = 180 / pi * ae_principal_angles (net.layers(end).W, q.components);
  printf ("%6d  %-10.6f %-10.6f  %s\n", done, ae_evaluate (net, D).mse, ...
          least, sprintf ("%6.2f", angles));
endfor
[V, variances] = ae_loadings (net, D);
printf ("\nThe decoder's columns are another basis of that subspace.  Its loadings\n");
printf ("(singular vectors of decoder times codes' spread) are PCA's components:\n\n");
printf ("%9s  %-22s %s\n", "component", "variance, PCA's", "angle between the two in degrees");
for i = 1:k
  printf ("%9d  %8.4f, %8.4f     %6.2f\n", i, variances(i), q.variances(i), ...
          180 / pi * ae_principal_angles (V(:,i), q.components(:,i)));
endfor
both = reshape ([q.components, V, net.layers(end).W], [], 3 * k);
names = [arrayfun(@(i) sprintf ("PCA %d", i), 1:k, "UniformOutput", false), ...
         arrayfun(@(i) sprintf ("loading %d", i), 1:k, "UniformOutput", false), ...
         arrayfun(@(i) sprintf ("raw column %d", i), 1:k, "UniformOutput", false)];
ae_plot_components (both, "ImageSize", [size(X, 1) size(X, 2)], "Columns", k, "Labels", names, ...
                    "Title", "PCA and a linear autoencoder: its loadings and its decoder's raw columns", ...
                    "File", "pca-bridge.png");

printf ("\nPictures: pca-components.png, pca-explained.png, pca-reconstruction.png, pca-codes.png,\n");
printf ("pca-bridge.png in %s.  Try k = 10 in part 4, or \"Whiten\", true in part 1.\n", pwd ());
