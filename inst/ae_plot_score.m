## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_plot_score (@var{m}, @var{X})
## @deftypefnx {autoencoder} {@var{fig} =} ae_plot_score (@var{m}, @var{X}, @var{name}, @var{value}, @dots{})
## Show where samples are odd: an anomaly map of images, a heat map of a table's features.
##
## @var{m} is a network or a PCA model, @var{X} holds samples, as for
## @code{ae_score}.  The samples with the highest scores are shown, the highest
## first.
##
## Images (of 5-by-5 pixels or more, grey or in colour) stand in three rows: the
## sample, what the model makes of it, and its squared error pixel by pixel, from
## white for none to dark red for the largest of all that are shown.  Above each
## is its number and its score.
##
## Of vectors the features that miss most are shown, a row each, a column a sample:
## the feature's part of the score as a number and a colour; parts below 0.2 % of
## the largest stand empty.
##
## Options:
## @table @code
## @item "Count"
## How many samples, default 8.
## @item "Index"
## Which samples: their numbers, in place of @code{"Count"}.
## @item "Names"
## A cell of @var{d} strings: the features' names, by default @code{"x1"},
## @code{"x2"}, @dots{}
## @item "Features"
## How many features at most, default 12.
## @item "Title"
## A line above, default none.
## @item "File"
## Save the picture there and close the figure; then the result is @code{[]}.
## @item "Size"
## @code{[@var{width} @var{height}]} in pixels; by default as large as needed.
## @end table
##
## @var{fig} is the figure's handle.
##
## Errors: @code{autoencoder:ae_plot_score:model}, @code{:size}, @code{:class},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}, @code{:file},
## @code{:toolkit}.
##
## @example
## @group
## D = rand (4, 50);
## D(3,17) = 4;
## p = ae_pca (D, 2, "Scale", "zscore");
## file = fullfile (tempdir (), "odd.png");
## ae_plot_score (p, D, "Names", @{"flow", "level", "pressure", "speed"@}, "File", file)
## @end group
## @end example
## @seealso{ae_score, ae_outliers, ae_plot_reconstruction}
## @end deftypefn

function fig = ae_plot_score (m, X, varargin)
  fname = "ae_plot_score";
  if (nargin < 2)
    print_usage ();
  endif
  opt = arg_options (fname, varargin, [{"Count", 8, "whole >= 1"; "Index", [], ""; "Names", {}, ""; ...
                                        "Features", 12, "whole >= 1"; "Title", "", "string"}; plot_options([])]);
  input_size = model_sizes (fname, m);
  scale_require (fname, m);
  D = arg_samples (fname, "X", X, input_size, class (X), scale_owner (m));
  try
    [s, parts] = ae_score (m, D);
  catch err
    text_reraise (fname, err);
  end_try_catch
  index = choose (fname, opt, s);
  shape = image_shape (X, input_size, rows (D));
  if (isempty (shape))
    names = check_names (fname, opt.Names, rows (D));
    fig = draw_table (fname, parts(:,index), s(index), index, names, opt);
  else
    fig = draw_images (fname, m, D(:,index), parts(:,index), s(index), index, shape, opt);
  endif
  if (nargout == 0)
    clear fig;
  endif
endfunction

function index = choose (fname, opt, s)
  index = opt.Index;
  if (isempty (index))
    [~, order] = sort (s, "descend");
    index = order(1:min (opt.Count, numel (s)));
  elseif (! (isnumeric (index) && isreal (index) && isvector (index) && all (index >= 1 & index <= numel (s))
             && all (index == fix (index))))
    error (["autoencoder:" fname ":value"], "%s: Index must hold sample numbers from 1 to %d, got %s", ...
           fname, numel (s), text_describe (index));
  endif
  if (numel (index) > 40)
    error (["autoencoder:" fname ":value"], "%s: at most 40 samples fit into a picture, got %d", fname, numel (index));
  endif
endfunction

## [h w c] of samples that can be drawn as images, else [].
function shape = image_shape (X, input_size, d)
  shape = [];
  if (numel (input_size) == 3)
    shape = input_size;
  elseif (ndims (X) == 4 || rows (X) != d)
    shape = [size(X, 1), size(X, 2), size(X, 3)];
  endif
  if (! isempty (shape) && (min (shape(1:2)) < 5 || ! any (shape(3) == [1 3])))
    shape = [];
  endif
endfunction

function names = check_names (fname, names, d)
  if (isempty (names))
    names = arrayfun (@(i) sprintf ("x%d", i), 1:d, "UniformOutput", false);
  elseif (! iscellstr (names) || numel (names) != d)
    error (["autoencoder:" fname ":size"], "%s: Names must be a cell of %d strings, one a feature, got %s", ...
           fname, d, text_describe (names));
  endif
endfunction

## White, by way of orange, to dark red: lightness falls all the way, so that
## the order is seen in grey and by everybody.
function C = heat (v)
  stops = [1 1 1; 0.99 0.83 0.62; 0.99 0.55 0.35; 0.84 0.19 0.12; 0.5 0 0];
  v = min (max (double (v(:)), 0), 1);
  C = interp1 (linspace (0, 1, rows (stops)), stops, v);
endfunction

function fig = draw_images (fname, m, D, parts, s, index, shape, opt)
  k = numel (index);
  top = scale_peak (m);
  as_images = @(A) min (max (reshape (double (A), [shape k]), 0), 1);
  originals = as_images (double (D) / top);
  originals(isnan (originals)) = 0.5;
  answers = as_images (reshape (double (model_apply (fname, "reconstruct", m, D)), [], k) / top);
  errors = reshape (sum (reshape (double (parts), [shape k]), 3), [], 1);
  errors = permute (reshape (heat (errors / max ([max(errors), realmin()])), [shape(1:2), k, 3]), [1 2 4 3]);
  if (shape(3) == 1)
    originals = repmat (originals, [1 1 3 1]);
    answers = repmat (answers, [1 1 3 1]);
  endif
  zoom = max (1, round (floor (680 / k) / shape(2)));
  zoom = min (zoom, max (1, round (120 / shape(2))));
  G = ae_image_grid (cat (4, originals, answers, errors), "Columns", k, "Gap", 1, "Scale", zoom);
  labels = {"sample", "model", "error"};
  each = rows (G) / 3;
  fig = draw (fname, G, labels, each * ((1:3) - 0.5), index, s, opt);
endfunction

function fig = draw_table (fname, parts, s, index, names, opt)
  parts = double (parts);
  [~, order] = sort (max (parts, [], 2), "descend");
  order = order(1:min (opt.Features, numel (order)));
  parts = parts(order,:);
  [r, k] = size (parts);
  height = 30;
  width = 64;
  C = reshape (heat (parts / max ([parts(:); realmin()])), [r k 3]);
  G = uint8 (255 * C(ceil ((1:r * height) / height),ceil ((1:k * width) / width),:));
  opt = opt_with_size (opt, G, names(order));
  [fig, ax] = draw (fname, G, names(order), height * ((1:r) - 0.5), index, s, opt, true);
  for i = 1:r
    for j = 1:k
      text ((j - 0.5) * width, (i - 0.5) * height, number_text (parts(i,j), max (parts(:))), "parent", ax, "fontsize", letters (opt), ...
            "horizontalalignment", "center", "color", [1 1 1] * (parts(i,j) > 0.6 * max (parts(:))));
    endfor
  endfor
  fig = plot_finish (fname, fig, opt);
endfunction

## Two digits; nothing for what is nothing beside the largest.
function t = number_text (v, top)
  t = "";
  if (v >= 0.002 * top)
    t = sprintf ("%.2g", v);
  endif
endfunction

function opt = opt_with_size (opt, G, labels)
  if (isempty (opt.Size))
    opt.Size = [margin(labels) + columns(G) + 20, rows(G) + 70 + 24 * ! isempty(opt.Title)];
    opt.Size = max (opt.Size, [260 120]);
  endif
endfunction

## In points; gnuplot's letters grow with the picture beyond 800 pixels.
function size = letters (opt)
  size = 9 * min (1, 800 / opt.Size(1));
endfunction

function left = margin (labels)
  left = 24 + 10 * max (cellfun (@numel, labels));
endfunction

## G with labels at its left, at heights y, and sample numbers and scores above.
function [fig, ax] = draw (fname, G, labels, y, index, s, opt, open = false)
  opt = opt_with_size (opt, G, labels);
  fig = plot_figure (fname, opt);
  [ax, scale] = plot_image (fig, G, opt, margin (labels), 50 + 24 * ! isempty (opt.Title));
  small = {"parent", ax, "interpreter", "none", "fontsize", letters(opt)};
  for i = 1:numel (labels)
    text (-6 / scale, y(i), labels{i}, small{:}, "horizontalalignment", "right");
  endfor
  k = numel (index);
  for j = 1:k
    text ((j - 0.5) * columns (G) / k, -26 / scale, sprintf ("no. %d", index(j)), small{:}, "horizontalalignment", "center");
    text ((j - 0.5) * columns (G) / k, -11 / scale, sprintf ("%.3g", s(j)), small{:}, "horizontalalignment", "center", ...
          "fontweight", "bold");
  endfor
  if (! isempty (opt.Title))
    text (columns (G) / 2, -52 / scale, opt.Title, "parent", ax, "interpreter", "none", "fontsize", 12, ...
          "fontweight", "bold", "horizontalalignment", "center");
  endif
  if (! open)
    fig = plot_finish (fname, fig, opt);
  endif
endfunction

%!function info = picture (varargin)
%!  file = [tempname() ".png"];
%!  unwind_protect
%!    h = ae_plot_score (varargin{:}, "File", file);
%!    assert (h, []);
%!    info = imfinfo (file);
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction
%!function [X, p] = table ()
%!  X = sin (reshape (1:240, 4, 60) .^ 2);
%!  X(3,17) = 9;
%!  p = ae_pca (X, 2, "Scale", "zscore");
%!endfunction

%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # a table: the highest scores first, names, size
%! [X, p] = table ();
%! fig = ae_plot_score (p, X, "Names", {"a", "b", "c", "d"}, "Count", 3, "Features", 2);
%! unwind_protect
%!   shown = get (findobj (fig, "type", "text"), "string");
%!   [~, order] = sort (ae_score (p, X), "descend");
%!   assert (order(1), 17);
%!   for i = 1:3
%!     assert (any (strcmp (shown, sprintf ("no. %d", order(i)))));
%!   endfor
%!   [~, parts] = ae_score (p, X(:,order(1:3)));
%!   [~, top] = max (max (parts, [], 2));
%!   assert (any (strcmp (shown, "abcd"(top))));
%!   assert (sum (ismember (shown, {"a", "b", "c", "d"})), 2);
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%! assert (picture (p, X, "Size", [500 300], "Title", "t").Width, 500);
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # images: rows of sample, answer and error
%! I = single (rand (6, 6, 1, 20)) / 4;
%! p = ae_pca (I, 3);
%! I(2,5,1,4) = 1;
%! fig = ae_plot_score (p, I, "Index", [4 2]);
%! unwind_protect
%!   G = get (findobj (fig, "type", "image"), "cdata");
%!   z = columns (G) / 15;
%!   g = double (G(ceil (z / 2):z:end,ceil (z / 2):z:end,:));
%!   assert (g(2:7,2:7,1), round (255 * double (I(:,:,1,4))), 1);
%!   assert (squeeze (g(14+3,1+5,:))', [128 0 0], 1); # the odd pixel, darkest of all
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%! assert (picture (p, I).Width > 300);
%! c = ae_dense ([6 6 3], 2, "Scale", "bytes", "Seed", 1);
%! assert (picture (c, uint8 (255 * rand (6, 6, 3, 4))).Width > 300);
%!error <Invalid call> ae_plot_score (1)
%!error <the model must come from> ae_plot_score (1, 2)
%!error <ae_plot_score: X must be 4-by-n, got 3-by-1> [X, p] = table (); ae_plot_score (p, ones (3, 1))
%!error <Index must hold sample numbers from 1 to 60, got 61> [X, p] = table (); ae_plot_score (p, X, "Index", 61)
%!error <at most 40 samples> [X, p] = table (); ae_plot_score (p, X, "Count", 41)
%!error <Names must be a cell of 4 strings, one a feature, got 1-by-1 cell> [X, p] = table (); ae_plot_score (p, X, "Names", {"a"})
%!error <unknown option "Nmes"> [X, p] = table (); ae_plot_score (p, X, "Nmes", {"a"})

%!demo
%! ## Twenty sensors that hang together, two of which fail once.
%! D = randn (20, 3) * randn (3, 300) + 0.2 * randn (20, 300);
%! D(7,33) = 9;
%! D(2,100) = -7;
%! ae_plot_score (ae_pca (D, 3, "Scale", "zscore"), D);
