## text = results_table (folder, kind)
##
## The table of models from results.csv in that folder, for kind "markdown"
## (RESULTS.md) or "texinfo" (the manual): means and standard deviations over seeds.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = results_table (folder, kind)
  head = {"net", "images", "epochs", "seeds", "squared error on test images", "further figures", ...
          "PCA, as many numbers", "asked for", "seconds"};
  lines = cell (0, numel (head));
  rows = results_rows ();
  runs = results_runs (fullfile (folder, "results.csv"));
  for row = rows
    for set = row.sets
      here = runs(strcmp ({runs.row}, row.name) & strcmp ({runs.data}, set{1}));
      for epochs = unique ([here.epochs])
        lines(end+1,:) = cells_of (row, set{1}, here([here.epochs] == epochs), runs);
      endfor
    endfor
  endfor
  text = struct ("markdown", @markdown, "texinfo", @texinfo).(kind) (head, lines);
  text = [text, missing_seeds(rows, runs)];
endfunction

function line = cells_of (row, set, runs, all_runs)
  further = {};
  for name = {"second", "third"}
    values = [runs.(name{1})];
    if (! isempty (row.(name{1})) && ! any (isnan (values)))
      further{end+1} = sprintf ("%s: %s", row.(name{1}), spread (values, "%.4g"));
    endif
  endfor
  beside = all_runs(strcmp ({all_runs.row}, sprintf ("pca-%d", row.code)) & strcmp ({all_runs.data}, set));
  pca = "";
  if (! isempty (beside))
    pca = sprintf ("%.5f", beside.mse);
  endif
  line = {row.label, struct("mnist", "MNIST", "fashion", "Fashion-MNIST").(set), sprintf("%d", runs(1).epochs), ...
          sprintf("%d", numel (runs)), spread([runs.mse], "%.5f"), strjoin(further, "; "), pca, row.goal, ...
          sprintf("%.0f", median ([runs.seconds]))};
endfunction

## Mean and standard deviation
function text = spread (values, form)
  text = sprintf (form, mean (values));
  if (numel (values) > 1)
    text = sprintf (["%s +- " form], text, std (values));
  endif
endfunction

function text = markdown (head, lines)
  text = [line_of(head), "|", repmat("---|", 1, numel (head)), "\n"];
  for i = 1:size (lines, 1)
    text = [text, line_of(lines(i,:))];
  endfor
endfunction

function text = line_of (cells)
  text = ["| ", strjoin(cells, " | "), " |\n"];
endfunction

## An item for each net: nine columns are more than a page of print is wide.
function text = texinfo (head, lines)
  text = "@table @asis\n";
  for i = 1:size (lines, 1)
    [label, set, epochs, seeds, mse, further, pca, goal, seconds] = lines{i,:};
    text = [text, sprintf("@item %s, %s\n@strong{%s}", label, set, mse)];
    if (! isempty (pca))
      text = [text, sprintf("; PCA with as many numbers: %s", pca)];
    endif
    if (! isempty (further))
      text = [text, "; ", further];
    endif
    if (! isempty (goal))
      text = [text, sprintf("; asked for: %s", goal)];
    endif
    if (! strcmp (epochs, "0"))
      text = [text, sprintf("; %s epochs, %s seeds, %s s", epochs, seeds, seconds)];
    endif
    text = [text, ".\n"];
  endfor
  text = [text, "@end table\n"];
endfunction

## Which rows do not have five seeds yet.
function text = missing_seeds (rows, runs)
  missing = {};
  for row = rows
    for set = row.sets
      have = sum (strcmp ({runs.row}, row.name) & strcmp ({runs.data}, set{1}) & [runs.epochs] == row.epochs);
      wanted = 5 - 4 * (row.epochs == 0);
      if (have < wanted)
        missing{end+1} = sprintf ("%s on %s: %d of %d", row.label, set{1}, have, wanted);
      endif
    endfor
  endfor
  text = "";
  if (! isempty (missing))
    text = ["\nSeeds that are still missing: ", strjoin(missing, "; "), ".\n"];
  endif
endfunction
