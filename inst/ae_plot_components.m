## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_plot_components (@var{p})
## @deftypefnx {autoencoder} {} ae_plot_components (@var{V})
## @deftypefnx {autoencoder} {@var{fig} =} ae_plot_components (@dots{}, @var{name}, @var{value})
## Show principal components as images.
##
## @var{p} is a model of @code{ae_pca}; below each component stands its share
## of the variance.  A matrix @var{V}, @var{d}-by-@var{k}, shows its columns:
## the loadings of @code{ae_loadings}, say, or the weights of a dense decoder.
##
## Positive elements are red, negative ones blue, zero is white; each
## component is scaled by its own largest element.  Components of colour
## images are shown in grey steps around the middle, one for each channel's
## colour.  Vectors that are not images are drawn as lines over their elements.
##
## Options:
## @table @code
## @item "Count"
## How many components, default 24: the first ones.
## @item "Columns"
## How many in a row, default 8.
## @item "ImageSize"
## @code{[@var{h} @var{w}]} or @code{[@var{h} @var{w} @var{c}]}.  By default
## the model's own image size; a vector whose length is a square number is
## taken as a square image.
## @item "Labels"
## A cell of strings, one for each component shown, instead of its number and
## share.
## @item "Title"
## A line above, by default one that explains the colours; @code{""} for none.
## @item "File"
## Save the picture there (a @file{.png}) and close the figure; then the result
## is @code{[]}.
## @item "Size"
## @code{[@var{width} @var{height}]} in pixels; by default 800 wide and as high
## as the rows ask for.
## @end table
##
## Errors: @code{autoencoder:ae_plot_components:model}, @code{:class},
## @code{:size}, @code{:empty}, @code{:nonfinite}, @code{:value},
## @code{:option}, @code{:file}, @code{:toolkit}.
##
## @example
## @group
## p = ae_pca (cumsum (cumsum (randn (8, 8, 1, 100), 1), 2), 6);
## ae_plot_components (p, "File", "components.png")
## exist ("components.png", "file")
##     @result{} 2
## @end group
## @end example
## @seealso{ae_pca, ae_loadings, ae_plot_codes, ae_plot_filters}
## @end deftypefn

function fig = ae_plot_components (p, varargin)
  fname = "ae_plot_components";
  if (nargin < 1)
    print_usage ();
  endif
  opt = arg_options (fname, varargin, ...
                       [{"Count", 24, "whole >= 1"; "Columns", 8, "whole >= 1"; "ImageSize", [], ""; ...
                         "Labels", {}, ""; "Title", [], "string?"}; plot_options([])]);
  [V, shares, image_size] = take_components (fname, p);
  if (isempty (opt.ImageSize))
    opt.ImageSize = image_size;
  endif
  k = min (opt.Count, columns (V));
  plot_range (fname, "V", V);
  V = double (V(:,1:k));
  labels = captions (fname, k, shares, opt.Labels);
  if (isempty (opt.ImageSize))
    fig = draw_lines (fname, V, labels, opt);
  else
    fig = draw_images (fname, arg_images (fname, "V", V, opt.ImageSize), labels, opt);
  endif
  if (nargout == 0)
    clear fig;
  endif
endfunction

## The matrix, the shares of variance ([] when unknown), the image size ([]:
## no images).
function [V, shares, image_size] = take_components (fname, p)
  shares = image_size = [];
  if (isstruct (p) && isscalar (p) && isfield (p, "kind") && strcmp (p.kind, "pca"))
    model_check (fname, p);
    V = p.components;
    shares = double (p.explained);
    if (numel (p.input_size) == 3)
      image_size = p.input_size(:)';
    endif
  elseif (isstruct (p))
    error (["autoencoder:" fname ":model"], ...
           "%s: p must be a PCA model or a matrix; for a linear network give ae_loadings (net, X)", fname);
  else
    arg_array (fname, "V", p);
    V = p;
    if (ndims (V) != 2)
      error (["autoencoder:" fname ":size"], "%s: V must be d-by-k, got %s", fname, text_describe (V));
    endif
  endif
  side = sqrt (rows (V));
  if (isempty (image_size) && side == fix (side) && side > 2)
    image_size = [side side];
  endif
endfunction

function labels = captions (fname, k, shares, labels)
  if (! (iscellstr (labels) && any (numel (labels) == [0 k])))
    error (["autoencoder:" fname ":value"], "%s: Labels must be a cell of %d strings, got %s", ...
           fname, k, text_describe (labels));
  elseif (isempty (labels) && isempty (shares))
    labels = arrayfun (@(i) sprintf ("%d", i), 1:k, "UniformOutput", false);
  elseif (isempty (labels))
    labels = arrayfun (@(i) sprintf ("%d: %.1f %%", i, 100 * shares(i)), 1:k, "UniformOutput", false);
  endif
endfunction

## Everything is placed in pixels on one white canvas that fills the figure.
function fig = draw_images (fname, images, label, opt)
  [h, w, ~, k] = size (images);
  per_row = min (opt.Columns, k);
  if (ischar (opt.Title))
    heading = opt.Title;
  else
    heading = "red: positive, blue: negative, each scaled by its largest element";
  endif
  above = 14 + 22 * ! isempty (heading);
  rows_needed = ceil (k / per_row);
  if (isempty (opt.Size))
    scale = max (1, min (5, floor ((800 / per_row - 14) / w)));
    opt.Size = [800, min(10000, above + 8 + rows_needed * (scale * h + 28))];
  endif
  fig = plot_figure (fname, opt);
  s = double (opt.Size(:)');
  pitch = [s(1) / per_row, (s(2) - above - 8) / rows_needed];
  scale = max (1, floor (min ((pitch(1) - 10) / w, (pitch(2) - 22) / h)));
  canvas = repmat (uint8 (255), [s(2), s(1), 3]);
  ax = axes ("parent", fig, "units", "normalized", "position", [0 0 1 1]);
  centre = zeros (k, 2);
  for i = 1:k
    at = [mod(i - 1, per_row), floor((i - 1) / per_row)] .* pitch + [0 above];
    tile = repelem (two_colours (images(:,:,:,i)), scale, scale, 1);
    r = round (at(2)) + (1:rows (tile));
    c = round (at(1) + (pitch(1) - columns (tile)) / 2) + (1:columns (tile));
    r(r > s(2)) = [];
    c(c < 1 | c > s(1)) = [];
    canvas(r,c,:) = tile(1:numel (r),1:numel (c),:);
    centre(i,:) = [at(1) + pitch(1) / 2, at(2) + rows(tile) + 10];
  endfor
  image (canvas, "parent", ax);
  axis (ax, [0.5, s(1) + 0.5, 0.5, s(2) + 0.5]);
  axis (ax, "off");
  for i = 1:k
    text (centre(i,1), centre(i,2), label{i}, "parent", ax, "horizontalalignment", "center", ...
          "fontsize", 10, "interpreter", "none");
  endfor
  if (! isempty (heading))
    text (s(1) / 2, 16, heading, "parent", ax, "horizontalalignment", "center", ...
          "fontsize", min (11, 11 * s(1) / (11.5 * numel (heading))), "interpreter", "none");
  endif
  fig = plot_finish (fname, fig, opt);
endfunction

## White at 0, red and blue at the largest size; colour images around grey.
function rgb = two_colours (X)
  X /= max (max (abs (X(:))), realmin);
  if (size (X, 3) == 3)
    rgb = uint8 (127.5 * (1 + X));
    return;
  endif
  up = max (X, 0);
  down = max (-X, 0);
  rgb = uint8 (255 * cat (3, 1 - 0.87 * down, 1 - 0.91 * up - 0.6 * down, 1 - 0.87 * up - 0.33 * down));
endfunction

function fig = draw_lines (fname, V, labels, opt)
  if (isempty (opt.Size))
    opt.Size = [800 500];
  endif
  fig = plot_figure (fname, opt);
  k = min (columns (V), 8);
  ax = axes ("parent", fig, "position", [0.13 0.14 0.7 0.78]);
  colours = plot_colors (k);
  lines = zeros (1, k);
  hold (ax, "on");
  for i = 1:k
    lines(i) = plot (ax, 1:rows (V), V(:,i), "-", "color", colours(i,:), "linewidth", 1.5);
  endfor
  hold (ax, "off");
  if (! (max (abs (V(:))) < 1e30)) # axes cannot hold it
    close (fig);
    error (["autoencoder:" fname ":value"], "%s: the components must lie within 1e30, got %g", fname, max (abs (V(:))));
  endif
  reach = 1.05 * max (max (abs (V(:,1:k)(:))), 1e-30);
  axis (ax, [0.5, rows(V) + 0.5, -reach, reach]);
  grid (ax, "on");
  xlabel (ax, "element");
  ylabel (ax, "weight in the component");
  if (ischar (opt.Title))
    title (ax, opt.Title);
  endif
  legend (ax, lines, labels(1:k), "location", "northeastoutside");
  fig = plot_finish (fname, fig, opt);
endfunction

%!demo
%! ## The first principal components of the shipped images.
%! X = ae_load_mnist ("train", fullfile (fileparts (which ("ae_load_mnist")), "data"));
%! ae_plot_components (ae_pca (X, 16), "Title", "Principal components");

%!shared p, q
%! X = reshape (sin ((1:5*4*30) .^ 2), 5, 4, 1, 30);
%! p = ae_pca (X, 6);
%! q = ae_pca (reshape (X, 20, 30), 3);
%!function check_file (varargin)
%!  file = [tempname() ".png"];
%!  unwind_protect
%!    assert (isempty (ae_plot_components (varargin{:}, "File", file)));
%!    info = imfinfo (file);
%!    assert (info.Width, 800);
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction
%!test # images, fewer of them, a matrix
%! check_file (p);
%! check_file (p, "Count", 3, "Columns", 2, "Title", "three");
%! check_file (rand (16, 5), "Title", "");
%! check_file (rand (12, 5), "ImageSize", [2 2 3]);
%!test # no images: lines
%! check_file (q);
%! check_file (q, "Count", 2, "Labels", {"a", "b"});
%!test # without a file: a figure
%! fig = ae_plot_components (p, "Size", [300 200]);
%! assert (ishghandle (fig));
%! close (fig);
%!error <Invalid call> ae_plot_components ()
%!error <p must be a PCA model or a matrix; for a linear network> ae_plot_components (struct ("kind", "network"))
%!error <damaged> ae_plot_components (rmfield (p, "mean"))
%!error <V must be single or double, got cell> ae_plot_components ({})
%!error <V must be d-by-k> ae_plot_components (ones (2, 2, 2))
%!error <V has 20 rows, but ImageSize needs 9> ae_plot_components (q, "ImageSize", [3 3])
%!error <Count must be a whole number .= 1> ae_plot_components (p, "Count", 0)
%!error <Labels must be a cell of 6 strings, got 1-by-1 cell> ae_plot_components (p, "Labels", {"a"})
%!error <unknown option "Colums".*valid are: Count, Columns> ae_plot_components (p, "Colums", 2)
%!error <there is no folder> ae_plot_components (p, "File", "/no/such/folder/a.png")
%!error id=autoencoder:ae_plot_components:range ae_plot_components (1e-320)
