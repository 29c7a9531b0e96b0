## A plant's table from a CSV file to codes and back: units of their own, missing
## cells, a text column, the size of the code, cells filled in.
##
## Pictures go to the current folder.  Takes under a minute.  Run it with
## ae_demo ("table").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

printf ("\n1. A chiller's log, as the logger writes it: plant.csv\n\n");
names = {"outdoor, C", "load, kW", "chilled water, l/h", "supply, C", "return, C", "evaporator, Pa", ...
         "condenser, Pa", "power, W", "fan, rpm", "valve, %", "vibration, mm/s"};
n = 1500;
rand ("state", 5);
randn ("state", 5);
season = sin (2 * pi * (1:n) / n);                          # the three causes of everything
outdoor = 18 + 9 * season + 4 * sin (2 * pi * (1:n) / 24) + randn (1, n);
load = max (40, 210 + 14 * (outdoor - 18) + 40 * (sin (2 * pi * (1:n) / 168) > 0) + 15 * randn (1, n));
setpoint = 6 + (rand (1, n) > 0.7) + 0.2 * randn (1, n);
flow = 9000 + 55 * load;
clean = [outdoor; load; flow; setpoint; setpoint + 860 * load ./ flow
         3.3e5 + 9e3 * setpoint - 40 * load; 8.0e5 + 2.2e4 * outdoor + 350 * load
         load .* (180 + 4 * (outdoor - setpoint)); 300 + 2.1 * load + 12 * max(outdoor - 15, 0)
         100 ./ (1 + exp (-(load - 230) / 60)); 1.1 + 2e-6 * load .^ 2];
noise = [0.3 3 120 0.05 0.08 900 4000 700 12 1 0.03]';
table = clean + noise .* randn (size (clean));
D = table;
gone = rand (size (D)) < 0.06;
D(gone) = NaN;
mode = {"day", "night"}(1 + (mod (1:n, 24) < 7));
part = tempname ();
ae_save_table (part, D, names, "Decimal", ",");
lines = strsplit (strtrim (fileread (part)), "\n");
delete (part);
fid = fopen ("plant.csv", "w");
fprintf (fid, "%s;mode\n", lines{1});
fprintf (fid, "%s\n", strcat (lines(2:end), ";", mode){:});
fclose (fid);
puts (fileread ("plant.csv")(1:330));
printf ("...\n\n");
try
  ae_load_table ("plant.csv");
catch err
  printf ("%s\n\n", err.message);
end_try_catch
[D, names] = ae_load_table ("plant.csv", "Text", "omit");
printf ("%d features, %d samples, %.1f %% of the cells missing\n", size (D), 100 * mean (isnan (D(:))));
spread = std (table, 0, 2);
printf ("the features' standard deviations go from %.2g to %.2g\n", min (spread), max (spread));

printf ("\n2. With the units as they are, and scaled by the model itself\n\n");
whole = D(:,! any (isnan (D), 1));
net = ae_fit (ae_dense (11, [8 3], "Seed", 1), whole, "Epochs", 40, "BatchSize", 32, "Seed", 1, "Verbose", 0);
each = 1 - mean (((ae_reconstruct (net, whole) - whole) ./ std (whole, 0, 2)) .^ 2, 2);
printf ("net without a scaling:     explains %5.1f %% of the features' variances on average, %.0f %% of the worst\n", ...
        100 * mean (each), 100 * min (each));
build = @(k) ae_dense (11, [16 k], "Activation", "tanh", "CodeActivation", "linear", "Scale", "zscore", ...
                       "Missing", "mask", "Seed", 1);
adam = {"Optimizer", "adam", "LearnRate", 3e-3, "LearnRateSchedule", "cosine", "BatchSize", 32, "Epochs", 100, ...
        "Seed", 1, "Verbose", 0};
net = ae_fit (build (3), D, adam{:});
p = ae_pca (D, 3, "Scale", "zscore", "Missing", "mask");
printf ("net with \"Scale\", \"zscore\": %5.1f %%, holes and all\n", 100 * ae_evaluate (net, D).explained);
printf ("PCA with it, by EM:        %11.1f %% (%d iterations)\n", 100 * ae_evaluate (p, D).explained, p.em.iterations);

printf ("\n3. How many numbers?\n\n");
ae_code_sizes (D, [1 2 3 4 6], "Builder", build, "Scale", "zscore", "Missing", "mask", "Fit", {"Epochs", 40}, ...
               "Seed", 1, "Verbose", false, "File", "table-sizes.png");

printf ("\n4. Missing cells filled in, against what the sensors had really shown\n\n");
rms = @(R) sqrt (mean ((((R - table) ./ spread)(gone)) .^ 2));
middle = zeros (11, 1);
for f = 1:11
  middle(f) = mean (D(f,! isnan (D(f,:))));
endfor
printf ("%-28s %6s\n", "filled in by", "error in standard deviations");
printf ("%-28s %6.3f\n", "the feature's mean", rms (middle .* ones (1, n)), "PCA, EM", rms (ae_reconstruct (p, D)), ...
        "net", rms (ae_reconstruct (net, D)));
filled = D;
R = ae_reconstruct (p, D);
filled(isnan (D)) = R(isnan (D));
ae_save_table ("plant-filled.csv", filled, names);
some = find (sum (isnan (D), 1) >= 2, 4);
ae_plot_reconstruction (table, {"PCA 3", R}, {"net 3", ae_reconstruct(net, D)}, "Names", names, "Index", some, ...
                        "Title", "Samples with two cells or more missing", "File", "table-filled.png");

printf ("\n5. Codes to a CSV file, and a map of them\n\n");
Z = ae_encode (net, D);
ae_save_table ("plant-codes.csv", [Z; ae_score(net, D)], {"code 1", "code 2", "code 3", "score"});
old = 1:1250;
[E, ~, map] = ae_tsne (Z(:,old), "Seed", 1, "MaxIter", 500, "Verbose", false);
new = 1251:n;
P = ae_encode (map, Z(:,new));
shown = [E, P];
part = [repmat({"first 1250 hours"}, 1, numel (old)), repmat({"new hours"}, 1, numel (new))];
ae_plot_embedding (shown, part, "Title", "New hours on the map of the old ones", "Marks", false, "File", "table-map.png");
printf ("%d new samples were put on a map of %d old ones\n", numel (new), numel (old));

printf ("\nPictures: table-sizes.png, table-filled.png, table-map.png; tables: plant.csv, plant-filled.csv,\n");
printf ("plant-codes.csv in %s.  Try \"robust\" in place of \"zscore\".\n", pwd ());
