## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{p} =} ae_pca (@var{X}, @var{k})
## @deftypefnx {autoencoder} {@var{p} =} ae_pca (@var{X}, @var{share})
## @deftypefnx {autoencoder} {@var{p} =} ae_pca (@dots{}, "Whiten", true)
## Principal component analysis: the linear method that every autoencoder has
## to beat.
##
## @var{X} holds @var{n} samples along its last dimension: @var{d}-by-@var{n},
## or images @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, which decoding gives
## back as images.  At least 2 samples are needed, fewer samples than features
## work.  The class of @var{X} decides the precision.
##
## @var{k} is the number of components, a whole number from 1 to
## @code{min (d, n)}.  A number between 0 and 1 is the share of the variance to
## keep: as many components are kept as that takes.
##
## The model @var{p} is a plain struct with the fields
## @table @code
## @item kind
## @qcode{"pca"}
## @item input_size
## @var{d}, or @code{[h w c]}
## @item mean
## the mean sample, @var{d}-by-1
## @item components
## @var{d}-by-@var{k}, orthonormal columns in order of decreasing variance.  The largest
## element of each is positive, so that signs don't differ between machines.
## @item variances
## @var{k}-by-1, along each component (divided by @var{n} - 1)
## @item explained
## @var{k}-by-1, the share of the total variance of each
## @item total_variance
## the sum of the variances of all features
## @item whiten
## true when codes are scaled to variance 1
## @item n
## the number of samples
## @item fit_seconds
## how long this took
## @end table
##
## It answers the same verbs as a network: @code{ae_encode}, @code{ae_decode},
## @code{ae_reconstruct}, @code{ae_evaluate}, @code{ae_summary},
## @code{ae_compare}, @code{ae_save}.  A code is @code{components' * (x - mean)}.
##
## Options:
## @table @code
## @item "Whiten"
## Divide each code by its standard deviation (default false).
## @item "Scale"
## @qcode{"none"} (default), @qcode{"zscore"}, @qcode{"minmax"},
## @qcode{"robust"} or @qcode{"bytes"} (uint8, which stays uint8 in memory):
## each feature is scaled first, as @code{ae_network} tells.  It is kept in
## @code{p.scaling}; @code{mean}, @code{components} and variances are those of
## the scaled samples, and what decodes comes back in the data's units.
## @item "Missing"
## What a NaN in @var{X} does: @qcode{"error"} (default); @qcode{"omit"}: the
## sample is left out, @code{p.omitted} says how many were; @qcode{"mask"}: the
## components are those of the probabilistic model that EM fits to what is
## there (Roweis 1998; Tipping and Bishop 1999).  @code{p.em} then has
## @code{iterations}, @code{converged} and @code{loglik}, @code{p.noise} the
## variance in every other direction; in a sample to encode a missing value
## stands as its expectation given the others.  A share of the variance is
## possible for up to 200 features then.
## @item "Verbose"
## false: say nothing about samples left out, or a matrix that looks as if its
## samples were rows.  Default true.
## @end table
##
## The covariance is summed in one pass over blocks of centred samples and its
## top eigenvectors come from LAPACK; with fewer samples than features the centred
## data's singular vectors.  Ctrl-C is heard within a second.  Beyond the data this needs memory for a few
## @var{d}-by-@var{d} matrices.  60,000 images of 784 pixels take about 0.2 s on
## two cores; LAPACK's part goes through the BLAS, and under one that is not known
## to be fast (the reference BLAS: 2 to 9 times as long) a warning says so, once a session.
##
## Errors: @code{autoencoder:ae_pca:class}, @code{:empty}, @code{:size},
## @code{:value}, @code{:nonfinite}, @code{:option}, @code{:constant} (samples
## that are all the same), @code{:overflow}, @code{:rank} (whitening along a
## direction without variance), @code{:missing} (a feature or all samples
## without a value), @code{:memory}, @code{:interrupt} (Ctrl-C).  Warnings: @code{autoencoder:ae_pca:scale}
## (one feature outweighs the rest where a share was asked for),
## @code{:converged} (EM needs more iterations), @code{:blas} (500 features and samples
## or more, and a slow BLAS).
##
## Source: H. Hotelling, @cite{Analysis of a complex of statistical variables
## into principal components}, Journal of Educational Psychology 24, 1933.
## Missing values: S. Roweis, @cite{EM algorithms for PCA and SPCA}, NIPS 10,
## 1998; M. Tipping and C. Bishop, @cite{Probabilistic principal component
## analysis}, Journal of the Royal Statistical Society B 61, 1999.
##
## @example
## @group
## X = [1 2 3 4; 2 4 6 8.5];
## p = ae_pca (X, 1);
## p.explained
##     @result{} 0.9995
## @end group
## @end example
## @seealso{ae_encode, ae_evaluate, ae_plot_components, ae_compare, ae_principal_angles}
## @end deftypefn

function p = ae_pca (X, k, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  started = tic ();
  opt = arg_options ("ae_pca", varargin, [{"Whiten", false, "flag"; "Verbose", true, "flag"}; scale_options()]);
  source = samples_is_source (X);
  if (source && ! strcmp (opt.Missing, "error"))
    error ("autoencoder:ae_pca:option", "ae_pca: a source has no missing values, so \"Missing\" must be \"error\"");
  endif
  unlooked = ! source && strcmp (opt.Scale, "none") && strcmp (opt.Missing, "error");
  if (unlooked)
    arg_floats ("ae_pca", "X", X);
  elseif (! source)
    arg_array ("ae_pca", "X", X, strcmp (opt.Scale, "bytes"), ! strcmp (opt.Missing, "error"));
  endif
  arg_value ("ae_pca", "k", k, "number > 0");
  [D, input_size] = columns_of (X);
  say_orientation (D, input_size, opt);
  m = scale_attach (struct (), opt, input_size, input_size);
  if (source)
    samples_of_source ("ae_pca", "X", X, input_size, scale_owner (m));
  endif
  [D, omitted] = complete (D, opt);
  m = scale_learn ("ae_pca", m, D);
  [d, n] = samples_size (D);
  [count, share] = count_or_share (double (k), d, n);
  warn_slow (d, n);
  if (strcmp (opt.Missing, "mask"))
    [mu, V, variances, total, m.noise, m.em] = pca_em (D, count, share, scale_in (m));
  else
    try
      [mu, V, variances, total, count] = __ae_pca__ (D, count, share, scale_in (m));
    catch err
      look (X, unlooked, err);
      rethrow (err);
    end_try_catch
    V = V(:,1:count);
    variances = variances(1:count);
  endif
  p = struct ("kind", "pca", "input_size", input_size, "mean", mu, "components", V, ...
              "variances", variances, "explained", cast (double (variances) / total, class (V)), ...
              "total_variance", cast (total, class (V)), "whiten", logical (opt.Whiten), "n", n, ...
              "fit_seconds", toc (started));
  for [value, name] = m
    p.(name) = value;
  endfor
  if (strcmp (opt.Missing, "omit"))
    p.omitted = omitted;
  endif
  if (p.whiten)
    check_rank (p);
  endif
  if (share > 0)
    warn_outweighed (p, D);
  endif
endfunction

## Squares that are not finite: was it X itself?  To look beforehand would read all of it
## once more.
function look (X, unlooked, err)
  if (unlooked && strcmp (err.identifier, "autoencoder:ae_pca:overflow"))
    arg_array ("ae_pca", "X", X);
  endif
endfunction

function warn_slow (d, n)
  text = text_slow_lapack (d, n);
  if (! isempty (text))
    text_warning ("autoencoder:ae_pca:blas", "ae_pca: %s", text);
  endif
endfunction

## Samples without a missing value, where the others are to be left out.
function [D, omitted] = complete (D, opt)
  omitted = 0;
  if (strcmp (opt.Missing, "omit"))
    keep = ! any (isnan (D), 1);
    omitted = sum (! keep);
    if (sum (keep) < 2)
      error ("autoencoder:ae_pca:missing", ...
             "ae_pca: %d of %d samples have a missing value, and 2 without are needed: leave features out, or use \"Missing\", \"mask\"", ...
             omitted, columns (D));
    elseif (omitted > 0)
      if (opt.Verbose)
        printf ("ae_pca: %d of %d samples have missing values and are left out\n", omitted, columns (D));
      endif
      D = D(:,keep);
    endif
  endif
endfunction

## Far more rows than columns: more often than not samples that stand as rows.
function say_orientation (D, input_size, opt)
  if (opt.Verbose && isscalar (input_size) && ! samples_is_source (D) && rows (D) > 5 * columns (D))
    printf ("ae_pca: %d features, %d samples (samples are columns; if it is the other way round, transpose: X')\n", size (D));
  endif
endfunction

## One component that holds nearly all, because one feature does.
function warn_outweighed (p, D)
  if (isfield (p, "scaling") || numel (p.variances) > 1 || numel (p.mean) < 2)
    return;
  endif
  spread = var (double (D(:,1:min (2048, columns (D)))), 0, 2);
  [largest, k] = max (spread);
  if (largest > 0.9 * sum (spread))
    text_warning ("autoencoder:ae_pca:scale", ...
               ["ae_pca: feature %d has %.1f %% of the variance and outweighs the rest, so 1 component holds that share; " ...
                "\"Scale\", \"zscore\" gives each feature the same weight"], k, 100 * largest / sum (spread));
  endif
endfunction

function [D, input_size] = columns_of (X)
  if (samples_is_source (X))
    D = X;
    input_size = X.size;
    if (X.n < 2)
      error ("autoencoder:ae_pca:size", "ae_pca: X must have 2 samples or more, got a source of 1");
    endif
    return;
  endif
  s = [size(X), 1, 1];
  if (ndims (X) > 4)
    error ("autoencoder:ae_pca:size", "ae_pca: X must be d-by-n or h-by-w-by-c-by-n, got %d dimensions", ndims (X));
  elseif (ndims (X) > 2)
    input_size = s(1:3);
  else
    input_size = s(1);
  endif
  D = reshape (X, prod (input_size), []);
  if (columns (D) < 2)
    hint = "samples come last: d-by-n or h-by-w-by-c-by-n";
    if (ndims (X) == 3)
      hint = sprintf ("for one image a page: reshape (X, %d, %d, 1, [])", size (X, 1), size (X, 2));
    endif
    error ("autoencoder:ae_pca:size", "ae_pca: X must have 2 samples or more, got 1; %s", hint);
  endif
endfunction

function [count, share] = count_or_share (k, d, n)
  share = 0;
  count = k;
  if (k < 1)
    share = k;
    count = 1;
  elseif (k != fix (k) || k > min (d, n))
    error ("autoencoder:ae_pca:value", ...
           "ae_pca: k must be a whole number from 1 to min (d, n) = %d, or a share between 0 and 1, got %g", ...
           min (d, n), k);
  endif
endfunction

function check_rank (p)
  tiny = max (numel (p.mean), p.n) * eps (p.variances(1));
  rank = sum (p.variances > tiny);
  if (rank < numel (p.variances))
    error ("autoencoder:ae_pca:rank", ...
           "ae_pca: only %d directions of X have a variance to whiten by, got k = %d", rank, numel (p.variances));
  endif
endfunction

%!demo
%! ## Points near a curved line in the plane, and their one principal component:
%! ## reconstructions lie on a straight line.
%! x = linspace (-1, 1, 200);
%! X = [x; 0.8 * x.^2 + 0.05 * cos(57 * (1:200))];
%! p = ae_pca (X, 1);
%! R = ae_reconstruct (p, X);
%! plot (X(1,:), X(2,:), ".", R(1,:), R(2,:), "-", "linewidth", 2);
%! axis equal;
%! legend ("samples", "through one component", "location", "north");
%! title (sprintf ("PCA keeps %.0f %% of the variance", 100 * p.explained));

%!shared X, S
%! S = [3 0 0; 1 2 0; 0.5 -1 1; 0.2 0.1 0.3] * sin (reshape (1:90, 3, 30) .^ 2) + [1; 2; 3; 4];
%! X = single (S);
%!test <*fields> # what a model holds
%! p = ae_pca (S, 2);
%! assert (fieldnames (p)', {"kind", "input_size", "mean", "components", "variances", "explained", ...
%!                           "total_variance", "whiten", "n", "fit_seconds"});
%! assert (p.input_size, 4);
%! assert (p.n, 30);
%! assert (p.mean, mean (S, 2), 1e-14);
%! assert (p.total_variance, sum (var (S, 0, 2)), 1e-13);
%! assert (p.components' * p.components, eye (2), 1e-14);
%! assert (class (ae_pca (X, 2).components), "single");
%!test # against eig of the covariance
%! p = ae_pca (S, 4);
%! [V, l] = eig (cov (S'), "vector");
%! [l, i] = sort (l, "descend");
%! assert (p.variances, l, 1e-13);
%! assert (p.explained, l / sum (l), 1e-13);
%! assert (abs (V(:,i)' * p.components), eye (4), 1e-10);
%! [~, top] = max (abs (p.components));
%! assert (p.components(sub2ind ([4 4], top, 1:4)) > 0);
%!test # the share of variance to keep
%! full = ae_pca (S, 4);
%! c = cumsum (full.explained);
%! assert (columns (ae_pca (S, c(2) - 1e-9).components), 2);
%! assert (columns (ae_pca (S, c(2) + 1e-9).components), 3);
%! assert (columns (ae_pca (S, 1e-6).components), 1);
%! assert (columns (ae_pca (S(:,1:3), 0.9999).components), 2);
%!test # images
%! p = ae_pca (reshape (S, 2, 2, 1, 30), 2);
%! assert (p.input_size, [2 2 1]);
%! q = ae_pca (S, 2);
%! assert (p.components, q.components);
%!test # fewer samples than features
%! p = ae_pca (S.', 3);
%! [U, s] = svd (S.' - mean (S, 1)', "econ");
%! assert (p.variances, diag (s)(1:3) .^ 2 / 3, 1e-13);
%! assert (abs (U(:,1:3)' * p.components), eye (3), 1e-12);
%!error <Invalid call> ae_pca (1)
%!error <scale it first, as in single> ae_pca (uint8 (ones (2, 4)), 1)
%!error <X must be single or double, got cell> ae_pca ({1}, 1)
%!error <X must be real> ae_pca ([1 2i], 1)
%!error <X must be full> ae_pca (speye (3), 1)
%!error <X must be finite, got NaN> ae_pca ([1 2 NaN], 1)
%!error <X must not be empty> ae_pca (zeros (3, 0), 1)
%!error <X must have 2 samples or more, got 1> ae_pca ([1; 2; 3], 1)
%!error <k must be a whole number from 1 to min \(d, n\) = 2> ae_pca ([1 2 3; 1 1 2], 3)
%!error <or a share between 0 and 1, got 1.5> ae_pca ([1 2 3; 1 1 2], 1.5)
%!error <k must be a finite number . 0, got -1> ae_pca ([1 2 3; 1 1 2], -1)
%!error <k must be a finite number . 0, got 1-by-2 double> ae_pca ([1 2 3; 1 1 2], [1 2])
%!error <X must vary, got samples that are all the same> ae_pca (ones (3, 5), 1)
%!error <the squares of X overflow> ae_pca (1e200 * [1 -1 1; 1 1 2], 1)
%!error <the squares of X overflow> ae_pca (single (1e30) * single ([1 -1 1; 1 1 2]), 1)
%!error <the squares of X overflow> ae_pca (single (1e30) * single ([1 -1; 1 1; 2 3]), 1)
%!error <unknown option "Whitten".*valid are: Whiten> ae_pca ([1 2 3; 1 1 2], 1, "Whitten", true)
%!error <Whiten must be true or false> ae_pca ([1 2 3; 1 1 2], 1, "Whiten", 3)
%!error <only 1 directions of X have a variance> ae_pca ([1 2 3; 1 2 3], 2, "Whiten", true)
