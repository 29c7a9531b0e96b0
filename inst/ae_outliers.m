## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{flag}, @var{s}, @var{limit}] =} ae_outliers (@var{m}, @var{X})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_outliers (@var{m}, @var{X}, @var{name}, @var{value}, @dots{})
## Outliers: the samples that a model gives back worse than nearly all it was trained on.
##
## @var{s} are the scores of @code{ae_score (@var{m}, @var{X})}, 1-by-@var{n};
## @var{flag} is @code{s > limit}, 1-by-@var{n} logical.  By default @var{limit} is
## the quantile of the training samples' scores that the share 0.01 exceeds, so
## about one in a hundred ordinary samples is flagged, too.
##
## Options:
## @table @code
## @item "Train"
## Samples that are taken for ordinary, such as the model was trained on; by
## default @var{X} itself, of which the share is then flagged.
## @item "Share"
## The share of those that may score above the limit, from 0 (none) to less than
## 1, default 0.01.  The quantile is interpolated linearly between the scores, as in
## numpy (and so pyod).
## @item "Limit"
## A limit of your own, in place of the two options above.
## @end table
##
## A single sample is flagged only against @qcode{"Train"} or @qcode{"Limit"}.
##
## Errors: @code{autoencoder:ae_outliers:option}, @code{:value}, and those of
## @code{ae_score} with this function's name.
##
## @example
## @group
## X = [1:20; 2 * (1:20)];
## p = ae_pca (X, 1);
## [flag, s, limit] = ae_outliers (p, [5 5; 10 0], "Train", X);
## find (flag)
##     @result{} 2
## @end group
## @end example
## @seealso{ae_score, ae_plot_score, ae_save_table}
## @end deftypefn

function [flag, s, limit] = ae_outliers (m, X, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  opt = arg_options ("ae_outliers", varargin, ...
                     {"Train", [], ""; "Share", [], "share?"; "Limit", [], "number?"});
  if (! isempty (opt.Limit) && ! (isempty (opt.Train) && isempty (opt.Share)))
    error ("autoencoder:ae_outliers:option", "ae_outliers: give Limit, or Train and Share, not both");
  endif
  s = score ("X", m, X);
  limit = opt.Limit;
  if (isempty (limit))
    ordinary = s;
    if (! isempty (opt.Train))
      ordinary = score ("Train", m, opt.Train);
    endif
    limit = quantile (ordinary(:), 1 - [opt.Share, 0.01](1), 1, 7);
  endif
  flag = s > limit;
endfunction

## The scores; errors name this function and argument.
function s = score (name, m, X)
  try
    s = ae_score (m, X);
  catch err
    text = strrep (err.message, "ae_score: X ", ["ae_outliers: " name " "]);
    error (strrep (err.identifier, "ae_score", "ae_outliers"), "%s", strrep (text, "ae_score: ", "ae_outliers: "));
  end_try_catch
endfunction

%!shared X, p, s
%! X = [1 0.5; 0.3 -1; 1 1; 0.2 0.1] * [sin((1:100) * 1.7); cos((1:100) * 0.9)] + 0.05 * sin (reshape (1:400, 4, 100) .^ 2);
%! p = ae_pca (X, 2);
%! s = ae_score (p, X);
%!test # the share, by numpy's rule: between the two scores that the place falls between
%! [flag, t, limit] = ae_outliers (p, X, "Share", 0.1);
%! assert (t, s);
%! r = sort (s);
%! assert (limit, r(90) + 0.1 * (r(91) - r(90)), 1e-14);
%! assert (flag, s > limit);
%! assert (sum (flag), 10);
%! assert (class (flag), "logical");
%! [~, ~, limit] = ae_outliers (p, X);
%! assert (limit, r(99) + 0.01 * (r(100) - r(99)), 1e-14);
%! assert (! any (ae_outliers (p, X, "Share", 0)));
%!test # ordinary samples of their own, a limit
%! Y = X(:,1:3);
%! Y(2,2) += 5;
%! [flag, t, limit] = ae_outliers (p, Y, "Train", X);
%! assert (flag, [false true false] | t > limit);
%! assert (flag(2));
%! assert (ae_outliers (p, Y, "Limit", t(2) - 1e-9), [false true false]);
%! [~, ~, limit] = ae_outliers (p, Y, "Limit", 3);
%! assert (limit, 3);
%! assert (ae_outliers (p, X(:,1)), false); # itself alone
%!error <Invalid call> ae_outliers (1)
%!error <give Limit, or Train and Share, not both> ae_outliers (p, X, "Limit", 1, "Share", 0.1)
%!error <Share must be a number in \[0, 1\), got 1> ae_outliers (p, X, "Share", 1)
%!error <ae_outliers: X must be 4-by-n, got 3-by-1> ae_outliers (p, ones (3, 1))
%!error <ae_outliers: Train must be 4-by-n, got 3-by-1> ae_outliers (p, X, "Train", ones (3, 1))
%!error <ae_outliers: the model must come from> ae_outliers (3, X)
%!error <unknown option "Trin"> ae_outliers (p, X, "Trin", X)
