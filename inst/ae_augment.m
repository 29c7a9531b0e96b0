## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_augment (@var{X})
## @deftypefnx {autoencoder} {@var{Y} =} ae_augment (@var{X}, @var{name}, @var{value})
## Images turned, scaled, sheared and shifted a little, each in another way.
##
## @var{X} is single or double, @var{h}-by-@var{w}-by-@var{c}-by-@var{n} with 1 or 3
## channels, or @var{d}-by-@var{n} where @var{d} is a square number; any other matrix is
## one image.  @var{Y} has its size and class.
## This is to see what @code{ae_fit (@dots{}, "Augment", true)} trains on: it shows the net
## such images, others in every epoch, without holding a copy, so that a net
## with many weights learns what images have in common and not each by heart.
##
## Options; @code{ae_fit} takes the first five in a cell, @code{"Augment", @{"Rotate", 10@}}.  Each
## number is drawn evenly between minus the given one and that:
##
## @table @code
## @item "Rotate"
## Degrees, up to 180; default 7.
## @item "Scale"
## Change of height and of width, as shares, up to 0.9; default 0.07.
## @item "Shear"
## How far a row slips for each row above it; default 0.07.
## @item "Shift"
## Pixels, up and down and to the sides; default 0.5.
## @item "Share"
## How many of the images are changed, 0 to 1; default 1.
## @item "ImageSize"
## @code{[@var{h} @var{w}]} or @code{[@var{h} @var{w} @var{c}]} of images that are
## columns of @var{X}.
## @item "Seed", "Epoch"
## Whole numbers >= 0.  The same seed and epoch give the same images as
## @code{ae_fit} takes with that seed in that epoch.  By default a seed drawn from
## @code{rand}, and 1.
## @item "Threads"
## How many threads share the work; the result does not depend on it.
## @end table
##
## A pixel @var{p} of the result, counted from the middle, is the value of the image at
## @var{R} @var{H} @var{S} @var{p} + @var{t}: rotation, shear, scales and shift; between
## pixels by cubic convolution, beyond the edge the nearest pixel, and never outside the
## range of the channel.
##
## Errors: @code{autoencoder:ae_augment:class}, @code{:size}, @code{:empty},
## @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Sources: Simard, Steinkraus and Platt, @cite{Best practices for convolutional neural
## networks applied to visual document analysis}, ICDAR 2003; Keys, @cite{Cubic
## convolution interpolation for digital image processing}, IEEE Trans. ASSP 29, 1981
## (a = -1/2).
##
## @example
## @group
## X = ae_load_mnist ("test", "Quiet", true)(:,:,:,1:8);
## Y = ae_augment (X, "Rotate", 15, "Seed", 1);
## size (Y)
##     @result{} 28   28    1    8
## isequal (X, ae_augment (X, "Share", 0))
##     @result{} 1
## @end group
## @end example
## @seealso{ae_fit, ae_add_noise, ae_recipe}
## @end deftypefn

function Y = ae_augment (X, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  arg_array ("ae_augment", "X", X);
  own = {"ImageSize", [], ""; "Seed", [], "whole >= 0?"; "Epoch", 1, "whole >= 0"; "Threads", [], "threads?"};
  [how, rest] = moves (varargin, own(:,1));
  opt = arg_options ("ae_augment", rest, own);
  if (isempty (opt.Threads))
    opt.Threads = min (nproc (), 256);
  endif
  images = arg_images ("ae_augment", "X", X, opt.ImageSize);
  s = [size(images), 1](1:3);
  Y = __ae_augment__ (reshape (images, prod (s), []), [how, s], arg_seed (opt.Seed), opt.Epoch, opt.Threads);
  Y = reshape (Y, size (X));
endfunction

## How to move the images, and the arguments that say something else.
function [how, rest] = moves (args, names)
  mine = false (size (args));
  for i = 1:2:numel (args) - 1
    mine([i, i + 1]) = ! (ischar (args{i}) && any (strcmpi (args{i}, names)));
  endfor
  how = augment_numbers ("ae_augment", args(mine));
  rest = args(! mine);
endfunction

%!demo
%! ## The same images in three epochs, as "Augment" shows them to a net.
%! X = ae_load_mnist ("test", "Quiet", true)(:,:,:,1:10);
%! row = @(e) ae_augment (X, "Rotate", 10, "Scale", 0.1, "Seed", 1, "Epoch", e);
%! imshow (ae_image_grid (cat (4, X, row (1), row (2), row (3)), "Columns", 10, "Scale", 3));
%! title ("originals, and three epochs");

%!test # each option moves something; colour channels move together
%! X = rand (8, 8, 3, 5);
%! none = {"Rotate", 0, "Scale", 0, "Shear", 0, "Shift", 0, "Seed", 1};
%! assert (ae_augment (X, none{:}), X, 1e-15);
%! for option = {"Rotate", 9; "Scale", 0.2; "Shear", 0.2; "Shift", 1}'
%!   Y = ae_augment (X, none{:}, option{:});
%!   assert (max (abs (Y - X)(:)) > 0.01, option{1});
%!   assert (Y(:,:,2,:), ae_augment (X(:,:,2,:), none{:}, option{:}));
%! endfor
%! X = rand (8, 8, 1, 40);
%! Y = ae_augment (X, "Share", 0.5, "Seed", 1);
%! same = squeeze (all (all (all (Y == X, 1), 2), 3));
%! assert (any (same) && ! all (same));
%!test <*seed> # the same seed, the same bits, for any number of threads; rand is left alone
%! X = rand (28, 28, 1, 70, "single");
%! rand ("state", 3);  r = rand ();  rand ("state", 3);
%! a = ae_augment (X, "Seed", 4, "Threads", 1);
%! for threads = [2 4]
%!   assert (ae_augment (X, "Seed", 4, "Threads", threads), a);
%! endfor
%! assert (rand (), r);
%! assert (class (a), "single");
%! assert (! isequal (a, ae_augment (X, "Seed", 5)));
%! assert (! isequal (a, ae_augment (X, "Seed", 4, "Epoch", 2)));
%! assert (a, single (ae_augment (double (X), "Seed", 4)), 1e-6);
%! assert (min (a(:)) >= min (X(:)) && max (a(:)) <= max (X(:)));
%!test # images as columns; without a seed rand decides
%! X = rand (28, 28, 1, 4);
%! a = ae_augment (X, "Seed", 4);
%! assert (ae_augment (reshape (X, 784, 4), "Seed", 4), reshape (a, 784, 4));
%! B = rand (6, 4, 1, 3);
%! assert (ae_augment (reshape (B, 24, 3), "Seed", 4, "ImageSize", [6 4]), reshape (ae_augment (B, "Seed", 4), 24, 3));
%! rand ("state", 3);  a = ae_augment (X);
%! rand ("state", 3);  assert (ae_augment (X), a);
%!error <Invalid call> ae_augment ()
%!error <ae_augment: X must be single or double> ae_augment (uint8 (ones (4, 4)))
%!error <ae_augment: X must be h-by-w-by-c-by-n> ae_augment (ones (4, 4, 2, 3))
%!error <ae_augment: unknown option "Turn"> ae_augment (ones (4), "Turn", 1)
%!error <ae_augment: Rotate must be a finite number .= 0, got -1> ae_augment (ones (4), "Rotate", -1)
%!error <ae_augment: Rotate must be 180 or less, got 200> ae_augment (ones (4), "Rotate", 200)
%!error <ae_augment: Scale must be 0.9 or less, got 1> ae_augment (ones (4), "Scale", 1)
%!error <ae_augment: Shear must be 10 or less> ae_augment (ones (4), "Shear", 11)
%!error <ae_augment: Shift must be 1e\+06 or less> ae_augment (ones (4), "Shift", 1e7)
%!error <ae_augment: Share must be 1 or less, got 2> ae_augment (ones (4), "Share", 2)
%!error <ae_augment: Seed must be> ae_augment (ones (4), "Seed", -1)
%!error <ae_augment: Epoch must be> ae_augment (ones (4), "Epoch", 0.5)
%!error <ae_augment: Threads must be> ae_augment (ones (4), "Threads", 0)
%!error <ae_augment: ImageSize must be> ae_augment (ones (4), "ImageSize", 1)
%!error <X must be finite> ae_augment ([1 NaN; 1 1])
