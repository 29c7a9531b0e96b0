## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{X}, @var{y}] =} ae_load_mnist (@var{split})
## @deftypefnx {autoencoder} {[@var{X}, @var{y}] =} ae_load_mnist (@var{split}, @var{folder})
## @deftypefnx {autoencoder} {[@var{X}, @var{y}, @var{source}] =} ae_load_mnist (@dots{}, @var{name}, @var{value})
## Load MNIST, Fashion-MNIST or another set stored in the same four files.
##
## @var{split} is @code{"train"} or @code{"test"}.  @var{X} is
## 28-by-28-by-1-by-@var{n}, single, scaled to [0, 1], upright; @var{y} is
## 1-by-@var{n}, double, the classes 0 to 9.  The images come from the first
## of these places that there is:
##
## @enumerate
## @item @var{folder},
## @item the folder that the environment variable @env{AE_DATA} names,
## @item @file{/usr/share/datasets/fashion-mnist}, the 70,000 images of
## Debian's package dataset-fashion-mnist,
## @item the sample of Fashion-MNIST that comes with this package: 1,500
## training and 500 test images, balanced.
## @end enumerate
##
## Fashion-MNIST's classes are 0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat,
## 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot.
##
## One line says which it was, unless @var{source}, the folder's name, is asked
## for.  A folder given in one of the first two ways must contain the files:
## the next place is never tried silently.
##
## The files are @file{train-images-idx3-ubyte} and
## @file{train-labels-idx1-ubyte}, for the test set
## @file{t10k-@dots{}} or @file{test-@dots{}}; with @file{.gz} or without, and
## @file{images.idx3} is as good as @file{images-idx3}.
##
## Option:
## @table @code
## @item "Quiet"
## True: do not print the line.  Default false.
## @end table
##
## Errors: @code{autoencoder:ae_load_mnist:file} (no such folder or file),
## @code{:format} (not images and labels that belong together), @code{:value},
## @code{:option}; those of @code{ae_load_idx} for a damaged file.
##
## Sources: LeCun, Bottou, Bengio, Haffner, @cite{Gradient-based learning
## applied to document recognition}, Proc. IEEE 1998; Xiao, Rasul, Vollgraf,
## @cite{Fashion-MNIST}, arXiv:1708.07747.
##
## @example
## @group
## [X, y] = ae_load_mnist ("test");
##     @print{} ae_load_mnist: @dots{}
## size (X)(1:3)
##     @result{} 28   28    1
## class (X)
##     @result{} single
## unique (y)
##     @result{} 0   1   2   3   4   5   6   7   8   9
## @end group
## @end example
## @seealso{ae_load_idx, ae_split, ae_image_grid}
## @end deftypefn

function [X, y, source] = ae_load_mnist (split, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  split = arg_value ("ae_load_mnist", "split", split, {"train", "test"});
  folder = "";
  if (mod (numel (varargin), 2) == 1)
    folder = arg_value ("ae_load_mnist", "folder", varargin{1}, "string");
    varargin(1) = [];
    if (isempty (folder))
      error ("autoencoder:ae_load_mnist:value", ...
             "ae_load_mnist: folder must be a folder's name, got an empty one");
    endif
  endif
  opt = arg_options ("ae_load_mnist", varargin, {"Quiet", false, "flag"});
  [source, what] = choose_folder (tilde_expand (folder));
  images = ae_load_idx (find_file (source, split, "images"));
  labels = ae_load_idx (find_file (source, split, "labels"));
  arg_same_size (source, images, labels);
  n = size (images, 3);
  X = single (reshape (images, size (images, 1), size (images, 2), 1, n)) / 255;
  y = double (labels);
  if (nargout < 3 && ! opt.Quiet)
    printf ("ae_load_mnist: %d %s images from %s%s\n", n, split, source, what);
  endif
endfunction

function [folder, what] = choose_folder (folder)
  debian = "/usr/share/datasets/fashion-mnist";
  what = "";
  if (! isempty (folder))
    need_folder (folder, "");
  elseif (! isempty (getenv ("AE_DATA")))
    folder = tilde_expand (getenv ("AE_DATA"));
    what = " (AE_DATA)";
    need_folder (folder, ", which the environment variable AE_DATA names");
  elseif (isfolder (debian))
    folder = debian;
    what = " (Debian's dataset-fashion-mnist)";
  else
    folder = fullfile (fileparts (mfilename ("fullpath")), "data");
    what = " (the sample of Fashion-MNIST in this package)";
  endif
endfunction

function need_folder (folder, who)
  if (! isfolder (folder))
    error ("autoencoder:ae_load_mnist:file", "ae_load_mnist: there is no folder \"%s\"%s", folder, who);
  endif
endfunction

function file = find_file (folder, split, what)
  prefix = struct ("train", {{"train"}}, "test", {{"t10k", "test"}});
  number = struct ("images", 3, "labels", 1);
  for p = prefix.(split)
    for separator = "-."
      for kind = {"", ".gz"}
        name = sprintf ("%s-%s%sidx%d-ubyte%s", p{1}, what, separator, number.(what), kind{1});
        file = fullfile (folder, name);
        if (exist (file, "file") == 2)
          return;
        endif
      endfor
    endfor
  endfor
  error ("autoencoder:ae_load_mnist:file", ...
         "ae_load_mnist: the folder \"%s\" has no file %s-%s-idx%d-ubyte, with .gz or without", ...
         folder, prefix.(split){1}, what, number.(what));
endfunction

function arg_same_size (folder, images, labels)
  if (! isa (images, "uint8") || ndims (images) > 3 || isempty (images))
    error ("autoencoder:ae_load_mnist:format", ...
           "ae_load_mnist: the images in \"%s\" must be uint8, h-by-w-by-n, got %s", ...
           folder, text_describe (images));
  elseif (! isa (labels, "uint8") || ! isrow (labels) || numel (labels) != size (images, 3))
    error ("autoencoder:ae_load_mnist:format", ...
           "ae_load_mnist: in \"%s\" the labels must be uint8, 1-by-%d as there are images, got %s", ...
           folder, size (images, 3), text_describe (labels));
  elseif (any (labels > 9))
    error ("autoencoder:ae_load_mnist:format", ...
           "ae_load_mnist: the labels in \"%s\" must be 0 to 9, got %d", folder, max (labels));
  endif
endfunction

%!function folder = sample ()
%!  folder = fullfile (fileparts (which ("ae_load_mnist")), "data");
%!endfunction
%!function folder = scratch (varargin)
%!  folder = tempname ();
%!  mkdir (folder);
%!  for i = 1:2:numel (varargin)
%!    fid = fopen (fullfile (folder, varargin{i}), "wb");
%!    fwrite (fid, varargin{i+1});
%!    fclose (fid);
%!  endfor
%!endfunction
%!function clear_up (folder, old)
%!  confirm_recursive_rmdir (false, "local");
%!  if (! isempty (folder))
%!    rmdir (folder, "s");
%!  endif
%!  setenv ("AE_DATA", old);
%!endfunction
%!function fails (folder, split, pattern, id)
%!  unwind_protect
%!    err = struct ("message", "", "identifier", "");
%!    try
%!      ae_load_mnist (split, folder);
%!    catch err
%!    end_try_catch
%!    assert (! isempty (strfind (err.message, pattern)), err.message);
%!    assert (err.identifier, id);
%!  unwind_protect_cleanup
%!    clear_up (folder, getenv ("AE_DATA"));
%!  end_unwind_protect
%!endfunction

%!test # the sample: balanced, scaled, upright
%! [X, y, source] = ae_load_mnist ("train", sample ());
%! assert (source, sample ());
%! assert (size (X), [28 28 1 1500]);
%! assert (class (X), "single");
%! assert (class (y), "double");
%! assert ([min(X(:)), max(X(:))], single ([0 1]));
%! assert (histc (y, 0:9), 150 * ones (1, 10));
%! [T, yt] = ae_load_mnist ("test", sample (), "Quiet", true);
%! assert (size (T), [28 28 1 500]);
%! assert (histc (yt, 0:9), 50 * ones (1, 10));
%! ## an upright boot: its sole (the bottom rows) is wide and bright, the space left of its shaft is empty
%! boot = mean (X(:,:,1,y == 9), 4);
%! assert (mean (boot(18:22,5:24)(:)) > 0.4);
%! assert (mean (boot(1:6,1:8)(:)) < 0.05);
%!test <*data> # the sample is the head of the whole set
%! folder = "/usr/share/datasets/fashion-mnist";
%! if (isfolder (folder))
%!   [T, yt, ~] = ae_load_mnist ("test", folder);
%!   [S, ys, ~] = ae_load_mnist ("test", sample ());
%!   assert (size (T), [28 28 1 10000]);
%!   for c = 0:9
%!     assert (S(:,:,:,ys == c), T(:,:,:,find (yt == c, 50)));
%!   endfor
%! endif
%!test # the environment variable, and the line that says what was taken
%! old = getenv ("AE_DATA");
%! unwind_protect
%!   setenv ("AE_DATA", sample ());
%!   text = evalc ('[X, y] = ae_load_mnist ("test");');
%!   assert (text, sprintf ("ae_load_mnist: 500 test images from %s (AE_DATA)\n", sample ()));
%!   assert (evalc ('[X, y, s] = ae_load_mnist ("test");'), "");
%!   assert (s, sample ());
%!   assert (evalc ('X = ae_load_mnist ("test", "Quiet", true);'), "");
%!   setenv ("AE_DATA", "/no/such");
%!   fail ('ae_load_mnist ("test")', 'no folder "/no/such", which the environment variable AE_DATA names');
%!   setenv ("AE_DATA", "");
%!   [~, ~, s] = ae_load_mnist ("test");
%!   assert (any (strcmp (s, {"/usr/share/datasets/fashion-mnist", sample()})));
%! unwind_protect_cleanup
%!   clear_up ("", old);
%! end_unwind_protect
%!test # every spelling of the files, packed and not
%! images = [0 0 8 3, 0 0 0 2, 0 0 0 2, 0 0 0 3, 0:51:255, 6:11];
%! labels = [0 0 8 1, 0 0 0 2, 7 9];
%! for stem = {"t10k-%s-idx%d-ubyte", "t10k-%s.idx%d-ubyte", "test-%s-idx%d-ubyte", "test-%s.idx%d-ubyte"}
%!   for packed = [false true]
%!     folder = scratch (sprintf (stem{1}, "images", 3), images, sprintf (stem{1}, "labels", 1), labels);
%!     unwind_protect
%!       if (packed)
%!         gzip (fullfile (folder, "*ubyte"));
%!         delete (fullfile (folder, "*ubyte"));
%!       endif
%!       [X, y, ~] = ae_load_mnist ("test", folder);
%!       assert (X(:,:,1,1), single ([0 .2 .4; .6 .8 1]), eps ("single"));
%!       assert (size (X), [2 3 1 2]);
%!       assert (y, [7 9]);
%!     unwind_protect_cleanup
%!       clear_up (folder, getenv ("AE_DATA"));
%!     end_unwind_protect
%!   endfor
%! endfor
%!test # files that are missing, damaged or do not belong together
%! images = [0 0 8 3, 0 0 0 2, 0 0 0 2, 0 0 0 3, 0:11];
%! labels = [0 0 8 1, 0 0 0 2, 7 9];
%! in = "train-images-idx3-ubyte";  ln = "train-labels-idx1-ubyte";
%! file = "autoencoder:ae_load_mnist:file";  form = "autoencoder:ae_load_mnist:format";
%! fails (scratch (), "train", "has no file train-images-idx3-ubyte, with .gz or without", file);
%! fails (scratch (), "test", "has no file t10k-images-idx3-ubyte", file);
%! fails (scratch (in, images), "train", "has no file train-labels-idx1-ubyte", file);
%! fails (scratch (in, images(1:20), ln, labels), "train", "its header announces 2-by-2-by-3", ...
%!        "autoencoder:ae_load_idx:format");
%! fails (scratch (in, images, ln, [0 0 8 1, 0 0 0 3, 7 9 1]), "train", ...
%!        "1-by-2 as there are images, got 1-by-3", form);
%! fails (scratch (in, images, ln, [0 0 8 1, 0 0 0 2, 7 10]), "train", "must be 0 to 9, got 10", form);
%! fails (scratch (in, labels, ln, images), "train", "the labels must be uint8", form);
%! fails (scratch (in, [0 0 9 images(4:end)], ln, labels), "train", "got 2-by-3-by-2 int8", form);
%! fails (scratch (in, [0 0 8 3, 0 0 0 0, 0 0 0 2, 0 0 0 3], ln, [0 0 8 1, 0 0 0 0]), "train", ...
%!        "2-by-3-by-0 uint8", form);
%!error <Invalid call> ae_load_mnist ()
%!error <split must be one of train, test; got "valid"> ae_load_mnist ("valid")
%!error <split must be one of train, test; got 1> ae_load_mnist (1)
%!error <there is no folder "/no/such"> ae_load_mnist ("test", "/no/such")
%!error <folder must be a string, got 1> ae_load_mnist ("test", 1)
%!error <folder must be a folder's name> ae_load_mnist ("test", "")
%!error <unknown option "Quite".*valid are: Quiet> ae_load_mnist ("test", "Quite", true)
%!error <Quiet must be true or false> ae_load_mnist ("test", "Quiet", 2)
