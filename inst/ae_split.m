## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{Xtr}, @var{Xval}] =} ae_split (@var{X}, @var{fraction})
## @deftypefnx {autoencoder} {[@var{Xtr}, @var{Xval}, @var{ytr}, @var{yval}] =} ae_split (@var{X}, @var{fraction}, @var{y})
## @deftypefnx {autoencoder} {[@dots{}, @var{itr}, @var{ival}] =} ae_split (@dots{}, @var{name}, @var{value})
## Split data into a training and a validation set at random.
##
## @var{X} holds @var{n} samples along its last dimension: @var{d}-by-@var{n}
## or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  @var{fraction} is the share of
## samples that goes to @var{Xval}, between 0 and 1; at least one sample is
## left in each set.  Labels @var{y} (1-by-@var{n}) are split alike.
## @var{itr} and @var{ival} are the sample numbers of the two sets, sorted;
## they are the last two outputs, with and without labels.
##
## Options:
## @table @code
## @item "Seed"
## A whole number >= 0.  The same seed gives the same split.  By default one is
## drawn from @code{rand}.
## @end table
##
## Errors: @code{autoencoder:ae_split:class}, @code{:size}, @code{:value},
## @code{:nonfinite}, @code{:option}.
##
## The order comes from the counter-based generator Philox4x32-10 (Salmon et
## al., @cite{Parallel random numbers: as easy as 1, 2, 3}, SC 2011).
##
## @example
## @group
## X = rand (4, 10, "single");
## [Xtr, Xval] = ae_split (X, 0.2, "Seed", 1);
## size (Xtr)
##     @result{} 4   8
## size (Xval)
##     @result{} 4   2
## @end group
## @end example
## @seealso{ae_fit}
## @end deftypefn

function varargout = ae_split (X, fraction, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  arg_array ("ae_split", "X", X, true, true);
  arg_value ("ae_split", "fraction", fraction, "number > 0");
  y = [];
  if (numel (varargin) > 0 && ! ischar (varargin{1}))
    y = varargin{1};
    varargin(1) = [];
  endif
  opt = arg_options ("ae_split", varargin, {"Seed", [], "whole >= 0?"});
  dim = 2 + 2 * (ndims (X) == 4);
  n = size (X, dim);
  if (fraction >= 1 || n < 2)
    error ("autoencoder:ae_split:value", ...
           "ae_split: fraction must be in (0, 1) and X must have 2 samples or more, got %g and %d", fraction, n);
  endif
  if (! isempty (y) && numel (y) != n)
    error ("autoencoder:ae_split:size", "ae_split: y must have one label a sample: %d, got %d", n, numel (y));
  endif
  nval = min (max (round (fraction * n), 1), n - 1);
  order = __ae_permutation__ (arg_seed (opt.Seed), 0, 6, n);
  ival = sort (order(1:nval));
  itr = sort (order(nval+1:end));
  parts = {pick(X, itr), pick(X, ival)};
  if (! isempty (y))
    parts = [parts, {y(itr), y(ival)}];
  endif
  varargout = [parts, {itr, ival}];
endfunction

function Y = pick (X, index)
  if (ndims (X) == 4)
    Y = X(:,:,:,index);
  else
    Y = X(:,index);
  endif
endfunction

%!test
%! X = reshape (1:40, 4, 10);
%! [a, b, ya, yb, ia, ib] = ae_split (X, 0.3, 1:10, "Seed", 7);
%! assert (size (a), [4 7]);
%! assert (sort ([ia ib]), 1:10);
%! assert (a, X(:,ia));
%! assert (yb, ib);
%! assert (size (b), [4 3]);
%!test <*seed> # the same seed gives the same split and leaves Octave's random state alone
%! X = rand (2, 50);
%! rand ("state", 3); r = rand (); rand ("state", 3);
%! a = ae_split (X, 0.5, "Seed", 5);
%! assert (rand (), r);
%! assert (ae_split (X, 0.5, "seed", 5), a);
%! assert (! isequal (ae_split (X, 0.5, "Seed", 6), a));
%!test # images
%! X = rand (3, 3, 1, 10, "single");
%! [a, b] = ae_split (X, 0.2);
%! assert (size (a), [3 3 1 8]);
%! assert (class (b), "single");
%!error <Invalid call> ae_split (1)
%!test # bytes and missing values pass
%! X = uint8 (magic (4));
%! [a, b] = ae_split (X, 0.25, "Seed", 1);
%! assert (class (a), "uint8");
%! assert (sortrows ([a, b]'), sortrows (X'));
%! assert (sum (isnan ([ae_split([1 NaN 3 4], 0.5, "Seed", 1)(:); 0])) <= 1);
%!error <scale it first, as in single> ae_split (int16 (ones (2, 4)), 0.5)
%!error <ae_split: fraction must be a finite number . 0, got -1> ae_split (ones (2, 4), -1)
%!error <fraction must be in \(0, 1\)> ae_split (ones (2, 4), 1)
%!error <y must have one label a sample: 4, got 3> ae_split (ones (2, 4), 0.5, 1:3)
%!error <unknown option "Sed".*valid are: Seed> ae_split (ones (2, 4), 0.5, "Sed", 1)
%!error <X must be finite, got Inf at element 1> ae_split ([Inf 1; 1 1], 0.5)
