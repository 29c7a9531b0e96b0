## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{G} =} ae_image_grid (@var{X})
## @deftypefnx {autoencoder} {@var{G} =} ae_image_grid (@var{X}, @var{name}, @var{value}, @dots{})
## Arrange images side by side in one picture, for @code{imwrite}.
##
## @var{X} is @var{h}-by-@var{w}-by-@var{c}-by-@var{n} with @var{c} = 1 (grey)
## or 3 (colour), single, double or uint8.  Vectors, @var{d}-by-@var{n}, are
## taken too: with @code{"ImageSize"}, or as square images if @var{d} is a
## square number.  A matrix that has as many rows as columns, or a number of
## rows that is not a square, is one grey image.
##
## @var{G} is uint8, @var{H}-by-@var{W} or @var{H}-by-@var{W}-by-3; the images
## are placed in it row by row.  Neither a display nor a graphics toolkit is needed.
##
## Options:
## @table @code
## @item "Rows", "Columns"
## Size of the grid.  By default it is about as wide as high; with one of the
## two the other one follows.
## @item "Gap"
## Pixels between neighbours and around the whole (before @code{"Scale"}),
## default 1.
## @item "Background"
## Grey level of gaps and empty places, 0 (black) to 1 (white, the default).
## @item "Scale"
## Each pixel becomes a square of this many pixels, a whole number, default 1.
## @item "Range"
## @code{[@var{lo} @var{hi}]}: the values shown black and white; what lies
## outside is clipped.  Default @code{[0 1]}, for uint8 @code{[0 255]}.
## @code{"all"} takes the smallest and largest value of @var{X},
## @code{"each"} those of each image.
## @item "ImageSize"
## @code{[@var{h} @var{w}]} or @code{[@var{h} @var{w} @var{c}]}, for vectors.
## @end table
##
## Errors: @code{autoencoder:ae_image_grid:class}, @code{:size}, @code{:empty},
## @code{:nonfinite}, @code{:value}, @code{:option}.
##
## @example
## @group
## T = rand (28, 28, 1, 20);
## G = ae_image_grid (T, "Columns", 10, "Scale", 2);
## imwrite (G, "images.png")
## size (G)
##     @result{} 118   582
## @end group
## @end example
## @seealso{ae_plot_reconstruction, ae_plot_filters, ae_load_mnist}
## @end deftypefn

function G = ae_image_grid (X, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  if (! isa (X, "uint8"))
    arg_array ("ae_image_grid", "X", X);
  elseif (isempty (X))
    error ("autoencoder:ae_image_grid:empty", "ae_image_grid: X must not be empty, got %s", text_describe (X));
  endif
  opt = arg_options ("ae_image_grid", varargin, ...
                       {"Rows", [], "whole >= 1?"; "Columns", [], "whole >= 1?"; "Gap", 1, "whole >= 0"; ...
                        "Background", 1, "number >= 0"; "Scale", 1, "whole >= 1"; "Range", [], ""; ...
                        "ImageSize", [], ""});
  if (opt.Background > 1)
    error ("autoencoder:ae_image_grid:value", ...
           "ae_image_grid: Background must be a number in [0, 1], got %g", opt.Background);
  endif
  X = arg_images ("ae_image_grid", "X", X, opt.ImageSize);
  [h, w, c, n] = size (X);
  [rows, columns] = grid_size (n, opt.Rows, opt.Columns);
  g = opt.Gap;
  if (opt.Scale ^ 2 * c * (g + rows * (h + g)) * (g + columns * (w + g)) > 2^31)
    error ("autoencoder:ae_image_grid:value", ...
           "ae_image_grid: the picture would have more than 2^31 bytes; use fewer images, or smaller Rows, Columns, Gap or Scale");
  endif
  X = to_bytes (X, opt.Range);
  G = repmat (uint8 (255 * opt.Background), [g + rows * (h + g), g + columns * (w + g), c]);
  for i = 1:n
    r = g + floor ((i - 1) / columns) * (h + g);
    k = g + mod (i - 1, columns) * (w + g);
    G(r+1:r+h,k+1:k+w,:) = X(:,:,:,i);
  endfor
  if (opt.Scale > 1)
    up = @(m) ceil ((1:opt.Scale * m) / opt.Scale);
    G = G(up (size (G, 1)),up (size (G, 2)),:);
  endif
endfunction

function [rows, columns] = grid_size (n, rows, columns)
  if (isempty (rows) && isempty (columns))
    columns = ceil (sqrt (n));
  endif
  if (isempty (columns))
    columns = ceil (n / rows);
  elseif (isempty (rows))
    rows = ceil (n / columns);
  endif
  if (rows * columns < n)
    error ("autoencoder:ae_image_grid:value", ...
           "ae_image_grid: a grid of %d-by-%d places holds %d images, got %d", ...
           rows, columns, rows * columns, n);
  endif
endfunction

function X = to_bytes (X, range)
  standard = isempty (range) && isnumeric (range);
  if (standard && isa (X, "uint8"))
    return;
  elseif (standard)
    range = [0 1];
  endif
  X = double (X);
  if (ischar (range))
    range = arg_value ("ae_image_grid", "Range", range, {"all", "each"});
    if (strcmp (range, "all"))
      lo = min (X(:));
      hi = max (X(:));
    else
      lo = min (min (min (X, [], 1), [], 2), [], 3);
      hi = max (max (max (X, [], 1), [], 2), [], 3);
    endif
  elseif (isnumeric (range) && isreal (range) && numel (range) == 2 && all (isfinite (range(:)))
          && range(1) < range(2))
    lo = double (range(1));
    hi = double (range(2));
  else
    error ("autoencoder:ae_image_grid:value", ...
           "ae_image_grid: Range must be [lo hi] with lo less than hi, \"all\" or \"each\", got %s", ...
           text_describe (range));
  endif
  width = hi - lo;
  width(width == 0) = 1;
  X = uint8 (255 * (X - lo) ./ width);
endfunction

%!test # two rows by hand
%! X = zeros (2, 2, 1, 3);
%! X(:,:,1,1) = [0 1; 0.2 2];  X(:,:,1,3) = -1;
%! G = ae_image_grid (X, "Columns", 2, "Background", 0.6);
%! b = 153;
%! assert (G, uint8 ([b b b b b b b; b 0 255 b 0 0 b; b 51 255 b 0 0 b; b b b b b b b; ...
%!                    b 0 0 b b b b; b 0 0 b b b b; b b b b b b b]));
%!test # sizes of the grid
%! X = zeros (3, 4, 1, 7, "single");
%! assert (size (ae_image_grid (X)), [1 + 3*4, 1 + 3*5]);
%! assert (size (ae_image_grid (X, "Rows", 1, "Gap", 0)), [3, 28]);
%! assert (size (ae_image_grid (X, "Columns", 1, "Gap", 2)), [2 + 7*5, 8]);
%! assert (size (ae_image_grid (X, "Rows", 4, "Columns", 5, "Gap", 0, "Scale", 3)), [36 60]);
%!test # scaling repeats pixels
%! assert (ae_image_grid ([0 1], "Gap", 0, "Scale", 2), uint8 ([0 0 255 255; 0 0 255 255]));
%!test # ranges
%! X = cat (4, [0 2], [4 4], [6 10]);
%! assert (ae_image_grid (X, "Gap", 0, "Rows", 1, "Range", [0 10]), uint8 ([0 51 102 102 153 255]));
%! assert (ae_image_grid (X, "Gap", 0, "Rows", 1, "Range", "all"), uint8 ([0 51 102 102 153 255]));
%! assert (ae_image_grid (X, "Gap", 0, "Rows", 1, "Range", "EACH"), uint8 ([0 255 0 0 0 255]));
%!test # bytes stay as they are; colour
%! X = uint8 (reshape (1:24, 2, 2, 3, 2));
%! G = ae_image_grid (X, "Gap", 0, "Rows", 1);
%! assert (G, [X(:,:,:,1), X(:,:,:,2)]);
%! assert (ae_image_grid (X, "Gap", 0, "Rows", 1, "Range", [0 51])(1), uint8 (5));
%!test # vectors
%! X = rand (9, 4);
%! assert (ae_image_grid (X), ae_image_grid (reshape (X, 3, 3, 1, 4)));
%! X = rand (12, 4);
%! assert (ae_image_grid (X, "ImageSize", [2 6]), ae_image_grid (reshape (X, 2, 6, 1, 4)));
%! assert (ae_image_grid (X, "ImageSize", [2 2 3]), ae_image_grid (reshape (X, 2, 2, 3, 4)));
%! assert (size (ae_image_grid (rand (12, 4), "Gap", 0)), [12 4]);
%! assert (size (ae_image_grid (rand (16, 16), "Gap", 0)), [16 16]);
%!test # what imwrite makes of it is read back the same
%! name = [tempname() ".png"];
%! G = ae_image_grid (rand (5, 5, 1, 6));
%! unwind_protect
%!   imwrite (G, name);
%!   assert (imread (name), G);
%! unwind_protect_cleanup
%!   delete (name);
%! end_unwind_protect
%!error <Invalid call> ae_image_grid ()
%!error <X must be single or double, got cell> ae_image_grid ({})
%!error <X must not be empty> ae_image_grid (zeros (2, 2, 1, 0))
%!error <X must not be empty> ae_image_grid (zeros (2, 2, 1, 0, "uint8"))
%!error <X must be finite, got NaN> ae_image_grid (NaN)
%!error <X must be full> ae_image_grid (sparse (1))
%!error <X must be real> ae_image_grid (2i)
%!error <c = 1 or 3; got 4-by-4-by-2-by-3 double> ae_image_grid (zeros (4, 4, 2, 3))
%!error <reshape \(X, 4, 4, 1, \[\]\)> ae_image_grid (zeros (4, 4, 5))
%!error <h-by-w-by-c-by-n> ae_image_grid (zeros (4, 4, 1, 1, 2))
%!error <ImageSize must be \[h w\] or \[h w c\]> ae_image_grid (zeros (9, 2), "ImageSize", 3)
%!error <X has 9 rows, but ImageSize needs 8> ae_image_grid (zeros (9, 2), "ImageSize", [2 4])
%!error <a grid of 2-by-2 places holds 4 images, got 5>
%! ae_image_grid (zeros (1, 1, 1, 5), "Rows", 2, "Columns", 2)
%!error <Range must be one of all, each; got "some"> ae_image_grid (1, "Range", "some")
%!error <Range must be \[lo hi\]> ae_image_grid (1, "Range", [1 1])
%!error <Background must be a number in \[0, 1\], got 2> ae_image_grid (1, "Background", 2)
%!error <more than 2\^31 bytes> ae_image_grid (1, "Scale", 1e6)
%!error <Scale must be a whole number .= 1, got 0> ae_image_grid (1, "Scale", 0)
%!error <Gap must be a whole number .= 0, got -1> ae_image_grid (1, "Gap", -1)
%!error <unknown option "Colums".*valid are: Rows, Columns, Gap> ae_image_grid (1, "Colums", 1)
