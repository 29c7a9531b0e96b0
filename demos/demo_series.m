## A signal: a pump's pressure and current, cut into windows; a convolutional net
## learns what a stroke looks like and finds three that are not so.
##
## Pictures go to the current folder.  Takes half a minute.  Run it with
## ae_demo ("series").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

printf ("\n1. A pump's log: pressure in bar and current in ampere, 50 points a second\n\n");
t = (0:5999) / 50;
randn ("state", 3);
rate = 1.1 + 0.05 * sin (2 * pi * t / 37);            # strokes a second, never quite the same
phase = cumsum (rate) / 50;
stroke = max (0, sin (2 * pi * phase)) .^ 1.5;
pressure = 4 + 1.6 * stroke + 0.25 * sin (4 * pi * phase + 0.5) + 0.05 * randn (size (t));
current = 12 + 3.0 * stroke .^ 0.7 - 0.8 * sin (2 * pi * phase + 1) + 0.12 * randn (size (t));
valve = t > 71 & t < 73.5;                            # a valve that leaks: pressure falls too early
pressure(valve) -= 0.9 * stroke(valve) .* (mod (phase(valve), 1) > 0.2);
air = t > 88 & t < 90;                                # air in the line: the pressure trembles
pressure(air) += 0.35 * sin (2 * pi * 9 * t(air));
winding = t > 106 & t < 109;                          # a winding: more current for the same pressure
current(winding) += 1.6 * stroke(winding) .^ 2;
log = [pressure; current];
names = {"leaking valve", "air in the line", "winding"};
told = [71 73.5; 88 90; 106 109];
printf ("%d points; the first minute is in order, three faults are hidden behind it\n", columns (log));

printf ("\n2. Windows of 64 points, and a net that takes them as they are\n\n");
width = 64;
step = 4;
ordinary = t < 60;
W = ae_windows (log(:,ordinary), width, step);
printf ("%d windows of %d points and %d channels\n", size (W, 3), size (W, 1), size (W, 2));
net = ae_network ([width 2], {
  ae_layer("conv1d", 16, 7, "tanh", "Padding", "same"), ae_layer("maxpool1d", 4), ...
  ae_layer("conv1d", 12, 5, "tanh", "Padding", "same"), ae_layer("maxpool1d", 4), ...
  ae_layer("flatten"), ae_layer("dense", 4, "linear", "Name", "code"), ae_layer("dense", 48, "tanh"), ...
  ae_layer("reshape", [4 12]), ae_layer("upsample1d", 4), ae_layer("conv1d", 16, 5, "tanh", "Padding", "same"), ...
  ae_layer("upsample1d", 4), ae_layer("conv1d", 2, 7, "linear", "Padding", "same")}, "Scale", "zscore", "Seed", 1);
ae_summary (net)
net = ae_fit (net, W, "Optimizer", "adam", "LearnRate", 3e-3, "LearnRateSchedule", "cosine", "BatchSize", 32, ...
              "Epochs", 120, "Seed", 1, "Verbose", 0);
r = ae_evaluate (net, W);
printf ("\nfour numbers a window explain %.1f %% of the ordinary minute\n", 100 * r.explained);

printf ("\n3. The whole log, window by window\n\n");
A = ae_windows (log, width, step);
[flag, s, limit] = ae_outliers (net, A, "Train", W, "Share", 0.005);
[~, parts] = ae_score (net, A);
error = ae_windows (double (parts), width, step, "Total", columns (log));
answer = ae_windows (double (ae_reconstruct (net, A)), width, step, "Total", columns (log));
middle = t(1) + ((0:numel (s)-1) * step + width / 2) / 50;
ends = middle + width / 2 / 50;      # when a window is complete
printf ("%-18s %12s %14s\n", "fault", "seconds", "found after, s");
for i = 1:3
  hit = find (flag & ends > told(i,1) & middle < told(i,2) + 0.6, 1);
  found = "-";
  if (! isempty (hit))
    found = sprintf ("%.1f", ends(hit) - told(i,1));
  endif
  printf ("%-18s %5.1f - %5.1f %13s\n", names{i}, told(i,:), found);
endfor
far = true (size (middle));
for i = 1:3
  far &= middle < told(i,1) - 0.7 | middle > told(i,2) + 0.7;
endfor
printf ("false alarms: %d of %d windows away from the faults\n", sum (flag & far & middle > 60), sum (far & middle > 60));

printf ("\n4. Pictures\n");
shown = t >= 66 & t <= 114;
fig = figure ("visible", "off", "position", [100 100 800 640]);
small = {"parent", fig, "fontsize", 8};
labels = {"pressure, bar", "current, A"};
for c = 1:2
  ax = axes (small{:}, "position", [0.11, 0.69 - 0.29 * (c - 1), 0.86, 0.22]);
  hold (ax, "on");
  lo = min (log(c,:)) - 0.2;
  hi = max (log(c,:)) + 0.2;
  for i = 1:3
    patch (ax, told(i,[1 2 2 1]), [lo lo hi hi], [1 0.9 0.75], "edgecolor", "none");
  endfor
  plot (ax, t(shown), log(c,shown), "color", [0.35 0.35 0.35], "linewidth", 1);
  plot (ax, t(shown), answer(c,shown), "color", [0 0.55 0.85], "linewidth", 1);
  axis (ax, [66 114 lo hi]);
  ylabel (ax, labels{c}, "fontsize", 9);
  box (ax, "on");
  if (c == 1)
    title (ax, "grey: the log; blue: the net; shaded: the faults", "fontsize", 9);
  endif
endfor
ax = axes (small{:}, "position", [0.11 0.11 0.86 0.2]);
hold (ax, "on");
plot (ax, middle, s, "color", [0.3 0.3 0.3], "linewidth", 1);
plot (ax, middle(flag), s(flag), "o", "color", [0.84 0.37 0], "markerfacecolor", [0.84 0.37 0], "markersize", 3);
plot (ax, [66 114], limit * [1 1], "--", "color", [0 0.45 0.7], "linewidth", 1.5);
axis (ax, [66, 114, 0, 1.3 * max(s)]);
xlabel (ax, "seconds", "fontsize", 9);
ylabel (ax, "score", "fontsize", 9);
text (78, limit + 0.1 * max (s), "limit", "parent", ax, "color", [0 0.45 0.7], "fontsize", 9);
for i = 1:3
  text (mean (told(i,:)), 1.18 * max (s), names{i}, "parent", ax, "horizontalalignment", "center", "fontsize", 9);
endfor
box (ax, "on");
print (fig, "series-faults.png", "-dpngcairo", "-S800,640");
close (fig);

[~, worst] = max (error(1,:) + error(2,:));
printf ("The oddest moment: %.1f s, %s\n", t(worst), labels{1 + (error(2,worst) > error(1,worst))});
ae_save_table ("series-scores.csv", [middle; s; flag], {"seconds", "score", "flag"});
printf ("\nPictures: series-faults.png; a table: series-scores.csv in %s.\n", pwd ());
printf ("Try a code of 12 instead of 4: what does the net then let through?\n");
