## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} tsne (@var{X})
## @deftypefnx {autoencoder} {[@var{Y}, @var{loss}] =} tsne (@var{X}, @var{Name}, @var{Value})
## A t-SNE map with samples in rows, called as in MATLAB.
##
## @var{X} is @var{n}-by-@var{d}, a sample a row; rows with NaN are left out of
## the map, and NaN in it.  @var{Y} is @var{n}-by-@var{dims}, double; @var{loss}
## the divergence of Kullback and Leibler.  @code{ae_tsne} computes; samples are
## columns there.  This function is there after @code{ae_matlab ("on")}.
##
## @table @code
## @item "NumDimensions"
## 2 (default) or 3.
## @item "Perplexity"
## Default 30; at most (@var{n} - 1) / 3.
## @item "Exaggeration"
## Default 4.
## @item "LearnRate"
## Default 500.
## @item "Standardize"
## true: every column is brought to mean 0 and standard deviation 1 first.
## Default false.
## @item "NumPCAComponents"
## Reduce @var{X} to so many principal components first; default 0: don't.
## @item "Algorithm"
## @qcode{"barneshut"} (default) or @qcode{"exact"}.
## @item "Theta"
## How coarse barneshut is, default 0.5.
## @item "InitialY"
## @var{n}-by-@var{dims}; default 1e-4 times normal numbers, drawn from
## @code{randn}.
## @item "Options"
## A struct whose field @code{MaxIter} is the number of iterations, default 1000.
## @item "Verbose"
## 0 (default): silent; 1 or 2: progress is printed.
## @item "Distance"
## @qcode{"euclidean"}, the only one.
## @item "NumPrint", "CacheSize"
## are taken and change nothing.
## @end table
##
## Errors: @code{autoencoder:tsne:class}, @code{:empty}, @code{:size},
## @code{:option}, @code{:value}, and those of @code{ae_tsne}.
##
## @example
## @group
## ae_matlab ("on");
## X = [randn(40, 5); randn(40, 5) + 9];
## [Y, loss] = tsne (X, "Perplexity", 10, "Options", struct ("MaxIter", 300));
## size (Y)
##     @result{} ans =
##
##           80    2
## @end group
## @end example
## @seealso{ae_matlab, ae_tsne, ae_plot_embedding}
## @end deftypefn

function [Y, loss] = tsne (X, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  if (! (isnumeric (X) && isreal (X) && ndims (X) == 2))
    error ("autoencoder:tsne:class", "tsne: X must be a real matrix, a sample a row, got %s", __matlab__ ("describe", X));
  elseif (isempty (X))
    error ("autoencoder:tsne:empty", "tsne: X must not be empty");
  endif
  opt = read_options (varargin);
  good = ! any (isnan (X), 2);
  if (! any (opt.NumDimensions == [2 3]))
    error ("autoencoder:tsne:value", "tsne: NumDimensions must be 2 or 3, got %g", opt.NumDimensions);
  endif
  M = prepared (double (full (X(good,:))), opt);
  start = initial (opt, good);
  theta = opt.Theta * strcmp (opt.Algorithm, "barneshut");
  if (rows (M) < 4)
    error ("autoencoder:tsne:size", "tsne: X must have 4 rows or more without NaN, a sample a row, got %d", rows (M));
  endif
  try
    [E, info] = ae_tsne (M', "Dims", opt.NumDimensions, "Perplexity", opt.Perplexity, "Exaggeration", opt.Exaggeration, ...
                         "LearnRate", opt.LearnRate, "Theta", theta, "MaxIter", max_iterations (opt.Options), ...
                         "Init", start, "Precision", "double", "Verbose", opt.Verbose > 0);
  catch err
    __matlab__ ("reraise", "tsne", err);
  end_try_catch
  Y = NaN (rows (X), opt.NumDimensions);
  Y(good,:) = E';
  loss = info.kl;
endfunction

function opt = read_options (args)
  opt = __matlab__ ("options", "tsne", args, {
    "NumDimensions", 2, "whole >= 1";
    "Perplexity", 30, "number > 0";
    "Exaggeration", 4, "number > 0";
    "LearnRate", 500, "number > 0";
    "Standardize", false, "flag";
    "NumPCAComponents", 0, "whole >= 0";
    "Algorithm", "barneshut", {"barneshut", "exact"};
    "Theta", 0.5, "share";
    "InitialY", [], "";
    "Options", [], "";
    "Verbose", 0, "whole >= 0";
    "Distance", "euclidean", {"euclidean"};
    "NumPrint", 20, "whole >= 1";
    "CacheSize", 1000, ""});
endfunction

function M = prepared (M, opt)
  if (opt.Standardize)
    spread = std (M, 0, 1);
    spread(spread == 0) = 1;
    M = (M - mean (M, 1)) ./ spread;
  endif
  if (opt.NumPCAComponents > 0)
    M = ae_encode (ae_pca (M', min (opt.NumPCAComponents, min (size (M)))), M')';
  endif
endfunction

function start = initial (opt, good)
  start = 1e-4 * randn (sum (good), opt.NumDimensions);
  if (isempty (opt.InitialY))
    ;
  elseif (! isfloat (opt.InitialY) || ! isequal (size (opt.InitialY), [numel(good), opt.NumDimensions]))
    error ("autoencoder:tsne:size", "tsne: InitialY must be %d-by-%d, got %s", numel (good), opt.NumDimensions, ...
           __matlab__ ("describe", opt.InitialY));
  else
    start = double (opt.InitialY(good,:));
  endif
  start = start';
endfunction

function n = max_iterations (options)
  n = 1000;
  if (isstruct (options) && isfield (options, "MaxIter"))
    n = options.MaxIter;
  endif
endfunction

%!shared X
%! ae_matlab ("on");
%! randn ("state", 3);
%! X = [randn(40, 5); randn(40, 5) + 9];
%!test
%! [Y, loss] = tsne (X, "Perplexity", 10, "Options", struct ("MaxIter", 300));
%! assert (size (Y), [80 2]);
%! assert (isscalar (loss) && loss > 0 && loss < 2);
%! a = mean (Y(1:40,:));  b = mean (Y(41:80,:));
%! assert (norm (a - b) > 2 * max (std (Y(1:40,:)))); # two groups
%!test # the same as ae_tsne on columns
%! start = 1e-4 * randn (80, 3);
%! Y = tsne (X, "NumDimensions", 3, "Perplexity", 8, "InitialY", start, "Algorithm", "exact", "LearnRate", 100, ...
%!           "Exaggeration", 6, "Options", struct ("MaxIter", 20));
%! E = ae_tsne (X', "Dims", 3, "Perplexity", 8, "Init", start', "Theta", 0, "LearnRate", 100, "Exaggeration", 6, ...
%!              "MaxIter", 20, "Precision", "double");
%! assert (Y, E', 1e-12);
%!test # standardised and reduced; rows with NaN
%! o = {"Perplexity", 5, "InitialY", 1e-4 * randn(80, 2), "Options", struct("MaxIter", 20)};
%! Z = (X - mean (X)) ./ std (X);
%! assert (tsne (X * diag ([1 10 100 1 1]), "Standardize", true, o{:}), tsne (Z, o{:}), 1e-6);
%! assert (size (tsne (X, "NumPCAComponents", 2, o{:})), [80 2]);
%! W = X;  W(7,2) = NaN;
%! Y = tsne (W, o{:});
%! assert (isnan (Y(7,:)), [true true]);
%! assert (all (isfinite (Y([1:6, 8:80],:))(:)));
%!error <Invalid call> tsne ()
%!error <tsne: X must be a real matrix, a sample a row, got 1-by-1 cell> tsne ({1})
%!error <tsne: X must not be empty> tsne ([])
%!error <tsne: InitialY must be 80-by-2, got 2-by-80 double> tsne (X, "InitialY", zeros (2, 80))
%!error <^tsne: X must have 4 rows or more without NaN, a sample a row, got 3> tsne (rand (3, 4))
%!error <^tsne: NumDimensions must be 2 or 3, got 2.14748e.09> tsne (rand (9, 4), "NumDimensions", 2^31)
%!error <^tsne: Perplexity must be from 1 to> tsne (rand (9, 4))
%!error <tsne: Distance must be one of euclidean; got "cosine"> tsne (X, "Distance", "cosine")
%!test
%! ae_matlab ("off");
