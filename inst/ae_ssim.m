## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{s} =} ae_ssim (@var{X}, @var{Y})
## @deftypefnx {autoencoder} {[@var{s}, @var{each}] =} ae_ssim (@var{X}, @var{Y}, "Peak", @var{peak})
## Structural similarity of images: 1 for equal ones, near 0 for unrelated ones.
##
## @var{X} and @var{Y} are @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, at least
## 3-by-3 pixels.  @var{s} is the mean over all images, @var{each} the
## 1-by-@var{n} values of the individual images.  Local means, variances and the
## covariance are taken in an 11-by-11 Gaussian window of standard deviation
## 1.5, at all places where it lies inside the image, separately for each
## channel; images with a side below 11 get the largest odd window that fits.
##
## Option:
## @table @code
## @item "Peak"
## The range of the values, a number > 0 (default 1).
## @end table
##
## Errors: @code{autoencoder:ae_ssim:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}, @code{:option}, @code{:value}.
##
## Source: Z. Wang, A. C. Bovik, H. R. Sheikh, E. P. Simoncelli, @cite{Image
## quality assessment: from error visibility to structural similarity}, IEEE
## Transactions on Image Processing 13, 2004.
##
## @example
## @group
## X = repmat (linspace (0, 1, 16), 16, 1);
## ae_ssim (X, X)
##     @result{} 1
## @end group
## @end example
## @seealso{ae_psnr, ae_evaluate}
## @end deftypefn

function [s, each] = ae_ssim (X, Y, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  [X, Y] = arg_same_size ("ae_ssim", {"X", "Y"}, X, Y);
  opt = arg_options ("ae_ssim", varargin, {"Peak", 1, "number > 0"});
  if (ndims (X) > 4 || size (X, 1) < 3 || size (X, 2) < 3)
    error ("autoencoder:ae_ssim:size", ...
           "ae_ssim: X must be h-by-w-by-c-by-n with h and w of 3 or more, got %s", text_describe (X));
  endif
  each = measure_ssim (X, Y, opt.Peak);
  s = mean (each);
endfunction

%!shared A, B
%! A = reshape (mod ((1:13*12*2*3) .^ 2, 101), 13, 12, 2, 3) / 100;
%! B = 0.8 * A + 0.1 + 0.05 * sin (reshape (1:numel (A), size (A)));
%!test # the same images
%! [s, each] = ae_ssim (A, A);
%! assert (s, 1, 1e-12);
%! assert (size (each), [1 3]);
%!test # one window on one place, by the definition
%! a = A(1:11,1:11,1,1); b = B(1:11,1:11,1,1);
%! g = exp (-(-5:5) .^ 2 / 4.5); g = g' * g / sum (g)^2;
%! ma = sum ((g .* a)(:)); mb = sum ((g .* b)(:));
%! va = sum ((g .* (a - ma) .^ 2)(:)); vb = sum ((g .* (b - mb) .^ 2)(:));
%! vab = sum ((g .* (a - ma) .* (b - mb))(:));
%! s = (2*ma*mb + 1e-4) * (2*vab + 9e-4) / ((ma^2 + mb^2 + 1e-4) * (va + vb + 9e-4));
%! assert (ae_ssim (a, b), s, 1e-12);
%!test # symmetric; channels and images are averaged; scale goes with the peak
%! assert (ae_ssim (A, B), ae_ssim (B, A), 1e-14);
%! [s, each] = ae_ssim (A, B);
%! assert (s, mean (each), 1e-15);
%! one = (ae_ssim (A(:,:,1,2), B(:,:,1,2)) + ae_ssim (A(:,:,2,2), B(:,:,2,2))) / 2;
%! assert (each(2), one, 1e-14);
%! assert (ae_ssim (255 * A, 255 * B, "Peak", 255), s, 1e-12);
%! assert (ae_ssim (single (A), single (B)), s, 1e-5);
%!assert (ae_ssim (ones (3, 4), ones (3, 4)), 1, 1e-12) # small images
%!test # every size, and more images than a register holds, against convolutions with the window
%! g = @(n) exp (-(-(n-1)/2:(n-1)/2) .^ 2 / 4.5)' / sum (exp (-(-(n-1)/2:(n-1)/2) .^ 2 / 4.5));
%! for dims = {[3 4 1 2], [12 11 2 17], [28 13 1 33], [5 40 3 1]}
%!   X = reshape (mod ((1:prod (dims{1})) .^ 2, 101), dims{1}) / 100;
%!   Y = 0.7 * X + 0.2 * cos (reshape (1:numel (X), dims{1}));
%!   odd = min (11, dims{1}(1:2) - mod (dims{1}(1:2) + 1, 2));
%!   blur = @(A) conv2 (A, g (odd(1)) * g (odd(2))', "valid");
%!   wanted = zeros (dims{1}(3:4));
%!   for k = 1:numel (wanted)
%!     a = X(:,:,k); b = Y(:,:,k); ma = blur (a); mb = blur (b);
%!     wanted(k) = mean (((2*ma.*mb + 1e-4) .* (2*(blur (a.*b) - ma.*mb) + 9e-4) ./ ((ma.^2 + mb.^2 + 1e-4) ...
%!                       .* (blur (a.^2) - ma.^2 + blur (b.^2) - mb.^2 + 9e-4)))(:));
%!   endfor
%!   [~, each] = ae_ssim (X, Y);
%!   assert (each, mean (wanted, 1), 1e-12);
%!   [~, each] = ae_ssim (single (X), single (Y));
%!   assert (each, mean (wanted, 1), 2e-5);
%! endfor
%!test # numbers whose squares overflow
%! assert (ae_ssim (single (1e30 * A), single (1e30 * B), "Peak", 1e30), ae_ssim (A, B), 1e-5);
%! assert (ae_ssim (1e300 * A, 1e300 * B, "Peak", 1e300), ae_ssim (A, B), 1e-12);
%!test # any peak gives a number
%! X = single ([0 1 0; 1 0 1; 0 0 1]);
%! for peak = [realmin 1e-20 1e20 1e308]
%!   assert (isfinite (ae_ssim (X, 1 - X, "Peak", peak)));
%! endfor
%! assert (ae_ssim (X, 1 - X, "Peak", sparse (2)), ae_ssim (X, 1 - X, "Peak", 2));
%!error <Invalid call> ae_ssim (1)
%!error <X and Y must have the same size, got 4-by-4 and 4-by-5> ae_ssim (ones (4), ones (4, 5))
%!error <with h and w of 3 or more> ae_ssim (ones (2, 5), ones (2, 5))
%!error <X must be single or double> ae_ssim ({1}, 1)
%!error <Y must be finite> ae_ssim (ones (4), NaN (4))
%!error <Peak must be a finite number . 0> ae_ssim (ones (4), ones (4), "Peak", 0)
