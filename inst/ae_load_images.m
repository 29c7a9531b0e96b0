## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{X}, @var{files}] =} ae_load_images (@var{where})
## @deftypefnx {autoencoder} {[@var{X}, @var{files}] =} ae_load_images (@var{where}, @var{size})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_load_images (@dots{}, @var{name}, @var{value})
## Read a folder of PNG or JPEG images, grey or in colour, as samples.
##
## @var{where} is a folder, whose files that end in @file{.png}, @file{.jpg} or
## @file{.jpeg} are read in the order of their names, or a pattern such as
## @code{"parts/ok_*.png"}.  @var{X} is @var{h}-by-@var{w}-by-@var{c}-by-@var{n},
## single in [0, 1]; @var{files} is an @var{n}-by-1 cell of their names.
##
## With @var{size}, [@var{h} @var{w}], each image is brought to that size: a
## pixel is the mean over the area that it covers (the proportions are not kept).
## Without it all images must be of one size.
##
## Options:
## @table @code
## @item "Color"
## @qcode{"auto"} (default: one channel when all images are grey, else three),
## @qcode{"grey"} (luminance 0.299 R + 0.587 G + 0.114 B, ITU-R BT.601) or
## @qcode{"rgb"}.  Transparency is left out.
## @item "Class"
## @qcode{"single"} (default) or @qcode{"uint8"}, from 0 to 255: a quarter of
## the memory, for nets built with @code{"Scale", "bytes"}.
## @end table
##
## Errors: @code{autoencoder:ae_load_images:file}, @code{:size}, @code{:value},
## @code{:option}.
##
## @example
## @group
## folder = tempname ();  mkdir (folder);
## imwrite (uint8 (magic (16)), fullfile (folder, "a.png"));
## imwrite (uint8 (magic (16)'), fullfile (folder, "b.png"));
## X = ae_load_images (folder, [8 8]);
## size (X)
##     @result{} 8 8 1 2
## @end group
## @end example
## @seealso{ae_load_mnist, ae_load_table, ae_conv, ae_image_grid}
## @end deftypefn

function [X, files] = ae_load_images (where, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  arg_value ("ae_load_images", "where", where, "string");
  wanted = [];
  if (! isempty (varargin) && ! ischar (varargin{1}))
    wanted = check_target (varargin{1});
    varargin(1) = [];
  endif
  opt = arg_options ("ae_load_images", varargin, ...
                     {"Color", "auto", {"auto", "grey", "rgb"}; "Class", "single", {"single", "uint8"}});
  files = find_files (where);
  n = numel (files);
  images = cell (1, n);
  for i = 1:n
    images{i} = read_image (files{i}, opt.Color);
    if (isempty (wanted))
      wanted = [size(images{i}, 1), size(images{i}, 2)];
      must_match = true;
    elseif (i == 1)
      must_match = false;
    endif
    images{i} = fit_size (images{i}, wanted, must_match, files{i}, files{1});
    if (strcmp (opt.Class, "uint8"))
      images{i} = uint8 (round (255 * images{i}));
    endif
  endfor
  X = stack (images);
endfunction

function wanted = check_target (wanted)
  if (! (isnumeric (wanted) && isreal (wanted) && numel (wanted) == 2 && all (wanted(:) >= 1 & wanted(:) == fix (wanted(:)))
         && all (wanted(:) < 2^15)))
    error ("autoencoder:ae_load_images:value", "ae_load_images: the size must be [h w], whole numbers >= 1, or an option's name, got %s", ...
           text_describe (wanted));
  endif
  wanted = double (wanted(:)');
endfunction

function files = find_files (where)
  if (isfolder (where))
    names = {dir(where).name}';
    files = sort (names(! cellfun (@isempty, regexpi (names, '\.(png|jpe?g)$', "once"))));
    files = cellfun (@(f) fullfile (where, f), files, "UniformOutput", false);
  else
    files = sort (glob (where));
  endif
  if (isempty (files))
    error ("autoencoder:ae_load_images:file", "ae_load_images: where must name images, but there are no images at \"%s\"", where);
  endif
endfunction

## h-by-w-by-c in [0, 1], c = 1 or 3.
function I = read_image (file, color)
  try
    [I, map] = imread (file);
  catch err
    error ("autoencoder:ae_load_images:file", "ae_load_images: cannot read %s: %s", file, ...
           regexprep (err.message, '^(\w+: )+', ""));
  end_try_catch
  if (! isempty (map))
    I = ind2rgb (I, map);
  endif
  most = 1;
  if (isinteger (I))
    most = double (intmax (class (I)));
  endif
  I = single (I) / most;
  grey = size (I, 3) == 1 || isequal (I(:,:,1), I(:,:,2), I(:,:,3));
  if (grey && ! strcmp (color, "rgb"))
    I = I(:,:,1);
  elseif (strcmp (color, "grey"))
    I = 0.299 * I(:,:,1) + 0.587 * I(:,:,2) + 0.114 * I(:,:,3);
  elseif (size (I, 3) == 1)
    I = repmat (I, [1 1 3]);
  endif
endfunction

function I = fit_size (I, wanted, must_match, file, first)
  s = [size(I, 1), size(I, 2)];
  if (isequal (s, wanted))
    return;
  elseif (must_match)
    error ("autoencoder:ae_load_images:size", ...
           "ae_load_images: %s is %d-by-%d, %s is %d-by-%d: give a size, as in ae_load_images (where, [%d %d])", ...
           file, s, first, wanted, wanted);
  endif
  down = overlaps (s(1), wanted(1));
  across = overlaps (s(2), wanted(2))';
  I = cellfun (@(c) down * I(:,:,c) * across, num2cell (1:size (I, 3)), "UniformOutput", false);
  I = cat (3, I{:});
endfunction

## The share of each of n pixels in each of m that cover the same length.
function A = overlaps (n, m)
  from = (0:m-1)' * n / m;
  to = (1:m)' * n / m;
  A = max (min (to, 1:n) - max (from, 0:n-1), 0) * m / n;
endfunction

function X = stack (images)
  channels = cellfun (@(I) size (I, 3), images);
  if (any (channels == 3))
    for i = find (channels == 1)
      images{i} = repmat (images{i}, [1 1 3]);
    endfor
  endif
  X = cat (4, images{:});
endfunction

%!shared folder, grey, rgb
%! folder = tempname ();
%! mkdir (folder);
%! grey = uint8 (reshape (0:47, 6, 8) * 5);
%! rgb = uint8 (reshape (mod ((1:144) .^ 2, 256), 6, 8, 3));
%! imwrite (grey, fullfile (folder, "b.png"));
%! imwrite (255 - grey, fullfile (folder, "a.PNG"));
%!test # a folder in order of names, a pattern, classes
%! [X, files] = ae_load_images (folder);
%! assert (X, single (cat (4, 255 - grey, grey)) / 255);
%! assert (files, {fullfile(folder, "a.PNG"); fullfile(folder, "b.png")});
%! assert (ae_load_images (fullfile (folder, "b*")), single (grey) / 255);
%! assert (ae_load_images (folder, "Class", "uint8"), cat (4, 255 - grey, grey));
%! assert (size (ae_load_images (folder, "Color", "rgb")), [6 8 3 2]);
%!test # sizes: the mean over the area
%! X = ae_load_images (fullfile (folder, "b*"), [3 2]);
%! g = double (grey) / 255;
%! assert (X(2,2), single (mean (g(3:4,5:8)(:))), 1e-6);
%! assert (mean (ae_load_images (fullfile (folder, "b*"), [5 7])(:)), single (mean (g(:))), 1e-6);
%! assert (size (ae_load_images (folder, [12 9])), [12 9 1 2]);
%!test # colour, and grey among it
%! imwrite (rgb, fullfile (folder, "c.png"));
%! X = ae_load_images (folder);
%! assert (size (X), [6 8 3 3]);
%! assert (X(:,:,:,3), single (rgb) / 255);
%! assert (X(:,:,2,2), single (grey) / 255);
%! Y = ae_load_images (folder, "Color", "grey");
%! assert (Y(:,:,1,3), sum (X(:,:,:,3) .* reshape ([0.299 0.587 0.114], 1, 1, 3), 3), 1e-6);
%! delete (fullfile (folder, "c.png"));
%!test # jpeg
%! imwrite (repmat (uint8 (100), 16, 16), fullfile (folder, "d.jpg"), "Quality", 100);
%! assert (ae_load_images (fullfile (folder, "d.jpg")), repmat (single (100 / 255), 16, 16), 0.01);
%! delete (fullfile (folder, "d.jpg"));
%!error <c.png is 2-by-2, .*a.PNG is 6-by-8: give a size, as in ae_load_images \(where, \[6 8\]\)>
%! imwrite (grey(1:2,1:2), fullfile (folder, "c.png"));
%! unwind_protect
%!   ae_load_images (folder);
%! unwind_protect_cleanup
%!   delete (fullfile (folder, "c.png"));
%! end_unwind_protect
%!error <cannot read .*x.png>
%! fclose (fopen (fullfile (folder, "x.png"), "w"));
%! unwind_protect
%!   ae_load_images (folder);
%! unwind_protect_cleanup
%!   delete (fullfile (folder, "x.png"));
%! end_unwind_protect
%!error <ae_load_images: where must name images, but there are no images at "/no/such"> ae_load_images ("/no/such")
%!error <where must be a string, got 3> ae_load_images (3)
%!error <the size must be \[h w\], whole numbers .= 1, or an option's name, got 1-by-3 double> ae_load_images (folder, [1 2 3])
%!error <Color must be one of auto, grey, rgb> ae_load_images (folder, "Color", "x")
%!error <Invalid call> ae_load_images ()
%!test
%! confirm_recursive_rmdir (false, "local");
%! rmdir (folder, "s");
