## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_plot_filters (@var{net})
## @deftypefnx {autoencoder} {} ae_plot_filters (@var{net}, @var{layer})
## @deftypefnx {autoencoder} {@var{fig} =} ae_plot_filters (@dots{}, @var{name}, @var{value})
## Show the weights of a layer as images.
##
## @var{layer} is a layer's name or its number in @code{net.layers}; by default
## the first one that has weights.
##
## A dense layer's @code{W} is @var{m}-by-@var{d}: each of its @var{m} units
## has one image, a row of @code{W}, that weights the input.  With
## @code{"Side", "out"} it is the other way round: what each of the @var{d}
## inputs contributes to the output, a column of @code{W}; that is the view for
## the last layer of a decoder.  The side in question has to be an image: the
## network's own input, a square number of elements, or @code{"ImageSize"}.
##
## The kernels of a convolution, @var{kh}-by-@var{kw}-by-@var{c_in}-by-@var{c_out},
## are shown as a row for each output channel and a column for each input channel;
## those of one input channel as a block, those of three in colour.
##
## Options:
## @table @code
## @item "Count"
## How many filters at most, default 100: the first ones.
## @item "Side"
## @code{"in"} (the default) or @code{"out"}, for dense layers.
## @item "ImageSize"
## @code{[@var{h} @var{w}]} or @code{[@var{h} @var{w} @var{c}]}, for dense
## layers.
## @item "Range"
## @code{"each"} (the default): every filter has its own scale, symmetric about
## zero, which is the middle grey.  @code{"all"}: one such scale for all.
## @code{[@var{lo} @var{hi}]}: the weights shown black and white.
## @item "Title"
## By default the layer's name, how many filters there are and, unless every
## filter has a scale of its own, which weights are black and white.
## @item "File"
## Save the picture there (a @file{.png}, or another kind that @code{print}
## knows) and close the figure; then the result is @code{[]}.
## @item "Size"
## @code{[@var{width} @var{height}]} in pixels, default [800 600].
## @end table
##
## @var{fig} is the figure's handle.  Without a display the figure is
## invisible: use @code{"File"} or @code{print}.
##
## Errors: @code{autoencoder:ae_plot_filters:model}, @code{:layer},
## @code{:size}, @code{:value}, @code{:option}, @code{:file}, @code{:toolkit}.
##
## @example
## @group
## net = ae_conv ([28 28 1], [8 4 4]);
## ae_plot_filters (net, "conv2d_1", "File", "filters.png")
## exist ("filters.png", "file")
##     @result{} 2
## @end group
## @end example
## @seealso{ae_image_grid, ae_activations, ae_network}
## @end deftypefn

function fig = ae_plot_filters (net, varargin)
  fname = "ae_plot_filters";
  if (nargin < 1)
    print_usage ();
  endif
  model_check (fname, net);
  arg_network (fname, net);
  wanted = [];
  if (mod (numel (varargin), 2) == 1)
    wanted = varargin{1};
    varargin(1) = [];
  endif
  opt = arg_options (fname, varargin, [{"Count", 100, "whole >= 1"; "Side", "in", {"in", "out"}; ...
                                          "ImageSize", [], ""; "Range", "each", "shown range"; "Title", [], "string?"}; ...
                                         plot_options()]);
  k = choose_layer (fname, net, wanted);
  layer = net.layers(k);
  if (ndims (layer.W) > 2 || any (strcmp (layer.type, {"conv2d", "conv2d_transpose"})))
    [images, columns, total] = kernel_images (layer.W, opt.Count);
  else
    [images, total] = dense_images (fname, net, k, opt);
    columns = ceil (sqrt (size (images, 4) * 4 / 3));
  endif
  limits = shown_limits (double (images), opt.Range);
  [images, range] = scale_weights (double (images), opt.Range);
  grid = @(X, range) ae_image_grid (X, "Columns", columns, "Range", range, "Background", 0, ...
                                    "Scale", max (1, floor (700 / (columns * (size (X, 2) + 1)))));
  G = tint (grid (images, range), grid (ones (size (images)), [0 1]));
  if (isempty (opt.Title))
    opt.Title = sprintf ("%s: %d of %d filters%s", layer.name, min (opt.Count, total), total, scale_words (limits));
  endif
  fig = draw (fname, G, opt);
  if (nargout == 0)
    clear fig;
  endif
endfunction

function k = choose_layer (fname, net, wanted)
  names = {net.layers.name};
  has = find (! cellfun (@isempty, {net.layers.W}));
  if (isempty (has))
    error (["autoencoder:" fname ":layer"], "%s: no layer of this network has weights", fname);
  elseif (isempty (wanted) && ! ischar (wanted))
    k = has(1);
    return;
  elseif (ischar (wanted))
    k = find (strcmp (names, wanted), 1);
  else
    k = find (1:numel (names) == arg_value (fname, "layer", wanted, "whole >= 1"));
  endif
  if (isempty (k) || ! any (k == has))
    error (["autoencoder:" fname ":layer"], ...
           "%s: layer must be one with weights: %s (%s); got %s", fname, strjoin (names(has), ", "), ...
           strtrim (sprintf ("%d ", has)), text_describe (wanted));
  endif
endfunction

## kh-by-kw-by-(1 or 3)-by-n, and how many there are in a row of the grid.
function [images, columns, total] = kernel_images (W, count)
  [kh, kw, cin, cout] = size (W);
  total = cout;
  W = W(:,:,:,1:min (count, cout));
  if (cin == 3 || cin == 1)
    images = W;
    columns = ceil (sqrt (size (W, 4)));
  else
    images = reshape (W, kh, kw, 1, []);
    columns = cin;
  endif
endfunction

function [images, total] = dense_images (fname, net, k, opt)
  layer = net.layers(k);
  W = layer.W;
  if (strcmp (opt.Side, "out"))
    W = W';
    s = layer.output_size;
  else
    s = source_size (net, k);
  endif
  [total, d] = size (W);
  if (! isempty (opt.ImageSize))
    s = opt.ImageSize;
  elseif (! (numel (s) >= 2 && prod (s) == d && any (size (zeros ([s, 1]), 3) == [1 3])))
    s = sqrt (d) * [1 1];
    if (s(1) != fix (s(1)))
      error (["autoencoder:" fname ":size"], ...
             "%s: %d weights a unit do not make a square image: give \"ImageSize\", [h w] or [h w c]", fname, d);
    endif
  endif
  images = arg_images (fname, ["W of layer " layer.name], W(1:min (opt.Count, total),:)', s);
endfunction

## The shape that layer k sees before it is flattened.
function s = source_size (net, k)
  s = net.layers(k).input_size;
  passing = {"flatten", "dropout", "noise", "input"};
  while (k > 1 && numel (s) < 2 && any (strcmp (net.layers(k-1).type, passing)))
    k--;
    s = net.layers(k).input_size;
  endwhile
endfunction

## The weights that black and white stand for, [] when each filter has its own.
function limits = shown_limits (images, range)
  limits = range;
  if (ischar (range))
    limits = [];
    if (strcmpi (range, "all"))
      limits = [-1 1] * max (abs (images(:)));
    endif
  endif
endfunction

function text = scale_words (limits)
  text = "";
  if (! isempty (limits))
    text = sprintf ("; black %.2g, white %.2g", limits);
  endif
endfunction

function [images, range] = scale_weights (images, range)
  if (! ischar (range))
    return;
  endif
  range = arg_value ("ae_plot_filters", "Range", range, {"each", "all"});
  top = abs (images);
  if (strcmp (range, "each"))
    top = max (max (max (top, [], 1), [], 2), [], 3);
  else
    top = max (top(:));
  endif
  top(top == 0) = 1;
  images ./= top;
  range = [-1 1];
endfunction

## Gaps in a colour that no grey weight has.
function G = tint (G, inside)
  G = repmat (G, [1, 1, 3 / size(G, 3)]);
  gap = inside(:,:,1) == 0;
  color = [196 216 240];
  for c = 1:3
    G(:,:,c) += uint8 (gap * color(c));
  endfor
endfunction

function fig = draw (fname, G, opt)
  fig = plot_figure (fname, opt);
  [ax, scale] = plot_image (fig, G, opt, [], 42);
  text (columns (G) / 2, -18 / scale, opt.Title, "parent", ax, "horizontalalignment", "center", ...
        "interpreter", "none", "fontsize", 12, "fontweight", "bold");
  fig = plot_finish (fname, fig, opt);
endfunction

%!demo
%! ## The kernels of a convolution before training: noise.
%! net = ae_conv ([28 28 1], [8 4 4], "Seed", 1);
%! ae_plot_filters (net, "conv2d_1", "Title", "Eight kernels, untrained");

%!function net = example ()
%!  net = ae_network ([8 8 1], {ae_layer("conv2d", 5, [3 3], "Padding", "same", "Name", "conv"), ...
%!                              ae_layer("conv2d", 4, [3 3], "Padding", "same", "Name", "conv_2"), ...
%!                              ae_layer("dense", 7, "Name", "code"), ae_layer("dense", 64, "Name", "out")}, "Seed", 1);
%!endfunction
%!function [G, fig] = shown (varargin)
%!  fig = ae_plot_filters (varargin{:});
%!  G = get (findobj (fig, "type", "image"), "cdata");
%!  close (fig);
%!endfunction
%!function info = picture (varargin)
%!  file = [tempname() ".png"];
%!  unwind_protect
%!    h = ae_plot_filters (varargin{:}, "File", file);
%!    assert (h, []);
%!    info = imfinfo (file);
%!    assert (isempty (get (0, "children")));
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction
%!function b = grey (w, top)
%!  b = uint8 (255 * (w / top + 1) / 2);
%!endfunction

%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # files
%! net = example ();
%! info = picture (net);
%! assert ([info.Width, info.Height], [800 600]);
%! info = picture (net, 3, "Size", [400 300], "Title", "kernels");
%! assert ([info.Width, info.Height], [400 300]);
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # kernels: first pixels of the grid
%! net = example ();
%! W = net.layers(2).W;
%! G = shown (net);
%! k = floor (700 / 12);
%! assert (size (G), [9 * k, 13 * k, 3]);
%! pick = @(r, c) G(ceil ((r - 0.5) * k),ceil ((c - 0.5) * k),1);
%! w = double (W(:,:,1,2));
%! assert (pick (2:4, 6:8), grey (w, max (abs (w(:)))));
%! assert (pick (1, 1:13), repmat (uint8 (196), 1, 13));
%! G = shown (net, "conv_2", "Range", "all", "Count", 2);
%! k = floor (700 / 20);
%! w = net.layers(3).W;
%! w = w(:,:,:,1:2);
%! assert (size (G), [9 * k, 21 * k, 3]);
%! pick = @(r, c) G(ceil ((r - 0.5) * k),ceil ((c - 0.5) * k),1);
%! assert (pick (6:8, 10:12), grey (w(:,:,3,2), max (abs (w(:)))));
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # dense, both sides
%! net = example ();
%! G = shown (net, "out", "Side", "out", "Range", [-1 1], "Count", 3);
%! k = floor (700 / 18);
%! pick = @(r, c) G(ceil ((r - 0.5) * k),ceil ((c - 0.5) * k),1);
%! assert (pick (2:9, 11:18), grey (reshape (net.layers(5).W(:,2), 8, 8), 1));
%! G = shown (net, 4);
%! G = shown (net, 4, "ImageSize", [8 32], "Count", 1);
%! k = floor (700 / (2 * 33));
%! assert (size (G), [10 * k, 67 * k, 3]);
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # after a flatten layer; colour
%! net = ae_network ([4 6 1], {ae_layer("flatten"), ae_layer("dense", 2)}, "Seed", 1);
%! G = shown (net);
%! k = floor (700 / 14);
%! assert (size (G), [6 * k, 15 * k, 3]);
%! G = shown (ae_network ([4 4 3], {ae_layer("conv2d", 4, [2 2])}, "Seed", 1));
%! assert (! isequal (G(:,:,1), G(:,:,2)));
%!error <Invalid call> ae_plot_filters ()
%!error <the model must come from ae_network, .* got 1> ae_plot_filters (1)
%!error <net must be a network, got 1-by-1 struct> ae_plot_filters (ae_pca (rand (4, 9), 2))
%!error <the model is damaged: the network has no field input_size> ae_plot_filters (struct ("kind", "network"))
%!error <the name of each layer must be a string>
%! net = ae_dense (6, 2);
%! net.layers(2).name = {1};
%! ae_plot_filters (net);
%!error <no layer of this network has weights> ae_plot_filters (ae_network ([4 4 1], {ae_layer("maxpool2d", 2)}))
%!error <layer must be one with weights: conv, conv_2, code, out \(2 3 4 5\); got "input">
%! ae_plot_filters (example (), "input")
%!error <layer must be one with weights: .* got 9> ae_plot_filters (example (), 9)
%!error <layer must be a whole number> ae_plot_filters (example (), 1.5)
%!error <7 weights a unit do not make a square image: give "ImageSize"> ae_plot_filters (example (), "out")
%!error <W of layer out has 7 rows, but ImageSize needs 6>
%! ae_plot_filters (example (), "out", "ImageSize", [2 3])
%!error <W of layer "conv" must be real, finite and single, got NaN or Inf>
%! net = example ();
%! net.layers(2).W(3) = NaN;
%! ae_plot_filters (net)
%!error <W of layer 2 must be single or double, got 1-by-1 cell>
%! net = example ();
%! net.layers(2).W = {1};
%! ae_plot_filters (net)
%!error <Side must be one of in, out; got "up"> ae_plot_filters (example (), "Side", "up")
%!error <ae_plot_filters: Range must be .lo hi. with lo less than hi, "all" or "each", got "some">
%! ae_plot_filters (example (), "Range", "some")
%!error <ae_plot_filters: Range must be> ae_plot_filters (example (), "Range", [1 1])
%!error <Title must be a string, got 1-by-1 cell> ae_plot_filters (example (), "Title", {1})
%!error <unknown option "Cout".*valid are: Count, Side> ae_plot_filters (example (), "Cout", 3)
