## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{db} =} ae_psnr (@var{X}, @var{Y})
## @deftypefnx {autoencoder} {@var{db} =} ae_psnr (@var{X}, @var{Y}, "Peak", @var{peak})
## Peak signal-to-noise ratio in decibels: @code{10 log10 (peak^2 / mse)}.
##
## @var{X} and @var{Y} are arrays of one size.  The mean squared error is taken
## over every element of all samples (not a mean of the samples' ratios).
## Equal arrays give @code{Inf}.
##
## Option:
## @table @code
## @item "Peak"
## The range of the values, a number > 0 (default 1).
## @end table
##
## Errors: @code{autoencoder:ae_psnr:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}, @code{:option}, @code{:value}.
##
## @example
## @group
## ae_psnr ([0 0.5 1], [0.1 0.6 0.9])
##     @result{} 20
## @end group
## @end example
## @seealso{ae_ssim, ae_evaluate}
## @end deftypefn

function db = ae_psnr (X, Y, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  [X, Y] = arg_same_size ("ae_psnr", {"X", "Y"}, X, Y);
  opt = arg_options ("ae_psnr", varargin, {"Peak", 1, "number > 0"});
  mse = sum ((X(:) - Y(:)) .^ 2, "double") / numel (X);
  if (isfinite (mse) && mse > realmin ())
    db = measure_psnr (opt.Peak, mse);
  else
    db = of_extremes (double (X(:)) / 2, double (Y(:)) / 2, opt.Peak / 2);
  endif
endfunction

## Where squares leave the range of numbers: in units of the largest difference.
function db = of_extremes (X, Y, peak)
  D = X - Y;
  largest = max (abs (D));
  if (largest > 0)
    db = 20 * log10 (peak) - 20 * log10 (largest) - 10 * log10 (mean ((D / largest) .^ 2));
  else
    db = Inf;
  endif
endfunction

%!assert (ae_psnr ([0 0.5 1], [0.1 0.6 0.9]), 20, 1e-12)
%!assert (ae_psnr ([0 50 100], [10 60 90], "Peak", 100), 20, 1e-12)
%!assert (ae_psnr (1, 1), Inf)
%!assert (ae_psnr (single ([0 1]), [0.5 0.5]), 10 * log10 (4), 1e-7)
%!test # values and peaks whose squares no number can hold
%! assert (ae_psnr ([0 1], [0 1], "Peak", 1e-320), Inf);
%! assert (ae_psnr ([0 1], [0.5 0.5], "Peak", 1e-300), 20 * log10 (2) - 6000, 1e-9);
%! assert (ae_psnr ([0 1], [0.5 0.5], "Peak", 1e300), 20 * log10 (2) + 6000, 1e-9);
%! assert (ae_psnr ([0 1e308], [-1e308 0], "Peak", 1e308), 0, 1e-9);
%! assert (ae_psnr ([1e308 0], [-1e308 0], "Peak", 1e308), -10 * log10 (2), 1e-9);
%! assert (ae_psnr (single ([0 3e38]), single ([3e38 3e38]), "Peak", 3e38), 10 * log10 (2), 1e-5);
%! assert (ae_psnr ([0 1e-200], [0 0]), 10 * log10 (2) + 4000, 1e-9);
%!error <Invalid call> ae_psnr (1)
%!error <must have the same size, got 1-by-1 and 1-by-2> ae_psnr (1, [1 2])
%!error <X must be single or double, got logical> ae_psnr (true, 1)
%!error <unknown option "Peek".*valid are: Peak> ae_psnr (1, 1, "Peek", 2)
%!error <Peak must be a finite number . 0, got -1> ae_psnr (1, 1, "Peak", -1)
