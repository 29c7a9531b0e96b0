## compare_html (fname, file, r)
##
## The page of ae_compare: table, words and the pictures of r.files inside, as
## one file that needs no other.  It appears whole or not at all.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function compare_html (fname, file, r)
  page = [head_of(), "<h1>Comparison of ", sprintf("%d", numel (r.models)), " models</h1>\n", ...
          sprintf("<p>Judged by %d samples of %d numbers.</p>\n", r.n, r.d), ...
          table_of(compare_cells (r)), "<ul>\n", ...
          sprintf("<li>%s</li>\n", cellfun (@escape, r.words, "UniformOutput", false){:}), "</ul>\n", ...
          legend_of(r), cellfun(@picture_of, r.files, "UniformOutput", false){:}, "</body>\n</html>\n"];
  folder = fileparts (file);
  if (isempty (folder))
    folder = pwd ();
  endif
  part = tempname (folder);
  [fid, why] = fopen (part, "w");
  if (fid < 0)
    error (["autoencoder:" fname ":file"], "%s: cannot write Html \"%s\": %s", fname, file, why);
  endif
  written = fwrite (fid, page);
  closed = fclose (fid);
  failed = written != numel (page) || closed != 0;
  why = "the disk may be full";
  if (! failed)
    [failed, why] = rename (part, file);
  endif
  if (failed)
    [~] = unlink (part);
    error (["autoencoder:" fname ":file"], "%s: cannot write Html \"%s\": %s", fname, file, why);
  endif
endfunction

function text = head_of ()
  text = strjoin ({
    "<!DOCTYPE html>"
    "<html lang=\"en\">"
    "<head>"
    "<meta charset=\"utf-8\">"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
    "<title>Comparison of reducers</title>"
    "<style>"
    "body { font: 16px/1.5 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; color: #222; }"
    "table { border-collapse: collapse; display: block; overflow-x: auto; }"
    "th, td { padding: 0.3em 0.7em; text-align: right; border-bottom: 1px solid #ccc; }"
    "th:first-child, td:first-child { text-align: left; }"
    "img { max-width: 100%; }"
    "dl { font-size: 0.9em; } dt { font-weight: bold; float: left; clear: left; width: 5.5em; } dd { margin-left: 6em; }"
    "</style>"
    "</head>"
    "<body>"
    ""}, "\n");
endfunction

function text = table_of (cells)
  text = "<table>\n";
  for i = 1:rows (cells)
    tag = {"td", "th"}{1 + (i == 1)};
    row = cellfun (@(c) sprintf ("<%s>%s</%s>", tag, escape (c), tag), cells(i,:), "UniformOutput", false);
    text = [text, "<tr>", row{:}, "</tr>\n"];
  endfor
  text = [text, "</table>\n"];
endfunction

function text = legend_of (r)
  meaning = {
    "Code", "how many numbers a sample becomes";
    "Params", "weights and biases; for PCA components and mean";
    "Fit s", "seconds that fitting the model took";
    "MSE, SSE", "squared error: mean over every element; summed over a sample";
    "dB", "peak signal-to-noise ratio, 10 log10 (peak^2 / MSE) decibels: 3 more is half the error";
    "SSIM", "structural similarity of images: 1 is equal, 0 has nothing in common";
    "Expl.", "explained variance, 1 - SSE/SST";
    "=PCs", "the smallest number of principal components with as small an MSE";
    sprintf("%d-NN", r.neighbours), "share of samples whose label most of the nearest other codes have";
    "Trust", "trustworthiness: whether neighbours among the codes are neighbours in the data"};
  rows_of = cellfun (@(t, d) sprintf ("<dt>%s</dt><dd>%s</dd>\n", escape (t), escape (d)), ...
                     meaning(:,1), meaning(:,2), "UniformOutput", false);
  text = ["<dl>\n", rows_of{:}, "</dl>\n"];
endfunction

function text = picture_of (file)
  titles = {"compare-reconstructions", "Reconstructions"; "compare-errors", "Error against code size"; ...
            "compare-embeddings", "Codes in two dimensions"};
  [~, name] = fileparts (file);
  heading = titles{strcmp (name, titles(:,1)),2};
  fid = fopen (file, "r");
  bytes = fread (fid, Inf, "*uint8");
  fclose (fid);
  text = sprintf ("<h2>%s</h2>\n<p><img alt=\"%s\" src=\"data:image/png;base64,%s\"></p>\n", ...
                  heading, heading, strrep (base64_encode (bytes), "\n", ""));
endfunction

function t = escape (t)
  t = strrep (strrep (strrep (t, "&", "&amp;"), "<", "&lt;"), ">", "&gt;");
endfunction
