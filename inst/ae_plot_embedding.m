## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_plot_embedding (@var{E})
## @deftypefnx {autoencoder} {} ae_plot_embedding (@var{E}, @var{y})
## @deftypefnx {autoencoder} {@var{fig} =} ae_plot_embedding (@var{E}, @var{y}, @var{name}, @var{value}, @dots{})
## Draw a map of samples, a colour for each label.
##
## @var{E} is 2-by-@var{n} or 3-by-@var{n}: places of samples, such as
## @code{ae_tsne} or a code of two units gives.  @var{y} are @var{n} labels
## (numbers, logicals, or a cell of strings; at most 40 different ones); without
## them or with @code{[]} all points have one colour.  The ten colours suit most
## people with a colour deficiency; from the eleventh label on they are repeated
## with another marker.  On a flat map each label is also written in the middle
## of its points.
##
## @var{fig} is the figure's handle.
##
## Options:
## @table @code
## @item "Names"
## A cell of strings for the legend, one for each label in sorted order.  By
## default the labels themselves.
## @item "Images"
## The samples' images, @var{h}-by-@var{w}-by-@var{c}-by-@var{n} in [0, 1] with 1
## or 3 channels: as many as fit are drawn at their places, those of one channel
## in the colour of their label.  Flat maps only.
## @item "ImageSize"
## The height of such an image as a share of the map's, default 0.03.
## @item "MarkerSize"
## Of the points, at most 1000; default 4, or 6 for at most 1000 points.
## @item "Marks"
## false leaves out the labels written on the map; default true.
## @item "Title"
## A title above, default none.
## @item "File"
## Save the picture there (a .png, or another kind that @code{print} knows) and
## close the figure; then the result is @code{[]}.  Needs no display.
## @item "Size"
## Width and height in pixels, default [800 600].
## @end table
##
## Errors: @code{autoencoder:ae_plot_embedding:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}, @code{:file}, @code{:range},
## @code{:toolkit}.
##
## @example
## @group
## E = [randn(2, 50), 6 + randn(2, 50)];
## y = [zeros(1, 50), ones(1, 50)];
## ae_plot_embedding (E, y, "Names", @{"cats", "dogs"@}, "File", "map.png")
## exist ("map.png", "file")
##     @result{} 2
## @end group
## @end example
## @seealso{ae_tsne, ae_plot_codes, ae_plot_reconstruction}
## @end deftypefn

function fig = ae_plot_embedding (E, y = [], varargin)
  fname = "ae_plot_embedding";
  if (nargin < 1)
    print_usage ();
  endif
  if (ischar (y))
    varargin = [{y}, varargin];
    y = [];
  endif
  opt = arg_options (fname, varargin, [{"Names", {}, ""; "Images", [], ""; ...
    "ImageSize", 0.03, "number > 0"; "MarkerSize", [], "number > 0?"; "Marks", true, "flag"; ...
    "Title", "", "string"}; plot_options()]);
  arg_array (fname, "E", E);
  if (! (ndims (E) == 2 && any (rows (E) == [2 3])))
    error ("autoencoder:ae_plot_embedding:size", ...
           "%s: E must be 2-by-n or 3-by-n, got %s; samples are columns", fname, text_describe (E));
  endif
  plot_range (fname, "E", E);
  E = double (E);
  [code, names] = find_labels (fname, y, columns (E), opt.Names);
  if (! isempty (opt.Images))
    opt.Images = check_images (fname, opt.Images, E);
    if (opt.ImageSize > 0.5)
      error ("autoencoder:ae_plot_embedding:value", "%s: ImageSize must be at most 0.5, got %g", ...
             fname, opt.ImageSize);
    endif
  endif
  if (! isempty (opt.MarkerSize) && opt.MarkerSize > 1000)
    error ("autoencoder:ae_plot_embedding:value", "%s: MarkerSize must be at most 1000, got %g", fname, opt.MarkerSize);
  endif
  if (isempty (opt.MarkerSize))
    opt.MarkerSize = 4 + 2 * (columns (E) <= 1000);
  endif
  fig = plot_figure (fname, opt);
  panel = 0;
  if (! isempty (names))
    panel = key (fig, names, opt.Size);
  endif
  deep = 0.05 * (rows (E) == 3);
  place = [0.08 + deep, 0.07 + deep, 0.89 - deep - panel, 0.89 - deep - 0.07 * ! isempty(opt.Title)];
  ax = axes ("parent", fig, "position", place);
  draw (ax, E, code, names, opt);
  fig = plot_finish (fname, fig, opt);
  if (nargout == 0)
    clear fig;
  endif
endfunction

## code: 1-by-n, which label a sample has; names: of the labels, {} for none.
function [code, names] = find_labels (fname, y, n, names)
  if (isempty (y))
    code = ones (1, n);
    labels = {};
  else
    arg_labels (fname, "y", y, n);
    [labels, ~, code] = unique (y(:));
    code = code(:)';
    if (! iscell (labels))
      labels = arrayfun (@(v) sprintf ("%g", v), double (labels), "UniformOutput", false);
    endif
  endif
  if (numel (labels) > 40)
    error (["autoencoder:" fname ":value"], "%s: y must have at most 40 different labels, got %d", ...
           fname, numel (labels));
  elseif (! iscellstr (names))
    error (["autoencoder:" fname ":class"], "%s: Names must be a cell of strings, got %s", ...
           fname, text_describe (names));
  elseif (! isempty (names) && numel (names) != numel (labels))
    error (["autoencoder:" fname ":size"], "%s: Names must have one string a label: %d, got %d", ...
           fname, numel (labels), numel (names));
  elseif (isempty (names))
    names = labels;
  endif
endfunction

function I = check_images (fname, I, E)
  arg_array (fname, "Images", I);
  if (! (size (I, 4) == columns (E) && any (size (I, 3) == [1 3])))
    error (["autoencoder:" fname ":size"], ...
           "%s: Images must be h-by-w-by-1-by-%d or h-by-w-by-3-by-%d, got %s", ...
           fname, columns (E), columns (E), text_describe (I));
  elseif (rows (E) != 2)
    error (["autoencoder:" fname ":value"], "%s: Images needs a flat map, E has %d rows", fname, rows (E));
  endif
  I = min (max (double (I), 0), 1);
endfunction

function draw (ax, E, code, names, opt)
  count = max (code);
  colors = plot_colors (count);
  flat = rows (E) == 2;
  dots = 1 + 1.5 * ! strcmp (get (get (ax, "parent"), "__graphics_toolkit__"), "gnuplot"); # those of Octave's windows are small
  hold (ax, "on");
  if (! isempty (opt.Images))
    paint (ax, E, code, colors, opt);
  else
    for k = 1:count
      P = E(:,code == k);
      [marker, bigger] = marker_of (k);
      if (marker == ".")
        bigger *= dots;
      endif
      style = {marker, "color", colors(k,:), "markersize", bigger * opt.MarkerSize};
      if (flat)
        plot (ax, P(1,:), P(2,:), style{:});
      else
        plot3 (ax, P(1,:), P(2,:), P(3,:), style{:});
      endif
    endfor
  endif
  frame (ax, E, flat, 0.04 + 0.5 * opt.ImageSize * ! isempty (opt.Images));
  if (opt.Marks && flat && ! isempty (names))
    mark_groups (ax, E, code, names);
  endif
  if (! isempty (opt.Title))
    title (ax, opt.Title, "interpreter", "none");
  endif
  hold (ax, "off");
endfunction

## Each label near the middle of its group, but apart from the others, and with a
## white rim, so that it can be read on points of any colour.
function mark_groups (ax, E, code, names)
  at = zeros (2, numel (names));
  for k = 1:numel (names)
    at(:,k) = median (E(:,code == k), 2);
  endfor
  span = max (max (E, [], 2) - min (E, [], 2));
  at = moved_apart (at, span * [0.035; 0.05]);
  style = {"parent", ax, "fontweight", "bold", "interpreter", "none", "horizontalalignment", "center"};
  for k = 1:numel (names)
    for angle = 0:pi/4:7*pi/4
      text (at(1,k) + 0.005 * span * cos (angle), at(2,k) + 0.005 * span * sin (angle), names{k}, ...
            "color", [1 1 1], style{:});
    endfor
    text (at(1,k), at(2,k), names{k}, style{:});
  endfor
endfunction

## Places moved until no two are nearer than apart (2-by-1) in both directions.
function at = moved_apart (at, apart)
  for round = 1:50
    moved = false;
    for i = 2:columns (at)
      for j = 1:i-1
        gap = (at(:,i) - at(:,j)) ./ apart;
        if (all (abs (gap) < 1))
          gap += (gap == 0) .* [0.1; 0.2];
          push = gap / norm (gap) * 0.55 .* apart;
          at(:,[i j]) += [push, -push] / 2;
          moved = true;
        endif
      endfor
    endfor
    if (! moved)
      return;
    endif
  endfor
endfunction

function [marker, bigger] = marker_of (k)
  [marker, bigger] = {".", 1; "x", 1.2; "+", 1.2; "o", 1}{ceil (k / 10),:};
endfunction

## The legend, drawn as axes of its own along the right edge, because gnuplot's
## shows points as small as the map's and cuts long names.  Returns its width.
function wide = key (fig, names, size)
  count = numel (names);
  longest = max (cellfun (@(t) numel (unicode_idx (t)), names));
  per_column = max (1, min (count, floor (size(2) * 0.86 / 24)));
  each = 34 + 10 * longest;                    # pixels
  wide = min (0.5, (each * ceil (count / per_column) + 4) / size(1));
  each = wide * size(1) / ceil (count / per_column);
  high = min (0.92, per_column * 30 / size(2));
  ax = axes ("parent", fig, "position", [0.985 - wide, 0.5 - high / 2, wide, high], "visible", "off");
  hold (ax, "on");
  colors = plot_colors (count);
  for k = 1:count
    x = each * floor ((k - 1) / per_column);
    y = -mod (k - 1, per_column);
    marker = marker_of (k);
    plot (ax, x + 12, y, marker, "color", colors(k,:), "markersize", [8, 26](1 + (marker == ".")));
    text (x + 26, y, names{k}, "parent", ax, "interpreter", "none");
  endfor
  axis (ax, [0, wide * size(1), -per_column + 0.5, 0.5]);
  axis (ax, "off");
  hold (ax, "off");
endfunction

## Limits around the points; margin is a share of the longer side.  A flat map is
## drawn in a square, so that maps of any shape have the same size side by side.
function frame (ax, E, flat, margin)
  lo = min (E, [], 2);
  hi = max (E, [], 2);
  margin *= max (max (hi - lo), 100 * eps (max (abs (E(:)))) + realmin ());
  if (flat)
    half = max (hi - lo) / 2;
    [lo, hi] = deal ((lo + hi) / 2 - half, (lo + hi) / 2 + half);
  endif
  limits = [lo - margin, hi + margin];
  axis (ax, limits'(:)');
  box (ax, "on");
  if (flat)
    axis (ax, "equal");
    axis (ax, limits'(:)');
  else
    grid (ax, "on");
    view (ax, -37.5, 30);
  endif
endfunction

## One picture of the whole map, as gnuplot is slow on hundreds of small ones:
## every sample a dot, and over them the images that do not hide one another.
function paint (ax, E, code, colors, opt)
  lo = min (E, [], 2);
  span = max (max (E, [], 2) - lo);
  span += (span == 0);
  [h, w, ~, n] = size (opt.Images);
  scale = max (h, w) / opt.ImageSize;          # pixels along the map
  while (scale > 4000)
    opt.Images = opt.Images(1:2:end,1:2:end,:,:);
    [h, w, ~, n] = size (opt.Images);
    scale = max (h, w) / opt.ImageSize;
  endwhile
  at = round ((E - lo) / span * scale) + 1;
  high = max (at(2,:)) + h;
  wide = max (at(1,:)) + w;
  canvas = ones (high * wide, 3);
  dot = 0:max (1, round (scale / 500));
  for i = dot
    for j = dot
      place = (at(1,:) + j + floor (w / 2) - 1) * high + at(2,:) + i + floor (h / 2);
      canvas(place,:) = 0.45 * colors(code,:) + 0.55;
    endfor
  endfor
  canvas = reshape (canvas, high, wide, 3);
  taken = false (high, wide);
  for i = 1:n
    r = at(2,i) + (0:h-1);
    c = at(1,i) + (0:w-1);
    if (any (taken([r(1) r(end)],[c(1) c(end)])(:)))
      continue;
    endif
    taken(r,c) = true;
    canvas(r,c,:) = tint (opt.Images(end:-1:1,:,:,i), colors(code(i),:));
  endfor
  x = lo(1) + ([1, wide] - 1 - w / 2) / scale * span;
  y = lo(2) + ([1, high] - 1 - h / 2) / scale * span;
  image (ax, x, y, canvas);
  set (ax, "ydir", "normal");
endfunction

function T = tint (I, color)
  if (size (I, 3) == 3)
    T = I;
    return;
  endif
  T = 1 - I .* (1 - reshape (color, 1, 1, 3));
endfunction

%!demo
%! ## Two principal components of the shipped images, a colour for each class.
%! [X, y] = ae_load_mnist ("train", fullfile (fileparts (which ("ae_load_mnist")), "data"));
%! ae_plot_embedding (ae_encode (ae_pca (X, 2), X), y, "Title", "Two principal components");

%!function [size_of, used] = drawn (varargin)
%!  file = [tempname() ".png"];
%!  unwind_protect
%!    handle = ae_plot_embedding (varargin{:}, "File", file);
%!    assert (handle, []);
%!    I = imread (file);
%!    size_of = size (I);
%!    used = unique (reshape (I, [], 3), "rows");
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction
%!shared E, y, ten
%! E = [cos(1:60); sin((1:60) .^ 2)] * 30;
%! y = mod (1:60, 12);
%! ten = uint8 ([0 0 235; 89 166 51; 204 89 235; 30 18 18; 166 204 235; ...
%!               89 51 0; 0 235 166; 89 0 128; 128 235 0; 128 89 128]);
%!testif ; any (strcmp ("gnuplot", available_graphics_toolkits ()))
%! [s, used] = drawn (E, y, "Size", [700 500]);
%! assert (s, [500 700 3]);
%! assert (all (ismember (ten, used, "rows")));
%!testif ; any (strcmp ("gnuplot", available_graphics_toolkits ()))
%! [s, used] = drawn ([E; E(1,:)], mod (y, 3));
%! assert (s, [600 800 3]);
%! assert (ismember (ten, used, "rows"), (1:10)' <= 3);
%!testif ; any (strcmp ("gnuplot", available_graphics_toolkits ()))
%! [~, used] = drawn (E);
%! assert (ismember (ten, used, "rows"), (1:10)' <= 1);
%! [~, used] = drawn (E, {"b", "a"}(1 + (y > 5)), "Names", {"x_1", "y"}, "Title", "a_b", "Marks", false);
%! assert (ismember (ten, used, "rows"), (1:10)' <= 2);
%!testif ; any (strcmp ("gnuplot", available_graphics_toolkits ()))
%! [~, used] = drawn (E, y > 5, "Images", ones (4, 5, 1, 60), "ImageSize", 0.1);
%! assert (all (ismember (ten(1:2,:), used, "rows")));
%! [~, used] = drawn (E, y > 5, "Images", repmat (reshape ([0 1 0], 1, 1, 3), [4 4 1 60]), "ImageSize", 0.1);
%! assert (ismember (uint8 ([0 255 0]), used, "rows"));
%!testif ; any (strcmp ("gnuplot", available_graphics_toolkits ()))
%! visible = get (0, "defaultfigurevisible");
%! unwind_protect
%!   set (0, "defaultfigurevisible", "off");
%!   fig = ae_plot_embedding (single (E), single (y), "MarkerSize", 9);
%!   assert (isfigure (fig));
%!   close (fig);
%! unwind_protect_cleanup
%!   set (0, "defaultfigurevisible", visible);
%! end_unwind_protect
%!testif ; any (strcmp ("gnuplot", available_graphics_toolkits ())) # one point, points in one place
%! assert (drawn ([1; 2], 1), [600 800 3]);
%! assert (drawn (ones (2, 3), 1:3, "Images", rand (3, 3, 1, 3)), [600 800 3]);
%!error <MarkerSize must be at most 1000, got 1e\+308> ae_plot_embedding (rand (2, 12), [], "MarkerSize", 1e308)
%!error <E must lie within \+-1e100 and not closer together than 1e-100 to be drawn, got .0, 1e\+300.> ae_plot_embedding ([0 1e300; 1 2])
%!error <Invalid call> ae_plot_embedding ()
%!error <E must be 2-by-n or 3-by-n, got 60-by-2 double; samples are columns> ae_plot_embedding (E')
%!error <E must be finite> ae_plot_embedding ([1 NaN; 2 3])
%!error <y must have one label a sample: 60, got 3> ae_plot_embedding (E, 1:3)
%!error <y must have at most 40 different labels, got 60> ae_plot_embedding (E, 1:60)
%!error <y must be numbers, logicals or a cell of strings> ae_plot_embedding (E, {1, 2})
%!error <Names must have one string a label: 12, got 2> ae_plot_embedding (E, y, "Names", {"a", "b"})
%!error <Names must be a cell of strings, got 3> ae_plot_embedding (E, y, "Names", 3)
%!error <Images must be h-by-w-by-1-by-60 or h-by-w-by-3-by-60, got 2-by-2 double> ...
%!  ae_plot_embedding (E, y, "Images", ones (2, 2))
%!error <Images needs a flat map, E has 3 rows> ...
%!  ae_plot_embedding ([E; E(1,:)], y, "Images", ones (2, 2, 1, 60))
%!error <ImageSize must be at most 0.5, got 2> ...
%!  ae_plot_embedding (E, y, "Images", ones (2, 2, 1, 60), "ImageSize", 2)
%!error <MarkerSize must be a finite number> ae_plot_embedding (E, y, "MarkerSize", 0)
%!error <Marks must be true or false> ae_plot_embedding (E, y, "Marks", "no")
%!error <unknown option "Colour".*valid are: Names, Images> ae_plot_embedding (E, y, "Colour", 1)
%!error <Size must be \[width height\]> ae_plot_embedding (E, y, "Size", 3)
%!error <there is no folder> ae_plot_embedding (E, y, "File", "/nowhere/at/all.png")
