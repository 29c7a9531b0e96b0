## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{a}, @var{guess}] =} ae_knn_accuracy (@var{Z}, @var{y}, @var{Zt}, @var{yt})
## @deftypefnx {autoencoder} {[@var{a}, @var{guess}] =} ae_knn_accuracy (@var{Z}, @var{y}, @var{Zt}, @var{yt}, @var{k})
## @deftypefnx {autoencoder} {[@var{a}, @var{guess}] =} ae_knn_accuracy (@var{Z}, @var{y}, [], [], @var{k})
## @deftypefnx {autoencoder} {[@var{a}, @var{guess}] =} ae_knn_accuracy (@dots{}, @var{name}, @var{value})
## Share of samples whose label the nearest neighbours get right.
##
## @var{Z} holds @var{n} codes, places on a map or samples along its last
## dimension (@var{d}-by-@var{n} or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}),
## @var{y} their @var{n} labels: numbers, logicals, or a cell of strings.
## @var{Zt} and @var{yt} are the @var{m} samples and labels to test on, in the
## same form.  With both empty the test is leave-one-out: each sample of @var{Z}
## against all the others.
##
## Each sample gets the label that most of its @var{k} nearest neighbours
## (Euclidean; default 5) have; of labels with as many votes the one whose
## nearest voter is nearest wins, and of equal distances the lower number is
## nearer.  (scikit-learn gives such ties to the lowest label; for @var{k} = 1
## the two are the same.)  @var{a} is the share that is right, from 0 to 1;
## @var{guess} are the labels found, 1-by-@var{m}.
##
## Options:
## @table @code
## @item "Threads"
## A whole number from 1 to 256; all processors by default.  The result does not
## depend on it.
## @end table
##
## Errors: @code{autoencoder:ae_knn_accuracy:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Source: T. Cover and P. Hart, @cite{Nearest neighbor pattern classification},
## IEEE Trans. Information Theory 13, 1967.
##
## @example
## @group
## Z = [1 2 3 11 12 13];
## y = [0 0 0 1 1 1];
## ae_knn_accuracy (Z, y, [0 14], [0 1], 3)
##     @result{} 1
## ae_knn_accuracy (Z, y, [], [], 1)
##     @result{} 1
## @end group
## @end example
## @seealso{ae_trustworthiness, ae_continuity, ae_tsne}
## @end deftypefn

function [a, guess] = ae_knn_accuracy (Z, y, Zt = [], yt = [], k = 5, varargin)
  fname = "ae_knn_accuracy";
  if (nargin < 2)
    print_usage ();
  endif
  if (ischar (k))
    varargin = [{k}, varargin];
    k = 5;
  endif
  Z = arg_columns (fname, "Z", Z);
  arg_labels (fname, "y", y, columns (Z));
  alone = isempty (Zt) && isempty (yt);
  if (alone)
    yt = y;
  else
    Zt = arg_columns (fname, "Zt", Zt);
    arg_labels (fname, "yt", yt, columns (Zt));
    check_partner (fname, Z, y, Zt, yt);
  endif
  k = arg_value (fname, "k", k, "whole >= 1");
  if (k > columns (Z) - alone)
    error ("autoencoder:ae_knn_accuracy:value", "%s: k must be at most %d for %d samples%s, got %d", ...
           fname, columns (Z) - alone, columns (Z), {"", " less one"}{1 + alone}, k);
  endif
  opt = arg_options (fname, varargin, {"Threads", [], "threads?"});

  kind = "double";
  if (isa (Z, "single") && (alone || isa (Zt, "single")))
    kind = "single";
  endif
  [Z, Zt] = embed_scale (Z, Zt, kind);
  index = embed_neighbours (Z, Zt, k, max ([opt.Threads, 0]));
  [labels, ~, code] = unique (y(:));
  guess = reshape (labels(vote (reshape (code(double (index) + 1), k, []))), 1, []);
  if (iscell (y))
    a = mean (strcmp (guess, reshape (yt, 1, [])));
  else
    a = mean (guess == reshape (yt, 1, []));
  endif
endfunction

## The winner of each column of label numbers, nearest neighbour first.
function winner = vote (code)
  [k, m] = size (code);
  votes = accumarray ([code(:), kron((1:m)', ones (k, 1))], 1, [max(code(:)), m]);
  most = max (votes, [], 1);
  winner = code(k,:);
  for j = k:-1:1
    leads = votes(code(j,:) + rows (votes) * (0:m-1)) == most;
    winner(leads) = code(j,leads);
  endfor
endfunction

function check_partner (fname, Z, y, Zt, yt)
  if (rows (Z) != rows (Zt))
    error (["autoencoder:" fname ":size"], ...
           "%s: Z and Zt must have samples of one size, got %s and %s; samples are columns", ...
           fname, text_describe (Z), text_describe (Zt));
  elseif (iscell (y) != iscell (yt))
    error (["autoencoder:" fname ":class"], "%s: y and yt must be of one kind, got %s and %s", ...
           fname, class (y), class (yt));
  endif
endfunction

%!function guess = textbook (Z, y, Zt, k)
%!  for i = 1:columns (Zt)
%!    [~, near] = sort (sum ((Z - Zt(:,i)) .^ 2, 1));
%!    labels = y(near(1:k));
%!    counts = arrayfun (@(l) sum (labels == l), labels);
%!    guess(i) = labels(find (counts == max (counts), 1));
%!  endfor
%!endfunction
%!shared Z, y, Zt, yt
%! Z = sin (reshape (1:900, 3, 300) .^ 1.7);
%! y = 1 + (Z(1,:) > 0) + 2 * (Z(2,:) > 0.3);
%! Zt = cos (reshape (1:240, 3, 80) .^ 1.6);
%! yt = 1 + (Zt(1,:) > 0) + 2 * (Zt(2,:) > 0.3);
%!test
%! for k = [1 2 3 5 8 300]
%!   [a, guess] = ae_knn_accuracy (Z, y, Zt, yt, k);
%!   assert (guess, textbook (Z, y, Zt, k));
%!   assert (a, mean (guess == yt), eps);
%! endfor
%!test # leave-one-out
%! [a, guess] = ae_knn_accuracy (Z, y, [], [], 4);
%! for i = [1 17 300]
%!   rest = [1:i-1, i+1:300];
%!   assert (guess(i), textbook (Z(:,rest), y(rest), Z(:,i), 4));
%! endfor
%! assert (a, mean (guess == y), eps);
%! assert (ae_knn_accuracy (Z, y), ae_knn_accuracy (Z, y, [], [], 5));
%!assert (ae_knn_accuracy (Z, y, Zt, yt), ae_knn_accuracy (Z, y', Zt, yt', 5))
%!assert (ae_knn_accuracy (single (Z), y, single (Zt), yt, 3), ae_knn_accuracy (Z, y, Zt, yt, 3), 0.02)
%!assert (ae_knn_accuracy (Z, y, Zt, yt, 3, "Threads", 1), ae_knn_accuracy (Z, y, Zt, yt, 3, "threads", 3))
%!assert (ae_knn_accuracy (reshape (Z, 3, 1, 1, 300), y, reshape (Zt, 3, 1, 1, 80), yt, 3), ...
%!        ae_knn_accuracy (Z, y, Zt, yt, 3))
%!test # a tie goes to the nearest
%! [~, guess] = ae_knn_accuracy ([0 1 5 6], [7 7 3 3], [2 4], [7 3], 4);
%! assert (guess, [7 3]);
%!test # strings, logicals, integers
%! [a, guess] = ae_knn_accuracy ([1 2 11 12], {"a", "a", "b", "b"}, [0 20], {"a", "c"}, 1);
%! assert (a, 0.5);
%! assert (guess, {"a", "b"});
%! assert (ae_knn_accuracy ([1 2 11 12], [true true false false], [], [], 1), 1);
%! assert (ae_knn_accuracy ([1 2 11 12], uint8 ([1 1 2 2]), [], [], 1), 1);
%!error <Invalid call> ae_knn_accuracy (1)
%!error <y must have one label a sample: 300, got 3> ae_knn_accuracy (Z, 1:3)
%!error <yt must have one label a sample: 80, got 0> ae_knn_accuracy (Z, y, Zt, [])
%!error <Zt must not be empty> ae_knn_accuracy (Z, y, [], yt)
%!error <Z and Zt must have samples of one size, got 3-by-300 double and 80-by-3 double; samples> ...
%!  ae_knn_accuracy (Z, y, Zt', 1:3)
%!error <k must be at most 299 for 300 samples less one, got 300> ae_knn_accuracy (Z, y, [], [], 300)
%!error <k must be at most 300 for 300 samples, got 301> ae_knn_accuracy (Z, y, Zt, yt, 301)
%!error <k must be a whole number> ae_knn_accuracy (Z, y, Zt, yt, 1.5)
%!error <y must not hold NaN, got NaN at element 2> ae_knn_accuracy ([1 2 3], [1 NaN 2])
%!error <y must be numbers, logicals or a cell of strings, got "abc"> ae_knn_accuracy ([1 2 3], "abc")
%!error <y and yt must be of one kind, got double and cell> ...
%!  ae_knn_accuracy ([1 2], [1 2], [1 2], {"a", "b"}, 1)
%!error <unknown option "K".*valid are: Threads> ae_knn_accuracy (Z, y, [], [], 3, "K", 3)
