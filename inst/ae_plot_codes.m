## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_plot_codes (@var{m}, @var{Z})
## @deftypefnx {autoencoder} {} ae_plot_codes (@var{p})
## @deftypefnx {autoencoder} {@var{fig} =} ae_plot_codes (@dots{}, @var{name}, @var{value})
## Walk through a code space: decode a grid of codes to images.
##
## @var{m} is a network or a PCA model whose output is images.  The picture
## shows what a grid over two of the code's numbers decodes to; where codes
## have more, the others stay at their means.  @var{Z} holds codes of real
## samples, @var{k}-by-@var{n} or as @code{ae_encode} gives them: the grid
## spans their 2nd to 98th percentile.  A PCA model @var{p} knows its spread
## and needs no @var{Z}: two standard deviations to each side.
##
## Options:
## @table @code
## @item "Grid"
## Images along each side, default 15.
## @item "Dims"
## Which two numbers of the code go right and up, default @code{[1 2]}.
## @item "Limits"
## @code{[@var{left} @var{right}; @var{bottom} @var{top}]}: the codes at the
## sides, instead of what @var{Z} says.
## @item "Range"
## @code{[@var{lo} @var{hi}]}: the values shown black and white, default
## @code{[0 1]}, or [0 255] for a model that scales bytes.
## @item "ImageSize"
## @code{[@var{h} @var{w}]} or @code{[@var{h} @var{w} @var{c}]}, for models of
## vectors; by default they are taken as square images.
## @item "Title"
## A line above, default none.
## @item "File"
## Save the picture there (a @file{.png}) and close the figure; then the result
## is @code{[]}.
## @item "Size"
## @code{[@var{width} @var{height}]} in pixels, default @code{[800 760]}.
## @end table
##
## Errors: @code{autoencoder:ae_plot_codes:model}, @code{:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option},
## @code{:file}, @code{:toolkit}.
##
## @example
## @group
## p = ae_pca (cumsum (cumsum (randn (8, 8, 1, 100), 1), 2), 2);
## ae_plot_codes (p, "Grid", 5, "File", "codes.png")
## exist ("codes.png", "file")
##     @result{} 2
## @end group
## @end example
## @seealso{ae_decode, ae_encode, ae_plot_components, ae_plot_embedding}
## @end deftypefn

function fig = ae_plot_codes (m, varargin)
  fname = "ae_plot_codes";
  if (nargin < 1)
    print_usage ();
  endif
  [~, output_size, k] = model_sizes (fname, m);
  Z = [];
  if (numel (varargin) > 0 && ! ischar (varargin{1}))
    Z = varargin{1};
    varargin(1) = [];
    arg_array (fname, "Z", Z);
    if (mod (numel (Z), k) != 0 || (ndims (Z) == 2 && rows (Z) != k && numel (Z) != k))
      error (["autoencoder:" fname ":size"], "%s: Z must be %d-by-n, got %s", fname, k, text_describe (Z));
    endif
    Z = reshape (Z, k, []);
  endif
  opt = arg_options (fname, varargin, ...
                       [{"Grid", 15, "whole >= 1"; "Dims", [1 2], ""; "Limits", [], ""; "Range", [], "shown range?"; ...
                         "ImageSize", [], ""; "Title", "", "string"}; plot_options([800 760])]);
  if (isempty (opt.Range))
    opt.Range = [0, scale_peak(m)];
  endif
  check_choices (fname, opt, k);
  [limits, base] = spread (fname, m, double (Z), opt, k);
  x = linspace (limits(1,1), limits(1,2), opt.Grid);
  y = linspace (limits(2,1), limits(2,2), opt.Grid);
  if (numel (output_size) == 3 && isempty (opt.ImageSize))
    opt.ImageSize = output_size;
  endif
  images = arg_images (fname, "a decoded code", decode_grid (m, x, y, base, opt.Dims), opt.ImageSize);
  fig = draw (fname, images, x, y, opt);
  if (nargout == 0)
    clear fig;
  endif
endfunction

function check_choices (fname, opt, k)
  d = opt.Dims;
  if (! (isnumeric (d) && isreal (d) && numel (d) == 2 && all (d == fix (d)) && all (d >= 1 & d <= k)
         && d(1) != d(2)))
    error (["autoencoder:" fname ":value"], ...
           "%s: Dims must be two different whole numbers from 1 to %d, got %s", fname, k, text_describe (d));
  endif
  l = opt.Limits;
  if (! isempty (l) && ! (isnumeric (l) && isreal (l) && isequal (size (l), [2 2]) && all (isfinite (l(:)))
                          && all (l(:,1) < l(:,2))))
    error (["autoencoder:" fname ":value"], ...
           "%s: Limits must be [left right; bottom top], got %s", fname, text_describe (l));
  endif
  if (opt.Grid > 100)
    error (["autoencoder:" fname ":value"], "%s: Grid must be at most 100, got %d", fname, opt.Grid);
  endif
endfunction

## Where the grid's sides lie, and the code that the others stay at.
function [limits, base] = spread (fname, m, Z, opt, k)
  base = zeros (k, 1);
  if (! isempty (Z))
    base = mean (Z, 2);
    S = sort (Z(opt.Dims,:), 2);
    n = columns (S);
    limits = [S(:,max (1, round (0.02 * n))), S(:,min (n, max (1, round (0.98 * n))))];
    flat = limits(:,1) == limits(:,2);
    limits(flat,:) += [-1 1];
  elseif (strcmp (m.kind, "pca"))
    s = sqrt (double (m.variances(opt.Dims)(:)));
    s(s == 0 | m.whiten) = 1;
    limits = 2 * [-s, s];
  elseif (isempty (opt.Limits))
    error (["autoencoder:" fname ":value"], ...
           "%s: Z must be given, as in %s (net, ae_encode (net, X)): a network doesn't know its codes' spread", ...
           fname, fname);
  endif
  if (! isempty (opt.Limits))
    limits = double (opt.Limits);
  endif
endfunction

## Images row by row from the top, d-by-n.
function Y = decode_grid (m, x, y, base, dims)
  [cx, cy] = meshgrid (x, fliplr (y));
  C = repmat (base, 1, numel (cx));
  C(dims(1),:) = cx.'(:);
  C(dims(2),:) = cy.'(:);
  if (strcmp (m.kind, "network"))
    shape = m.layers(m.code).output_size;
    C = reshape (C, [shape(:)', columns(C)](1:max (2, numel (shape) + 1)));
  endif
  try
    Y = ae_decode (m, C);
  catch err
    text_reraise ("ae_plot_codes", err);
  end_try_catch
  Y = reshape (Y, [], numel (cx));
endfunction

function fig = draw (fname, images, x, y, opt)
  G = ae_image_grid (images, "Columns", numel (x), "Gap", 0, "Range", opt.Range);
  if (ndims (G) == 2)
    G = repmat (G, [1 1 3]);
  endif
  fig = plot_figure (fname, opt);
  ax = axes ("parent", fig, "position", [0.16 0.1 0.82 0.84]);
  ## One axis unit is one image: ticks stand at the images' middles.
  [h, w, ~] = size (images);
  image (G, "parent", ax);
  axis (ax, [0.5, columns(G) + 0.5, 0.5, rows(G) + 0.5]);
  pick = 1:max (1, ceil ((numel (x) - 1) / 7)):numel (x);
  mark = @(v) arrayfun (@(c) sprintf ("%.3g", c), v, "UniformOutput", false);
  set (ax, "ydir", "reverse", "xtick", (pick - 0.5) * w + 0.5, "xticklabel", mark (x(pick)), ...
       "ytick", (pick - 0.5) * h + 0.5, "yticklabel", mark (fliplr (y)(pick)), "ticklength", [0 0]);
  xlabel (ax, sprintf ("code %d", opt.Dims(1)));
  ylabel (ax, sprintf ("code %d", opt.Dims(2)));
  if (! isempty (opt.Title))
    title (ax, opt.Title, "interpreter", "none");
  endif
  fig = plot_finish (fname, fig, opt);
endfunction

%!demo
%! ## What two principal components decode to, over the plane of codes.
%! X = ae_load_mnist ("train", fullfile (fileparts (which ("ae_load_mnist")), "data"));
%! ae_plot_codes (ae_pca (X, 2), "Title", "What two components decode to");

%!shared p, q, Z
%! X = reshape (sin ((1:16*30) .^ 2), 4, 4, 1, 30);
%! p = ae_pca (X, 3);
%! q = ae_pca (reshape (X, 16, 30), 3, "Whiten", true);
%! Z = ae_encode (p, X);
%!function check_file (varargin)
%!  file = [tempname() ".png"];
%!  unwind_protect
%!    assert (isempty (ae_plot_codes (varargin{:}, "File", file)));
%!    info = imfinfo (file);
%!    assert ([info.Width info.Height], [800 760]);
%!  unwind_protect_cleanup
%!    delete (file);
%!  end_unwind_protect
%!endfunction
%!test # PCA by its spread, by codes, by limits; of images and of vectors
%! check_file (p);
%! check_file (p, Z, "Grid", 3, "Dims", [3 1], "Title", "walk");
%! check_file (q, "Limits", [-1 1; 0 2], "Range", [-1 1]);
%! check_file (q, "ImageSize", [2 8], "Grid", 1);
%!test # without a file: a figure
%! fig = ae_plot_codes (p, Z, "Grid", 2, "Size", [300 300]);
%! assert (ishghandle (fig));
%! close (fig);
%!test # a network
%! net = ae_dense (16, [8 2]);
%! check_file (net, ae_encode (net, rand (16, 20, "single")), "Grid", 4);
%!error <Z must be given> ae_plot_codes (ae_dense (16, [8 2]))
%!error <Invalid call> ae_plot_codes ()
%!error <the model must come from> ae_plot_codes (1)
%!error <Z must be 3-by-n, got 2-by-5 double> ae_plot_codes (p, ones (2, 5))
%!error <Z must be finite> ae_plot_codes (p, NaN (3, 1))
%!error <Dims must be two different whole numbers from 1 to 3> ae_plot_codes (p, "Dims", [1 1])
%!error <Limits must be \[left right; bottom top\]> ae_plot_codes (p, "Limits", [1 0; 0 1])
%!error <Grid must be at most 100> ae_plot_codes (p, "Grid", 101)
%!error <Grid must be a whole number .= 1> ae_plot_codes (p, "Grid", 0)
%!error <unknown option "Gird".*valid are: Grid, Dims> ae_plot_codes (p, "Gird", 2)
