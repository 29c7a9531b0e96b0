## Outliers: motors at the end of a line that pass every single limit and are
## faulty all the same, and goods that were put on the wrong shelf.
##
## Pictures go to the current folder.  Takes under a minute.  Run it with
## ae_demo ("outliers").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

printf ("\n1. Two thousand motors, nine measurements each; 40 of them have a fault\n\n");
names = {"voltage", "current", "speed", "torque", "winding temp.", "bearing temp.", "vibration", "noise", "resistance"};
n = 2000;
randn ("state", 11);
rand ("state", 11);
volts = 230 + 4 * randn (1, n);
torque = 5 + 0.8 * randn (1, n);
wear = 0.3 * abs (randn (1, n));
speed = 2900 - 45 * torque + 6 * (volts - 230);
current = (torque .* speed * 2 * pi / 60 + 130) ./ (0.86 * volts);
winding = 45 + 2.4 * current .^ 2;
bearing = 40 + 9 * wear + 0.006 * speed;
D = [volts; current; speed; torque; winding; bearing; 0.8 + 0.9 * wear; 58 + 3 * wear + 0.002 * speed; ...
     2.1 * (1 + 0.004 * (winding - 45))];
D += [0.5 0.03 6 0.04 0.6 0.5 0.04 0.3 0.006]' .* randn (9, n);
faulty = false (1, n);
faulty(randperm (n, 40)) = true;
kind = repmat ({"none"}, 1, n);
list = find (faulty);
for i = 1:40
  j = list(i);
  if (mod (i, 2))                      # a winding that shorts: warm, and too little resistance for that
    kind{j} = "winding";
    D(5,j) += 7;
    D(9,j) -= 0.13;
  else                                 # a bearing: it vibrates more than its noise tells
    kind{j} = "bearing";
    D(6,j) += 2;
    D(7,j) += 0.45;
  endif
endfor
z = abs (D - mean (D, 2)) ./ std (D, 0, 2);
single = any (z > 3, 1);
ordinary = D(:,1:1000)(:,! faulty(1:1000));  # the first thousand, gone through by hand
p = ae_pca (ordinary, 4, "Scale", "zscore");
net = ae_dense (9, [16 4], "Activation", "tanh", "CodeActivation", "linear", "Scale", "zscore", "Seed", 1);
net = ae_fit (net, ordinary, "Optimizer", "adam", "LearnRate", 3e-3, "LearnRateSchedule", "cosine", "BatchSize", 32, ...
              "Epochs", 150, "Seed", 1, "Verbose", 0);
late = 1001:n;
flags = {"each measurement within 3 sigma", single(late)
         "PCA of 4 numbers", ae_outliers(p, D(:,late), "Train", ordinary)
         "net of 4 numbers", ae_outliers(net, D(:,late), "Train", ordinary)};
printf ("Of the second thousand, %d are faulty:\n\n%-34s %14s %14s\n", sum (faulty(late)), "test", "faults found", "false alarms");
for i = 1:rows (flags)
  f = flags{i,2};
  printf ("%-34s %8d of %d %14d\n", flags{i,1}, sum (f & faulty(late)), sum (faulty(late)), sum (f & ! faulty(late)));
endfor
[flag, s, limit] = ae_outliers (net, D(:,late), "Train", ordinary);
fig = figure ("visible", "off", "position", [100 100 800 480]);
ax = axes ("parent", fig, "position", [0.11 0.19 0.86 0.68], "fontsize", 9);
hold (ax, "on");
marks = {"none", [0.6 0.6 0.6], "o", 4; "winding", [0.84 0.37 0], "^", 7; "bearing", [0 0.45 0.7], "s", 7};
for i = 1:3
  j = find (strcmp (kind(late), marks{i,1}));
  lines(i) = semilogy (ax, late(j), max (s(j), 1e-3), marks{i,3}, "color", marks{i,2}, "markerfacecolor", marks{i,2}, ...
                       "markersize", marks{i,4});
endfor
lines(4) = semilogy (ax, [1000 2000], limit * [1 1], "k--", "linewidth", 1.5);
set (ax, "yscale", "log", "ytick", [0.1 1 10], "yticklabel", {"0.1", "1", "10"});
axis (ax, [990, 2010, 0.8 * min(s), 80 * max(s)]);
legend (ax, lines, {"in order", "winding", "bearing", "limit"}, "location", "northeast", "orientation", "horizontal");
xlabel (ax, "motor", "fontsize", 10);
ylabel (ax, "score", "fontsize", 10);
title (ax, "The second thousand motors", "fontsize", 10);
box (ax, "on");
print (fig, "outliers-scores.png", "-dpngcairo", "-S800,480");
close (fig);
ae_plot_score (net, D(:,late), "Names", names, "Count", 10, "Title", "Which measurement makes a motor odd", ...
               "File", "outliers-features.png");
ae_save_table ("outliers.csv", [late; s; flag], {"motor", "score", "flag"});

printf ("\n2. A shelf of one kind of goods, with others among them\n\n");
[X, y] = ae_load_mnist ("train");
[T, yt] = ae_load_mnist ("test");
goods = X(:,:,:,y == 1);
own = find (yt == 1)(1:min (95, end)); # the small sample has 50
shelf = T(:,:,:,[own, find(yt == 8)(1:5)]);
odd = [false(size (own)), true(1, 5)];
goods = goods(:,:,:,1:min (2000, end));
epochs = ceil (30000 / size (goods, 4));
conv = ae_conv ([28 28 1], [8 4 2], "OutputActivation", "sigmoid", "Seed", 1);
conv = ae_fit (conv, goods, "Optimizer", "adam", "LearnRate", 3e-3, "Epochs", epochs, "Seed", 1, "Verbose", 0);
[flag, s] = ae_outliers (conv, shelf, "Train", goods, "Share", 0.02);
printf ("a convolutional net of %d pictures: %d of %d strangers found, %d false alarms among %d\n", size (goods, 4), ...
        sum (flag & odd), sum (odd), sum (flag & ! odd), sum (! odd));
ae_plot_score (conv, shelf, "Count", 8, "Title", "The oddest on the shelf, and where", "File", "outliers-images.png");

printf ("\nPictures: outliers-scores.png, outliers-features.png, outliers-images.png; a table: outliers.csv\n");
printf ("in %s.  Try \"Share\", 0.05: how many more faults, how many more false alarms?\n", pwd ());
