## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_plot_reconstruction (@var{T}, @{@var{label}, @var{R}@}, @dots{})
## @deftypefnx {autoencoder} {@var{fig} =} ae_plot_reconstruction (@dots{}, @var{name}, @var{value})
## Show images over their reconstructions, a row for each model, or vectors as lines.
##
## @var{T} holds the originals, @var{h}-by-@var{w}-by-@var{c}-by-@var{n} with
## @var{c} = 1 (grey) or 3 (colour), or @var{d}-by-@var{n} for square images or
## with @code{"ImageSize"}.  Each further cell names one or more arrays of the
## same images, as in @code{@{"pca", R1, "dense", R2@}}; they may be vectors or
## images, whatever @code{ae_reconstruct} gave.  Noisy inputs are such a row
## too: @code{@{"noisy", N@}, @{"denoised", R@}}.  Bytes (uint8) are shown as they are.
##
## Other vectors, and those of which @code{"Names"} names the features, are drawn as
## lines, a panel a sample: features one below the other, each within the range
## that it has in @var{T}; more than 30 without names along the x axis, in their
## units.  Missing values leave a gap.
##
## Options:
## @table @code
## @item "Count"
## How many samples, default 10 images or 4 vectors: the first ones.
## @item "Index"
## Which images: sample numbers, instead of @code{"Count"}.
## @item "Original"
## Label of the first row, default @code{"original"}.
## @item "Title"
## A line above, default none.
## @item "Range"
## @code{[@var{lo} @var{hi}]}: the values shown black and white, default
## @code{[0 1]}, for bytes @code{[0 255]}.
## @item "Names"
## A cell of @var{d} strings: the names of features, which are drawn as lines.
## @item "ImageSize"
## @code{[@var{h} @var{w}]} or @code{[@var{h} @var{w} @var{c}]}, for vectors.
## @item "File"
## Save the picture there (a @file{.png}, or another kind that @code{print}
## knows) and close the figure; then the result is @code{[]}.
## @item "Size"
## @code{[@var{width} @var{height}]} in pixels; by default 800 wide and as high
## as the rows ask for.
## @end table
##
## @var{fig} is the figure's handle.  Without a display the figure is
## invisible: use @code{"File"} or @code{print}.
##
## Errors: @code{autoencoder:ae_plot_reconstruction:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option},
## @code{:file}, @code{:toolkit}.
##
## @example
## @group
## X = cumsum (cumsum (randn (8, 8, 1, 60), 1), 2);
## p = ae_pca (X, 3);
## ae_plot_reconstruction (X(:,:,:,1:5), @{"PCA 3", ae_reconstruct(p, X(:,:,:,1:5))@}, ...
##                         "File", "reconstruction.png")
## exist ("reconstruction.png", "file")
##     @result{} 2
## @end group
## @end example
## @seealso{ae_reconstruct, ae_image_grid, ae_plot_history, ae_compare}
## @end deftypefn

function fig = ae_plot_reconstruction (T, varargin)
  fname = "ae_plot_reconstruction";
  given = cellfun (@iscell, varargin);
  first = find (! given, 1);
  if (isempty (first))
    first = numel (varargin) + 1;
  endif
  if (nargin < 2)
    print_usage ();
  elseif (first == 1)
    error ("autoencoder:ae_plot_reconstruction:class", ...
           "%s: T must be followed by cells {label, R}, got %s", fname, text_describe (varargin{1}));
  endif
  pairs = [cellfun(@(c) c(:)', varargin(1:first-1), "UniformOutput", false){:}];
  opt = arg_options (fname, varargin(first:end), ...
                       [{"Count", [], "whole >= 1?"; "Index", [], ""; "Original", "original", "string"; ...
                         "Title", "", "string"; "Range", [], "shown range?"; "ImageSize", [], ""; "Names", {}, ""}; plot_options([])]);
  if (are_vectors (T, opt))
    fig = draw_vectors (fname, T, pairs, opt);
    if (nargout == 0)
      clear fig;
    endif
    return;
  endif
  arg_array (fname, "T", T, true);
  if (isempty (opt.Range))
    opt.Range = [0, 1 + 254 * isinteger(T)];
  endif
  if (isinteger (T))
    T = double (T);
  endif
  images = arg_images (fname, "T", T, opt.ImageSize);
  n = size (images, 4);
  index = choose_index (opt, n);
  labels = {opt.Original};
  stack = images(:,:,:,index);
  [labels, stack] = add_rows (labels, stack, pairs, size (images), index);
  ## Pictures of 28 pixels are drawn larger here than gnuplot would blur them.
  k = numel (index);
  cell_pixels = min (100, floor (640 / k));
  G = ae_image_grid (stack, "Columns", k, "Range", opt.Range, "Gap", 1, ...
                     "Scale", max (1, round (cell_pixels / size (images, 2))));
  opt.Size = picture_size (opt, size (G), labels);
  fig = draw (fname, G, labels, opt);
  if (nargout == 0)
    clear fig;
  endif
endfunction

## A matrix that is no image, nor a row of square ones.
function yes = are_vectors (T, opt)
  d = rows (T);
  square = d > 1 && sqrt (d) == fix (sqrt (d));
  yes = ndims (T) == 2 && isempty (opt.ImageSize) && (! isempty (opt.Names) || ! (square || d == columns (T))) ...
        && ! isempty (T);
endfunction

function fig = draw_vectors (fname, T, pairs, opt)
  arg_array (fname, "T", T, true, true);
  [d, n] = size (T);
  if (! isempty (opt.Names) && ! (iscellstr (opt.Names) && numel (opt.Names) == d))
    error ("autoencoder:ae_plot_reconstruction:size", ...
           "ae_plot_reconstruction: Names must be a cell of %d strings, one a feature, got %s", d, text_describe (opt.Names));
  endif
  if (isempty (opt.Count))
    opt.Count = 4;
  endif
  index = choose_index (opt, n);
  check_pairs (pairs);
  for i = 1:2:numel (pairs)
    label = arg_value (fname, "a label", pairs{i}, "string");
    arg_array (fname, ["\"" label "\""], pairs{i+1}, true, true);
    if (numel (pairs{i+1}) != d * n)
      error ("autoencoder:ae_plot_reconstruction:size", ...
             "ae_plot_reconstruction: \"%s\" must have the %d samples of %d numbers that T has, got %s", label, n, d, ...
             text_describe (pairs{i+1}));
    endif
    pairs{i+1} = reshape (pairs{i+1}, d, n);
  endfor
  fig = plot_vectors (fname, double (T), [{opt.Original, T}, pairs], index, opt.Names(:)', opt);
endfunction

function check_pairs (pairs)
  if (isempty (pairs) || mod (numel (pairs), 2) != 0)
    error ("autoencoder:ae_plot_reconstruction:value", ...
           "ae_plot_reconstruction: reconstructions must come as {label, array, ...}, got %d elements", numel (pairs));
  endif
endfunction

function index = choose_index (opt, n)
  index = opt.Index;
  if (isempty (index))
    index = 1:min ([opt.Count, 10](1), n);
  elseif (! (isnumeric (index) && isreal (index) && isvector (index) && all (index >= 1 & index <= n)
             && all (index == fix (index))))
    error ("autoencoder:ae_plot_reconstruction:value", ...
           "ae_plot_reconstruction: Index must hold sample numbers from 1 to %d, got %s", ...
           n, text_describe (index));
  endif
  if (numel (index) > 100)
    error ("autoencoder:ae_plot_reconstruction:value", ...
           "ae_plot_reconstruction: at most 100 images fit into a row, got %d", numel (index));
  endif
endfunction

function [labels, stack] = add_rows (labels, stack, pairs, s, index)
  fname = "ae_plot_reconstruction";
  s(end+1:4) = 1;
  check_pairs (pairs);
  for i = 1:2:numel (pairs)
    label = arg_value (fname, "a label", pairs{i}, "string");
    R = pairs{i+1};
    arg_array (fname, ["\"" label "\""], R, true);
    if (isinteger (R))
      R = double (R);
    endif
    if (numel (R) != prod (s))
      error (["autoencoder:" fname ":size"], ...
             "%s: \"%s\" must have the %d images of %d-by-%d-by-%d that T has, got %s", ...
             fname, label, s(4), s(1), s(2), s(3), text_describe (R));
    endif
    R = reshape (R, s);
    stack = cat (4, stack, R(:,:,:,index));
    labels{end+1} = label;
  endfor
endfunction

## Margins in pixels: left for the labels, above for the title.  In files letters grow
## with the picture's width; they are as in a window where that is 800.
function [left, above] = margins (opt, labels)
  scale = 1;
  if (! isempty (opt.Size) && ! isempty (opt.File))
    scale = double (opt.Size(1)) / 800;
  endif
  left = scale * (24 + 11 * max (cellfun (@numel, labels)));
  above = 10 + scale * 28 * ! isempty (opt.Title);
endfunction

function s = picture_size (opt, g, labels)
  s = opt.Size;
  if (isempty (s) && isnumeric (s))
    [left, above] = margins (opt, labels);
    width = max (200, 800 - left - 10);
    s = [left + width + 10, min(max (ceil (width * g(1) / g(2)) + above + 10, 60), 10000)];
  endif
endfunction

function fig = draw (fname, G, labels, opt)
  fig = plot_figure (fname, opt);
  [left, above] = margins (opt, labels);
  [ax, scale] = plot_image (fig, G, opt, left, above);
  each = rows (G) / numel (labels);
  label_size = 11 * min (1, opt.Size(1) / 2 / left); # labels have half of the picture at most
  for i = 1:numel (labels)
    text (-6 / scale, (i - 0.5) * each + 0.5, labels{i}, "parent", ax, "horizontalalignment", "right", ...
          "interpreter", "none", "fontsize", label_size);
  endfor
  if (! isempty (opt.Title))
    text (columns (G) / 2, -(above - 10) * 0.57 / scale, opt.Title, "parent", ax, "horizontalalignment", "center", ...
          "interpreter", "none", "fontsize", 12, "fontweight", "bold");
  endif
  fig = plot_finish (fname, fig, opt);
endfunction

%!demo
%! ## Images through 5 and through 40 principal components.
%! X = ae_load_mnist ("train", fullfile (fileparts (which ("ae_load_mnist")), "data"));
%! S = X(:,:,:,1:10);
%! ae_plot_reconstruction (S, {"5 numbers", ae_reconstruct(ae_pca (X, 5), S)}, ...
%!                         {"40 numbers", ae_reconstruct(ae_pca (X, 40), S)});

%!function info = picture (varargin)
%!  file = [tempname() ".png"];
%!  unwind_protect
%!    h = ae_plot_reconstruction (varargin{:}, "File", file);
%!    assert (h, []);
%!    info = imfinfo (file);
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction

%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot"))
%! T = rand (8, 8, 1, 12);
%! info = picture (T, {"a", 1 - T}, {"b_c", T, "d", reshape(T, 64, 12)}, "Title", "t");
%! assert (info.Width, 800);
%! assert (info.Height > 200 && info.Height < 500);
%! info = picture (T, {"a", T}, "Size", [300 200], "Index", [3 1], "Original", "in", "Range", [0 2]);
%! assert ([info.Width, info.Height], [300 200]);
%! file = [tempname() ".png"];
%! unwind_protect # labels are whole at any size, as the column at the left edge shows
%!   for width = [300 1600]
%!     ae_plot_reconstruction (T, {"a convolutional net, denoised", T}, "Size", [width 400], "File", file);
%!     shown = imread (file);
%!     assert (all ((shown(:,1:2,:) == 255)(:)));
%!     assert (any ((shown(:,1:round(width/4),:) < 128)(:)));
%!   endfor
%! unwind_protect_cleanup
%!   [~] = unlink (file);
%! end_unwind_protect
%! info = picture (rand (4, 5, 3, 2), {"colour", zeros(4, 5, 3, 2)}, "Count", 1);
%! assert (info.Width, 800);
%! info = picture (rand (12, 3), {"long", rand(12, 3)}, "ImageSize", [3 4]);
%! assert (isempty (get (0, "children")));
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot"))
%! T = rand (8, 8, 1, 2);
%! fig = ae_plot_reconstruction (T, {"a", T});
%! assert (isfigure (fig));
%! close (fig);
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # the right images in the right rows
%! T = rand (3, 3, 1, 5);
%! unwind_protect
%!   fig = ae_plot_reconstruction (T, {"a", 1 - T}, "Index", [4 2]);
%!   G = get (findobj (fig, "type", "image"), "cdata");
%!   k = (columns (G)) / 9;
%!   g = G(ceil (k / 2):k:end,ceil (k / 2):k:end,1);
%!   assert (g(2:4,2:4), uint8 (255 * T(:,:,1,4)));
%!   assert (g(6:8,6:8), uint8 (255 * (1 - T(:,:,1,2))));
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!error <Invalid call> ae_plot_reconstruction ()
%!error <Invalid call> ae_plot_reconstruction (ones (4, 2))
%!error <T must be followed by cells .label, R., got "Count"> ae_plot_reconstruction (ones (4, 2), "Count", 1)
%!error <reconstructions must come as .label, array, .*, got 1 elements>
%! ae_plot_reconstruction (ones (4, 2), {"a"})
%!error <got 0 elements> ae_plot_reconstruction (ones (4, 2), {})
%!error <a label must be a string, got 3> ae_plot_reconstruction (ones (4, 2), {3, ones(4, 2)})
%!error <"a" must have the 2 images of 2-by-2-by-1 that T has, got 4-by-3 double>
%! ae_plot_reconstruction (ones (4, 2), {"a", ones(4, 3)})
%!error <"a" must be finite, got NaN> ae_plot_reconstruction (ones (4, 2), {"a", NaN(4, 2)})
%!error <"a" must be single or double, got char> ae_plot_reconstruction (ones (4, 2), {"a", "abcdefgh"})
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # bytes
%! assert (picture (uint8 (magic (4)(:,1:3)), {"a", ones(4, 3)}).Width, 800);
%!error <T must be single or double, got int8>
%! ae_plot_reconstruction (ones (4, 2, "int8"), {"a", ones(4, 2)})
%!error <T must not be empty> ae_plot_reconstruction ([], {"a", []})
%!error <T must be h-by-w-by-c-by-n> ae_plot_reconstruction (ones (2, 2, 2, 2), {"a", ones(2, 2, 2, 2)})
%!error <Index must hold sample numbers from 1 to 2, got 3>
%! ae_plot_reconstruction (ones (4, 2), {"a", ones(4, 2)}, "Index", 3)
%!error <at most 100 images> ae_plot_reconstruction (ones (4, 200), {"a", ones(4, 200)}, "Count", 101)
%!error <Size must be \[width height\] in pixels>
%! ae_plot_reconstruction (ones (4, 2), {"a", ones(4, 2)}, "Size", 3)
%!error <there is no folder "/no/such">
%! ae_plot_reconstruction (ones (4, 2), {"a", ones(4, 2)}, "File", "/no/such/a.png")
%!error <unknown option "Cout".*valid are: Count, Index>
%! ae_plot_reconstruction (ones (4, 2), {"a", ones(4, 2)}, "Cout", 3)

%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # vectors as lines, with names, with gaps
%! T = [100; 1; 0.1] .* rand (3, 9);
%! T(2,2) = NaN;
%! fig = ae_plot_reconstruction (T, {"m_1", T / 2}, {"b", T}, "Names", {"flow", "p_in", "v"}, "Index", [2 5]);
%! unwind_protect
%!   panels = findobj (fig, "type", "axes", "-not", "tag", "frame");
%!   assert (numel (panels), 2);
%!   x = get (findobj (panels, "type", "line"), "xdata");
%!   lo = min (T, [], 2);
%!   shown = cellfun (@(v) isequal (v(:), (T(:,5) - lo) ./ (max (T, [], 2) - lo)), x);
%!   assert (any (shown));
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%! assert (picture (T, {"m_1", T / 2}, "Title", "t").Width, 800);
%! assert (picture (rand (64, 5), {"a", rand(64, 5)}, "Names", arrayfun (@num2str, 1:64, "UniformOutput", false)).Width, 800);
%! assert (picture (cumsum (randn (200, 3)), {"a", zeros(200, 3)}).Width, 800);
%!error <Names must be a cell of 3 strings, one a feature, got 1-by-2 cell> ae_plot_reconstruction (ones (3, 2), {"a", ones(3, 2)}, "Names", {"a", "b"})
%!error <"a" must have the 2 samples of 3 numbers that T has, got 3-by-3 double> ae_plot_reconstruction (ones (3, 2), {"a", ones(3, 3)})
%!error <got 1 elements> ae_plot_reconstruction (ones (3, 2), {"a"})
