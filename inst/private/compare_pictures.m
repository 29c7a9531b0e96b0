## files = compare_pictures (fname, r, models, X, T, image_size, opt)
##
## The pictures of ae_compare, written to opt.Folder: rows of reconstructions
## (for images), the error against the code size, and the codes in 2-d side by
## side.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function files = compare_pictures (fname, r, models, X, T, image_size, opt)
  folder = opt.Folder;
  if (! isfolder (folder))
    [done, why] = mkdir (folder);
    if (! done)
      error (["autoencoder:" fname ":file"], "%s: cannot make the folder \"%s\": %s", fname, folder, why);
    endif
  endif
  files = {};
  if (! isempty (image_size))
    files{end+1} = fullfile (folder, "compare-reconstructions.png");
    draw_rows (files{end}, fname, r, models, X, T, image_size, opt);
  endif
  files{end+1} = fullfile (folder, "compare-errors.png");
  draw_errors (fname, files{end}, r);
  if (opt.Embed)
    files{end+1} = fullfile (folder, "compare-embeddings.png");
    draw_embeddings (fname, files{end}, r, models, X, opt);
  endif
endfunction

## The first ten samples, one of each class where labels tell.
function draw_rows (file, fname, r, models, X, T, image_size, opt)
  n = min (10, columns (X));
  i = 1:n;
  if (! isempty (opt.Labels))
    [~, one_each] = unique (opt.Labels, "first");
    i = [one_each(:)', setdiff(1:columns (X), one_each)](1:n);
  endif
  as_image = @(Y) reshape (double (Y), [image_size, n]);
  listed = {};
  if (r.has_target)
    listed = {{"input", as_image(X(:,i))}};
  endif
  for m = r.models(:)'
    listed{end+1} = {m.name, as_image(model_apply (fname, "reconstruct", models.(m.name), X(:,i)))};
  endfor
  ae_plot_reconstruction (as_image (T(:,i)), listed{:}, "Range", [0 opt.Peak], "File", file);
endfunction

## PCA's curve over all sizes, and each model at its own size.
function draw_errors (fname, file, r)
  fig = plot_figure (fname, struct ("File", file, "Size", [800 560]));
  ax = axes ("parent", fig, "position", [0.14 0.13 0.8 0.78]);
  codes = [r.models.code];
  mse = [r.models.mse];
  last = min (r.pca.k(end), max (4 * max (codes), 16));
  shown = r.pca.k >= 1 & r.pca.k <= last & r.pca.mse > 1e-4 * r.pca.mse(1);
  lines = loglog (ax, r.pca.k(shown), r.pca.mse(shown), "-", "color", [0.45 0.45 0.45], "linewidth", 2);
  hold (ax, "on");
  labels = {"PCA of every size"};
  marks = "osd^vp";
  colours = plot_colors (numel (codes));
  for j = 1:numel (codes)
    lines(end+1) = loglog (ax, codes(j), max (mse(j), realmin), marks(1 + mod (j - 1, 6)), "color", colours(j,:), ...
                           "markerfacecolor", colours(j,:), "markersize", 9);
    labels{end+1} = r.models(j).name;
  endfor
  hold (ax, "off");
  all_mse = [r.pca.mse(shown), mse(mse > 0)];
  axis (ax, [0.8 * min([1 codes]), 1.25 * max([last codes]), 0.7 * min(all_mse), 1.4 * max(all_mse)]);
  ## Powers of ten alone are too few marks on such a short axis.
  set (ax, "xtick", nice_marks (xlim (ax)), "ytick", nice_marks (ylim (ax)), "xminortick", "off", "yminortick", "off");
  set (ax, "xticklabel", mark_text (get (ax, "xtick")), "yticklabel", mark_text (get (ax, "ytick")));
  grid (ax, "on");
  set (ax, "xminorgrid", "off", "yminorgrid", "off");
  xlabel (ax, "numbers in the code");
  ylabel (ax, "mean squared error");
  title (ax, "Error against code size");
  set (legend (ax, lines, labels, "location", "southwest"), "interpreter", "none");
  plot_finish (fname, fig, struct ("File", file, "Size", [800 560]));
endfunction

function v = nice_marks (limits)
  decades = floor (log10 (limits(1))):ceil (log10 (limits(2)));
  v = ([1; 2; 5] * 10 .^ decades)(:)';
  v = v(v >= limits(1) & v <= limits(2));
endfunction

function t = mark_text (v)
  t = arrayfun (@(x) sprintf ("%g", x), v, "UniformOutput", false);
endfunction

## One picture an embedding, then put together, three in a row.
function draw_embeddings (fname, file, r, models, X, opt)
  most = min ([columns(X), opt.MaxSamples, 3000]);
  i = unique (round (linspace (1, columns (X), most)));
  part = [tempname() ".png"];
  tiles = {};
  unwind_protect
    for m = r.models(:)'
      Z = reshape (model_apply (fname, "encode", models.(m.name), X(:,i)), [], numel (i));
      [E, how] = in_two (Z);
      if (isempty (E))
        continue;
      endif
      heading = sprintf ("%s: %s", m.name, how);
      if (isempty (opt.Labels))
        ae_plot_embedding (E, "Title", heading, "File", part, "Size", [600 520]);
      else
        ae_plot_embedding (E, opt.Labels(i), "Title", heading, "File", part, "Size", [600 520]);
      endif
      tiles{end+1} = imread (part);
    endfor
  unwind_protect_cleanup
    if (exist (part, "file"))
      [~] = unlink (part);
    endif
  end_unwind_protect
  imwrite (together (tiles), file);
endfunction

## 2-d codes as they are, larger ones through t-SNE.
function [E, how] = in_two (Z)
  E = [];
  how = "";
  if (rows (Z) == 2)
    E = Z;
    how = "its 2-d code";
  elseif (columns (Z) >= 16 && any (std (Z, 0, 2) > 0))
    E = ae_tsne (Z, "Seed", 1, "Perplexity", min (30, (columns (Z) - 1) / 3));
    how = sprintf ("t-SNE of its %d-d code", rows (Z));
  endif
endfunction

function G = together (tiles)
  G = repmat (uint8 (255), [520 600 3]);
  per_row = min (3, ceil (sqrt (numel (tiles))));
  for j = 1:numel (tiles)
    t = tiles{j};
    if (ndims (t) == 2)
      t = repmat (t, [1 1 3]);
    endif
    r = floor ((j - 1) / per_row) * rows (t);
    c = mod (j - 1, per_row) * columns (t);
    if (r + rows (t) > rows (G) || c + columns (t) > columns (G))
      grown = repmat (uint8 (255), [max(rows (G), r + rows (t)), max(columns (G), c + columns (t)), 3]);
      grown(1:rows (G),1:columns (G),:) = G;
      G = grown;
    endif
    G(r+1:r+rows (t),c+1:c+columns (t),:) = t;
  endfor
endfunction
