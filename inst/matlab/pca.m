## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{coeff}, @var{score}, @var{latent}, @var{tsquared}, @var{explained}, @var{mu}] =} pca (@var{X})
## @deftypefnx {autoencoder} {[@dots{}] =} pca (@var{X}, @var{Name}, @var{Value})
## Principal components with samples in rows, called as in MATLAB.
##
## @var{X} is @var{n}-by-@var{d}, a sample a row.  @var{coeff} (@var{d}-by-@var{k})
## holds the components in columns, the largest element of each positive;
## @var{score} (@var{n}-by-@var{k}) = (@var{X} - @var{mu}) @var{coeff};
## @var{latent} (@var{k}-by-1) the variances of the scores (divided by
## @var{n} - 1); @var{tsquared} (@var{n}-by-1) Hotelling's T squared over all
## components of a variance above rounding; @var{explained} (@var{k}-by-1) the
## percentages of the whole variance; @var{mu} (1-by-@var{d}) the means.
## @code{ae_pca} is the package's own function: samples in columns, a model that
## the other functions take.  This one is there after @code{ae_matlab ("on")}.
##
## @table @code
## @item "NumComponents"
## How many columns @var{coeff} and @var{score} have; default all.
## @item "Centered"
## true (default): the means are subtracted; false: @var{mu} is 0.
## @item "Economy"
## true (default): only the components that can have a variance, min (@var{n} - 1,
## @var{d}); false: all @var{d}.
## @item "Rows"
## What to do with rows that hold NaN: @qcode{"complete"} (default) leaves them
## out, their scores are NaN; @qcode{"all"} is an error.
## @item "Algorithm"
## @qcode{"svd"} (default) or @qcode{"eig"}: both are taken as a singular value
## decomposition.
## @end table
##
## Errors: @code{autoencoder:pca:class}, @code{:empty}, @code{:nonfinite}, @code{:overflow},
## @code{:option}, @code{:value}.
##
## Source: Hotelling, Journal of Educational Psychology 24, 1933.
##
## @example
## @group
## ae_matlab ("on");
## [coeff, score] = pca ([1 1; 2 2; 3 3], "NumComponents", 1)
##     @result{} coeff =
##
##           0.7071
##           0.7071
##
##        score =
##
##          -1.4142
##                0
##           1.4142
## @end group
## @end example
## @seealso{ae_matlab, ae_pca, svd}
## @end deftypefn

function [coeff, score, latent, tsquared, explained, mu] = pca (X, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  opt = __matlab__ ("options", "pca", varargin, {
    "NumComponents", [], "whole >= 1?";
    "Centered", true, "flag";
    "Economy", true, "flag";
    "Rows", "complete", {"complete", "all"};
    "Algorithm", "svd", {"svd", "eig"}});
  [X, complete] = checked_rows (X, opt.Rows);
  [n, d] = size (X);
  mu = zeros (1, d);
  if (opt.Centered)
    mu = mean (X(complete,:), 1);
  endif
  C = X(complete,:) - mu;
  if (! isfinite (sum (C(:) .^ 2)))
    error ("autoencoder:pca:overflow", "pca: the squares of X overflow its precision; scale X first");
  endif
  freedom = max (rows (C) - opt.Centered, 0);
  [spread, coeff] = directions (C, opt.Economy);
  [~, largest] = max (abs (coeff), [], 1);
  coeff .*= sign (coeff(sub2ind (size (coeff), largest, 1:columns (coeff))));
  k = columns (coeff);
  if (opt.Economy)
    k = min (freedom, k);
  endif
  score = (X - mu) * coeff;
  latent = spread .^ 2 / max (freedom, 1);
  explained = 100 * latent / max (sum (latent), realmin ());
  there = spread > max (n, d) * eps (spread(1)) & latent > 0;
  tsquared = sum ((score(:,there) .^ 2) ./ latent(there)', 2);
  latent = latent(1:k);
  explained = explained(1:k);
  k = min ([k, opt.NumComponents]);
  coeff = coeff(:,1:k);
  score = score(:,1:k);
endfunction

## Singular values and right singular vectors; all of these only where asked for.
function [spread, coeff] = directions (C, economy)
  d = columns (C);
  if (economy || rows (C) >= d)
    [~, S, coeff] = svd (C, "econ");
  else
    [~, S, coeff] = svd (C);
  endif
  spread = zeros (columns (coeff), 1);
  k = min (size (S));
  spread(1:k) = diag (S)(1:k);
endfunction

function [X, complete] = checked_rows (X, which_rows)
  if (! (isnumeric (X) && isreal (X) && ndims (X) == 2))
    error ("autoencoder:pca:class", "pca: X must be a real matrix, a sample a row, got %s", __matlab__ ("describe", X));
  elseif (isempty (X))
    error ("autoencoder:pca:empty", "pca: X must not be empty");
  endif
  X = double (full (X));
  complete = ! any (isnan (X), 2);
  if (any (isinf (X(:))) || ! any (complete) || (strcmp (which_rows, "all") && ! all (complete)))
    error ("autoencoder:pca:nonfinite", "pca: X holds Inf, or NaN that \"Rows\", \"%s\" does not leave out", which_rows);
  endif
endfunction

%!shared X
%! ae_matlab ("on");
%! X = sin (reshape (1:60, 12, 5) .^ 2) * diag ([3 1 2 0.5 1]);
%!test # against the eigenvectors of the covariance
%! [coeff, score, latent, t2, explained, mu] = pca (X);
%! assert (mu, mean (X), 1e-14);
%! C = cov (X);
%! assert (coeff' * coeff, eye (5), 1e-13);
%! assert (C * coeff, coeff * diag (latent), 1e-12);
%! assert (diff (latent) <= 0);
%! assert (score, (X - mu) * coeff, 1e-13);
%! assert (var (score)', latent, 1e-12);
%! assert (sum (explained), 100, 1e-10);
%! assert (t2, diag ((X - mu) / C * (X - mu)'), 1e-10);
%! [~, k] = max (abs (coeff));
%! assert (all (coeff(sub2ind ([5 5], k, 1:5)) > 0));
%!test # options
%! assert (size (pca (X, "NumComponents", 2)), [5 2]);
%! assert (size (pca (X(1:3,:))), [5 2]);
%! assert (size (pca (X(1:3,:), "Economy", false)), [5 5]);
%! assert (size (pca (ones (1, 5))), [5 0]);
%! [~, ~, latent] = pca (ones (4, 3));
%! assert (latent, zeros (3, 1));
%! [coeff, score, ~, ~, ~, mu] = pca (X, "Centered", false);
%! assert (mu, zeros (1, 5));
%! assert (X, score * coeff', 1e-12);
%! Y = X;  Y(4,2) = NaN;
%! [coeff, score] = pca (Y);
%! assert (coeff, pca (X([1:3, 5:12],:)), 1e-13);
%! assert (isnan (score(4,1)) && ! any (isnan (score(5,:))));
%!error <Invalid call> pca ()
%!error <pca: X must be a real matrix, a sample a row, got 1-by-1 cell> pca ({1})
%!error <pca: X must not be empty> pca ([])
%!error <pca: X holds Inf, or NaN that "Rows", "all" does not leave out> pca ([1 NaN; 2 3], "Rows", "all")
%!test # variances that vanish in double
%! [~, ~, ~, tsquared] = pca (1e-310 * [1 2; 2 1; 4 4]);
%! assert (all (isfinite (tsquared)));
%!error <pca: the squares of X overflow> pca (1e200 * [1 2; 3 5; 4 4])
%!error <pca: unknown option "Weights"; valid are: NumComponents> pca (1, "Weights", 1)
%!test
%! ae_matlab ("off");
