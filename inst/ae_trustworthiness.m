## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{t} =} ae_trustworthiness (@var{X}, @var{Z})
## @deftypefnx {autoencoder} {@var{t} =} ae_trustworthiness (@var{X}, @var{Z}, @var{k})
## @deftypefnx {autoencoder} {@var{t} =} ae_trustworthiness (@dots{}, @var{name}, @var{value})
## How far the neighbours seen in a code or a map are neighbours in the data.
##
## @var{X} holds @var{n} samples along its last dimension, @var{d}-by-@var{n}
## or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}; @var{Z} their codes or their
## places on a map, likewise.  @var{t} is 1 when the @var{k} nearest neighbours
## of each sample in @var{Z} are its @var{k} nearest in @var{X}, and decreases with
## how far they rank beyond @var{k} there:
##
## @c not run
## @example
## t = 1 - 2 / (n k (2 n - 3 k - 1)) * sum (max (rank - k, 0))
## @end example
##
## @var{k} is 5 by default and less than @var{n} / 2.  Distances are Euclidean
## and computed in double; of equal ones the sample with the lower number is
## nearer.  Memory grows in proportion to @var{n}, time to its square.
##
## The value equals scikit-learn's @code{trustworthiness}.
##
## Options:
## @table @code
## @item "Threads"
## A whole number from 1 to 256; all processors by default.  The result does not
## depend on it.
## @end table
##
## Errors: @code{autoencoder:ae_trustworthiness:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Source: J. Venna and S. Kaski, @cite{Neighborhood preservation in nonlinear
## projection methods: an experimental study}, ICANN 2001.
##
## @example
## @group
## X = [0 1 2 3 4 5 6 7; 0 0 0 0 0 0 0 0];
## ae_trustworthiness (X, X(1,:), 2)
##     @result{} 1
## @end group
## @end example
## @seealso{ae_continuity, ae_knn_accuracy, ae_tsne}
## @end deftypefn

function t = ae_trustworthiness (X, Z, k = 5, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  if (ischar (k))
    varargin = [{k}, varargin];
    k = 5;
  endif
  t = embed_rank_agreement ("ae_trustworthiness", {"X", "Z"}, X, Z, k, varargin);
endfunction

%!function t = textbook (X, Z, k)
%!  n = columns (X);
%!  far = @(A) sqrt (max (sum (A .^ 2, 1)' + sum (A .^ 2, 1) - 2 * A' * A, 0)) + diag (Inf (1, n));
%!  [~, near] = sort (far (Z));
%!  [~, order] = sort (far (X));
%!  beyond = 0;
%!  for i = 1:n
%!    rank(order(:,i)) = 1:n;
%!    beyond += sum (max (rank(near(1:k,i)) - k, 0));
%!  endfor
%!  t = 1 - 2 * beyond / (n * k * (2 * n - 3 * k - 1));
%!endfunction
%!shared X, Z
%! X = sin (reshape (1:1800, 6, 300) .^ 1.7);
%! Z = X(1:2,:);
%!assert (ae_trustworthiness (X, Z), textbook (X, Z, 5), 1e-14)
%!assert (ae_trustworthiness (X, Z, 1), textbook (X, Z, 1), 1e-14)
%!assert (ae_trustworthiness (X, Z, 149), textbook (X, Z, 149), 1e-14)
%!assert (ae_trustworthiness (X, X, 20), 1)
%!assert (ae_trustworthiness (X, 3 * X + 1e6, 20), 1)
%!assert (ae_trustworthiness (1e300 * X, Z), textbook (X, Z, 5), 1e-14)
%!assert (ae_trustworthiness (X, Z, "Threads", 1), ae_trustworthiness (X, Z, 5, "threads", 3))
%!assert (ae_trustworthiness (reshape (X, 2, 3, 1, 300), single (Z), 5), ...
%!        textbook (X, double (single (Z)), 5), 1e-14)
%!assert (ae_trustworthiness (ones (2, 20), ones (1, 20), 3), 1)
%!error <Invalid call> ae_trustworthiness (1)
%!error <k must be less than half the number of samples, at most 149 for 300, got 150> ...
%!  ae_trustworthiness (X, Z, 150)
%!error <k must be a whole number .. 1, got 0> ae_trustworthiness (X, Z, 0)
%!error <X and Z must have as many samples as each other, got 6-by-300 double and 2-by-299 double> ...
%!  ae_trustworthiness (X, Z(:,2:end))
%!error <ae_trustworthiness: Z must be finite, got NaN at element 1> ae_trustworthiness (X, [NaN(1, 300)])
%!error <unknown option "K".*valid are: Threads> ae_trustworthiness (X, Z, "K", 3)
%!error <Threads must be a whole number from 1 to 256, got 0> ae_trustworthiness (X, Z, 5, "Threads", 0)
%!error <must be d-by-n or h-by-w-by-c-by-n, got 2-by-3-by-50 double> ...
%!  ae_trustworthiness (ones (2, 3, 50), ones (2, 50))
