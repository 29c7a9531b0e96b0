## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{E} =} ae_tsne (@var{X})
## @deftypefnx {autoencoder} {[@var{E}, @var{info}, @var{map}] =} ae_tsne (@var{X}, @var{name}, @var{value}, @dots{})
## A map of the data on which neighbours stay neighbours: t-SNE.
##
## @var{X} holds @var{n} >= 4 samples along its last dimension, @var{d}-by-@var{n}
## or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  @var{E} is
## @var{dims}-by-@var{n}: their places on a map of 2 or 3 dimensions, centred
## at 0.  On it, distances between far groups and the sizes of groups mean little.
##
## The neighbours are exact up to 100,000 samples, the forces between distant
## points are grouped (Barnes and Hut).  Memory grows in proportion to @var{n};
## the dimension @var{d} matters for the neighbour search alone, whose time is
## proportional to @var{d} @var{n}^2 or, where it is not exact, to
## @var{d} @var{n}^1.75.  Ctrl-C works throughout.
##
## Options:
## @table @code
## @item "Dims"
## 2 (default) or 3.
## @item "Perplexity"
## About how many neighbours a sample has, default 30; from 1 to
## (@var{n} - 1) / 3.  Three times as many are searched.
## @item "Exaggeration"
## The factor on the attraction in the first 250 iterations, >= 1, default 12.
## @item "LearnRate"
## "auto" (default) or a number > 0.  "auto" is @var{n} divided by the
## exaggeration, so it grows to @var{n} when that ends.  The step is this times a
## quarter of the gradient, as in openTSNE; scikit-learn's rate is a quarter of
## this one.
## @item "MaxIter"
## Iterations at most, default 1000.  It ends earlier when the gradient's norm
## is below 1e-7.
## @item "Theta"
## How coarsely distant points are grouped, from 0 to 1, default 0.5: a cell acts
## as one point when its edge is less than Theta times its distance.  0 is the
## exact method over all pairs, for at most 5000 samples.
## @item "Init"
## "pca" (default: the principal components, scaled to a standard deviation of
## 1e-4, plus a hundredth of that in noise, which separates equal samples), "random"
## (normal, 1e-4), or a @var{dims}-by-@var{n} array, which is taken as it is.
## @item "Seed"
## A whole number >= 0.  The same seed gives the same bits for any number of
## threads.  By default one is drawn from @code{rand}.
## @item "Precision"
## "single" (default) or "double": the class to compute in, and that of @var{E}.
## @item "Neighbours"
## How neighbours are found: "exact"; "blocks", which parts the samples into
## about @code{sqrt (n)} groups (k-means) and looks in the nearest 10 +
## @code{n^0.25} of them, and so misses a few in a hundred; or "auto" (default),
## exact up to 100,000 samples.
## @item "Threads"
## A whole number from 1 to 256; all processors by default.
## @item "Verbose"
## true prints a line about every second (rarer with many samples, where the cost
## that it tells takes longer), false nothing; by default true on a terminal.
## @end table
##
## @var{info} has the fields @code{kl} (the cost of the map, the divergence of
## Kullback and Leibler, without exaggeration), @code{iterations},
## @code{gradient_norm}, @code{learn_rate} (the last one), @code{seed}, and
## @code{seconds} with @code{neighbours}, @code{gradient} and @code{total}.
##
## Ctrl-C ends the descent after the iteration at hand; @var{E} is then the map so far,
## and a warning @code{autoencoder:ae_tsne:interrupt} says so.  (A second Ctrl-C
## ends the call as usual.)
##
## @var{map} is a model: @code{ae_encode (@var{map}, @var{Xnew})} puts new samples
## on the finished map, each for itself, drawn to its nearest old samples and
## pushed away by all, while these stay where they are; their perplexity is 5
## (or that of the map, when smaller).  The work is in proportion to old times new
## samples.  @var{map} has the fields @code{kind}, @code{input_size}, @code{samples},
## @code{embedding} and @code{perplexity}; @code{ae_save}, @code{ae_load} and
## @code{ae_summary} take it.  It has no way back from the map to samples.
##
## Errors: @code{autoencoder:ae_tsne:class}, @code{:size}, @code{:empty},
## @code{:nonfinite}, @code{:value}, @code{:option}, @code{:constant} (all
## samples are equal), @code{:diverged} (LearnRate too large), @code{:memory}.
## Warnings: @code{autoencoder:ae_tsne:interrupt}, @code{:blas} (500 features and samples
## or more, and LAPACK on a slow BLAS makes the start from principal components wait).
##
## Sources: L. van der Maaten and G. Hinton, @cite{Visualizing data using t-SNE},
## JMLR 9, 2008; L. van der Maaten, @cite{Accelerating t-SNE using tree-based
## algorithms}, JMLR 15, 2014; D. Kobak and P. Berens, @cite{The art of using
## t-SNE for single-cell transcriptomics}, Nature Communications 10, 2019 (start
## and learning rate); P. Poli@v{c}ar, M. Stra@v{z}ar, B. Zupan, @cite{Embedding to
## reference t-SNE space addresses batch effects in single-cell classification},
## Machine Learning 112, 2023 (new samples).
##
## @example
## @group
## X = [randn(5, 40), 8 + randn(5, 40)];
## [E, info] = ae_tsne (X, "Perplexity", 10, "MaxIter", 300, "Seed", 1);
## size (E)
##     @result{} 2 80
## @end group
## @end example
## @seealso{ae_encode, ae_plot_embedding, ae_trustworthiness, ae_knn_accuracy, ae_pca}
## @end deftypefn

function [E, info, map] = ae_tsne (X, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  started = tic ();
  input_size = size (X)(1:end-1);
  X = arg_columns ("ae_tsne", "X", X);
  opt = check_options (X, arg_options ("ae_tsne", varargin, { ...
    "Dims", 2, "whole >= 1"; "Perplexity", 30, "number > 0"; "Exaggeration", 12, "number > 0"; ...
    "LearnRate", "auto", ""; "MaxIter", 1000, "whole >= 0"; "Theta", 0.5, "number >= 0"; ...
    "Init", "pca", ""; "Seed", [], "whole >= 0?"; "Precision", "single", {"single", "double"}; ...
    "Threads", [], "threads?"; "Verbose", [], "flag?"; "Neighbours", "auto", {"auto", "exact", "blocks"}}));
  if (nargout > 2)
    map = struct ("kind", "tsne", "input_size", input_size, "samples", X, "embedding", [], ...
                  "perplexity", double (min (5, opt.Perplexity)));
  endif
  try
    [E, info] = embed (embed_scale (X, [], opt.Precision), opt, started);
  catch err
    text_reraise ("ae_tsne", err); # of the principal components, say
  end_try_catch
  if (nargout > 2)
    map.embedding = E;
  endif
endfunction

function [E, info] = embed (X, opt, started)
  E = start_map (X, opt);
  ## Samples that lie near each other on the map also do so in memory: faster,
  ## nearly twice as fast with 60,000.
  order = spatial_order (E);
  P = find_affinities (X(:,order), opt);
  info.seconds = struct ("neighbours", toc (started), "gradient", 0, "total", 0);
  clear X;
  ## From here on Ctrl-C only sets a flag: the map so far is worth having.
  __ae_interrupt__ ("hold");
  unwind_protect
    [E, order, info] = descend (E(:,order), P, order, opt, info, started);
  unwind_protect_cleanup
    __ae_interrupt__ ("release");
  end_unwind_protect
  E(:,order) = E;
  info.seconds.total = toc (started);
  info.seconds.gradient = info.seconds.total - info.seconds.neighbours;
endfunction

function opt = check_options (X, opt)
  n = columns (X);
  if (n < 4)
    error ("autoencoder:ae_tsne:size", ...
           "ae_tsne: X must have 4 samples or more, got %s; samples are columns", text_describe (X));
  elseif (all ((X == X(:,1))(:)))
    error ("autoencoder:ae_tsne:constant", "ae_tsne: X must vary, got %d samples that are all the same", n);
  endif
  limits = {"Dims", 2, 3; "Perplexity", 1, (n - 1) / 3; "Exaggeration", 1, 1e6; "Theta", 0, 1};
  for i = 1:rows (limits)
    [name, lo, hi] = limits{i,:};
    v = opt.(name);
    if (v < lo || v > hi)
      error ("autoencoder:ae_tsne:value", "ae_tsne: %s must be from %g to %.10g for %d samples, got %g", ...
             name, lo, floor (hi * 1e6) / 1e6, n, v);
    endif
  endfor
  if (opt.Theta == 0 && n > 5000)
    error ("autoencoder:ae_tsne:value", ...
           ["ae_tsne: Theta 0 goes over all pairs of at most 5000 samples, got %d; " ...
            "use a Theta such as 0.5"], n);
  endif
  if (ischar (opt.LearnRate))
    opt.LearnRate = arg_value ("ae_tsne", "LearnRate", opt.LearnRate, {"auto"});
  else
    opt.LearnRate = arg_value ("ae_tsne", "LearnRate", opt.LearnRate, "number > 0");
  endif
  if (ischar (opt.Init))
    opt.Init = arg_value ("ae_tsne", "Init", opt.Init, {"pca", "random"});
  else
    arg_array ("ae_tsne", "Init", opt.Init);
    if (! isequal (size (opt.Init), [opt.Dims, n]))
      error ("autoencoder:ae_tsne:size", "ae_tsne: Init must be \"pca\", \"random\" or %d-by-%d, got %s", ...
             opt.Dims, n, text_describe (opt.Init));
    endif
    opt.Init = cast (opt.Init, opt.Precision);
  endif
  opt.Seed = arg_seed (opt.Seed);
  opt.Threads = max ([opt.Threads, 0]);
  if (isempty (opt.Verbose))
    opt.Verbose = __ae_terminal__ (0) > 0;
  endif
endfunction

function warn_slow (X)
  text = text_slow_lapack (rows (X), columns (X));
  if (! isempty (text))
    text_warning ("autoencoder:ae_tsne:blas", "ae_tsne: the start from principal components: %s", text);
  endif
endfunction

function E = start_map (X, opt)
  if (! ischar (opt.Init))
    E = opt.Init;
    return;
  endif
  E = 1e-4 * __ae_normal__ (X(1), opt.Dims, columns (X), opt.Seed, 5);
  if (strcmp (opt.Init, "pca"))
    k = min ([opt.Dims, size(X)]);
    warn_slow (X);
    [~, V, ~, ~, ~] = __ae_pca__ (X, k, 0);
    E *= 0.01;
    P = V(:,1:k)' * X;
    E(1:k,:) += 1e-4 / std (P(1,:)) * P;
  endif
endfunction

## The affinities by rows, and what the engine wants of them.
function P = find_affinities (X, opt)
  n = columns (X);
  k = n - 1;
  if (opt.Theta > 0)
    k = min (k, ceil (3 * opt.Perplexity));
  endif
  if (opt.Verbose)
    puts (text_wrap (sprintf ("ae_tsne: the %d nearest neighbours of %d samples of %d numbers\n", k, n, rows (X)), ...
                     text_columns ()));
  endif
  if (strcmp (opt.Neighbours, "blocks") || (strcmp (opt.Neighbours, "auto") && opt.Theta > 0 && n > 100000))
    [index, distance] = embed_blocks (X, k, opt.Threads);
  else
    [index, distance] = embed_neighbours (X, [], k, opt.Threads);
  endif
  [P.value, P.column, P.start] = __ae_affinities__ (distance, index, opt.Perplexity, opt.Threads);
  used = 1:double (P.start(end));  # pairs that are neighbours both ways share an entry
  P.value = P.value(used);
  P.column = P.column(used);
endfunction

## Both phases, in slices that end at fixed iterations or after a while, longer
## with more samples, as each call reads all affinities first: where they end does
## not change the result.
function [E, order, info] = descend (E, P, order, opt, info, started)
  velocity = zeros (size (E), class (E));
  gains = ones (size (E), class (E));
  at = 0;
  say_at = toc (started) + 1;
  info.gradient_norm = Inf;
  info.learn_rate = learn_rate (opt, columns (E), opt.Exaggeration);
  while (at < opt.MaxIter && info.gradient_norm >= 1e-7)
    early = at < 250;
    exaggeration = ifelse (early, opt.Exaggeration, 1);
    momentum = ifelse (early, 0.5, 0.8);
    info.learn_rate = learn_rate (opt, columns (E), exaggeration);
    todo = min (50 - mod (at, 50), opt.MaxIter - at);
    plan = double ([opt.Theta, exaggeration, momentum, info.learn_rate, todo, 0.25 + columns(E) / 2e5]);
    [E, velocity, gains, done, norm_now] = engine (E, velocity, gains, P, plan, opt.Threads);
    at += done;
    if (__ae_interrupt__ ("check"))
      text_warning ("autoencoder:ae_tsne:interrupt", ...
                    "ae_tsne: stopped by Ctrl-C after %d of %d iterations; this is the map so far", at, opt.MaxIter);
      break;
    endif
    if (early && at >= 250)  # the groups are there now, each in its place
      new = spatial_order (E);
      [E, velocity, gains, order] = deal (E(:,new), velocity(:,new), gains(:,new), order(new));
      [P.value, P.column, P.start] = ...
        __ae_renumber__ (P.value, P.column, P.start, int32 (new - 1), opt.Threads);
    endif
    if (mod (at, 50) == 0 && ! early)
      info.gradient_norm = norm_now;
    endif
    if (opt.Verbose && (toc (started) > say_at || at == opt.MaxIter))
      say_at = say (E, P, at, opt, started);
    endif
  endwhile
  ## A finer grouping than the descent's, so that kl is right to 3 digits.
  [G, info.kl] = __ae_tsne_gradient__ (E, P.value, P.column, P.start, min (opt.Theta, 0.2), 1, opt.Threads);
  info.gradient_norm = norm (double (G(:)));
  if (! isfinite (info.kl + info.gradient_norm))
    error ("autoencoder:ae_tsne:diverged", "ae_tsne: the map went to infinity; use a smaller LearnRate");
  endif
  info.iterations = at;
  info.seed = opt.Seed;
  info = orderfields (info, {"kl", "iterations", "gradient_norm", "learn_rate", "seed", "seconds"});
endfunction

function rate = learn_rate (opt, n, exaggeration)
  rate = opt.LearnRate;
  if (ischar (rate))
    rate = n / exaggeration;
  endif
endfunction

## A line of progress.  The cost takes as long as several iterations: the next is
## due when 20 times as much has been done.
function due = say (E, P, at, opt, started)
  seconds = toc (started);
  [~, kl] = __ae_tsne_gradient__ (E, P.value, P.column, P.start, opt.Theta, 1, opt.Threads);
  puts (text_wrap (sprintf ("ae_tsne: iteration %d of %d, KL %.4f, %.1f s\n", at, opt.MaxIter, kl, seconds), ...
                   text_columns ()));
  now_at = toc (started);
  due = now_at + max (1, 20 * (now_at - seconds));
endfunction

function [E, velocity, gains, done, norm_now] = engine (E, velocity, gains, P, plan, threads)
  [E, velocity, gains, done, norm_now, ~] = ...
    __ae_tsne__ (E, velocity, gains, P.value, P.column, P.start, plan, threads);
endfunction

function v = ifelse (condition, a, b)
  v = b;
  if (condition)
    v = a;
  endif
endfunction

## The points of a map (dims-by-n, dims 2 or 3) along a Morton curve over a grid
## of 1024 cells an edge: a permutation in which near points tend to be near.
function order = spatial_order (E)
  E = double (E) - min (double (E), [], 2);
  edge = max (E(:));
  cell = uint32 (min (floor (E / (edge + (edge == 0)) * 1024), 1023));
  code = zeros (1, columns (E), "uint32");
  for bit = 0:9
    for a = 1:rows (E)
      code = bitor (code, bitshift (uint32 (bitget (cell(a,:), bit + 1)), bit * rows (E) + a - 1));
    endfor
  endfor
  [~, order] = sort (code);
endfunction

%!demo
%! ## Three groups in 10 dimensions, of which two lie close together.
%! centres = [zeros(10, 1), 2 * ones(10, 1), [10; zeros(9, 1)]];
%! X = kron (centres, ones (1, 60)) + ae_add_noise (zeros (10, 180), "gaussian", 1, "Clip", [], "Seed", 1);
%! E = ae_tsne (X, "Perplexity", 15, "Seed", 1);
%! ae_plot_embedding (E, kron (1:3, ones (1, 60)), "Title", "t-SNE of three groups");

%!shared X, opt
%! j = 1:90;
%! X = sin ((1:4)' .^ 1.3 * j .^ 1.7) + 9 * cos ((1:4)' * (1 + mod (j, 3)));
%! opt = {"Perplexity", 8, "MaxIter", 300};
%!test
%! [E, info] = ae_tsne (X, opt{:}, "Seed", 1);
%! assert (size (E), [2 90]);
%! assert (class (E), "single");
%! assert (mean (E, 2), single ([0; 0]), 1e-4);
%! assert (fieldnames (info), {"kl"; "iterations"; "gradient_norm"; "learn_rate"; "seed"; "seconds"});
%! assert (info.iterations, 300);
%! assert (info.seed, 1);
%! assert (info.learn_rate, 90);
%! assert (info.kl > 0 && info.kl < 1);
%! assert (info.seconds.total, info.seconds.neighbours + info.seconds.gradient, 1e-9);
%! assert (ae_knn_accuracy (E, mod (1:90, 3), [], [], 1), 1);
%!test <*seed> # the same seed the same bits, Octave's random state left alone; another seed another map
%! rand ("state", 3); r = rand (); rand ("state", 3);
%! A = ae_tsne (X, opt{:}, "Seed", 5);
%! assert (rand (), r);
%! assert (ae_tsne (X, opt{:}, "seed", 5), A);
%! assert (! isequal (ae_tsne (X, opt{:}, "Seed", 6), A));
%! rand ("state", 3); A = ae_tsne (X, opt{:}); rand ("state", 3);
%! assert (ae_tsne (X, opt{:}), A);
%!test # 3-d, double, random start, images, logical-like options
%! E = ae_tsne (reshape (X, 2, 2, 1, 90), opt{:}, "Dims", 3, "Precision", "double", ...
%!              "Init", "random", "Seed", 1);
%! assert (size (E), [3 90]);
%! assert (class (E), "double");
%! assert (ae_knn_accuracy (E, mod (1:90, 3), [], [], 1), 1);
%!test # a given start is kept as it is, whatever the order inside
%! start = 1e-3 * [cos(1:90); sin(1:90)];
%! given = {"Perplexity", 8, "Init", start, "Precision", "double", "Seed", 1};
%! [E, info] = ae_tsne (X, given{:}, "MaxIter", 0);
%! assert (E, start);
%! assert (info.iterations, 0);
%! assert (info.learn_rate, 90 / 12);  # what the first step would take
%! assert (! isequal (ae_tsne (X, given{:}, "MaxIter", 1), start));
%!test # exact and grouped come to like costs
%! [~, a] = ae_tsne (X, "Perplexity", 8, "Theta", 0, "Seed", 1);
%! [~, b] = ae_tsne (X, "Perplexity", 8, "Theta", 0.5, "Seed", 1);
%! assert (a.kl, b.kl, 0.05);
%!test # Exaggeration and LearnRate reach the engine
%! A = ae_tsne (X, opt{:}, "Seed", 1);
%! assert (! isequal (ae_tsne (X, opt{:}, "Seed", 1, "Exaggeration", 4), A));
%! [B, info] = ae_tsne (X, opt{:}, "Seed", 1, "LearnRate", 20);
%! assert (info.learn_rate, 20);
%! assert (! isequal (A, B));
%!test # Verbose
%! text = evalc ("ae_tsne (X, opt{:}, 'Verbose', true);");
%! assert (! isempty (strfind (text, "the 24 nearest neighbours of 90 samples of 4 numbers")));
%! assert (! isempty (regexp (text, 'iteration 300 of 300, KL [0-9.]+, [0-9.]+ s')));
%!test <*blocks> # neighbours by blocks: nearly all of them, and so nearly the same cost
%! j = 1:3000;
%! D = sin ((1:6)' .^ 1.3 * j .^ 1.7) + 3 * cos ((1:6)' * (1 + mod (j, 5)));
%! o = {"Perplexity", 10, "MaxIter", 400, "Seed", 1};
%! [~, a] = ae_tsne (D, o{:}, "Neighbours", "exact");
%! [E, b] = ae_tsne (D, o{:}, "Neighbours", "blocks");
%! assert (b.kl, a.kl, 0.03 * a.kl);
%! assert (ae_knn_accuracy (E, mod (j, 5), [], [], 1) > 0.99);
%! assert (ae_tsne (D, o{:}, "Neighbours", "blocks", "Threads", 1), E);
%! assert (ae_tsne (D, o{:}, "Neighbours", "exact"), ae_tsne (D, o{:}));
%!test # groups of equal samples, and fewer in a group than there are neighbours
%! D = [repmat([1; 2], 1, 50), repmat([5; 1], 1, 3), [3; 3] + 0.1 * sin([1; 2] * (1:47))];
%! E = ae_tsne (D, "Perplexity", 30, "MaxIter", 20, "Neighbours", "blocks", "Seed", 1);
%! assert (all (isfinite (E(:))));
%!error <Neighbours must be one of auto, exact, blocks> ae_tsne (X, "Neighbours", "some")
%!error <Invalid call> ae_tsne ()
%!error <X must have 4 samples or more, got 4-by-3 double> ae_tsne (X(:,1:3))
%!error <X must have 4 samples or more> ae_tsne (1)
%!error <X must vary, got 9 samples that are all the same> ae_tsne (ones (2, 9))
%!error <X must be finite, got NaN at element 3> ae_tsne ([1 2 NaN 4 5])
%!error <X must be finite, got Inf> ae_tsne ([1 2 Inf 4 5])
%!error <X must be single or double, got uint8> ae_tsne (uint8 (X))
%!error <X must not be empty> ae_tsne ([])
%!error <X must be d-by-n or h-by-w-by-c-by-n, got 2-by-2-by-90> ae_tsne (reshape (X, 2, 2, 90))
%!error <Perplexity must be from 1 to 29.66666. for 90 samples, got 30> ae_tsne (X)
%!error <Perplexity must be from 1> ae_tsne (X, "Perplexity", 0.5)
%!error <Perplexity must be a finite number> ae_tsne (X, "Perplexity", Inf)
%!error <Dims must be from 2 to 3 for 90 samples, got 4> ae_tsne (X, opt{:}, "Dims", 4)
%!error <Theta must be from 0 to 1> ae_tsne (X, opt{:}, "Theta", 1.5)
%!error <Theta 0 goes over all pairs of at most 5000 samples, got 5001> ae_tsne (1:5001, "Theta", 0)
%!error <Exaggeration must be from 1> ae_tsne (X, opt{:}, "Exaggeration", 0.5)
%!error <LearnRate must be one of auto; got "fast"> ae_tsne (X, opt{:}, "LearnRate", "fast")
%!error <LearnRate must be a finite number> ae_tsne (X, opt{:}, "LearnRate", -1)
%!error <MaxIter must be a whole number> ae_tsne (X, opt{:}, "MaxIter", 1.5)
%!error <Init must be one of pca, random> ae_tsne (X, opt{:}, "Init", "spectral")
%!error <Init must be "pca", "random" or 2-by-90, got 3-by-90 double> ...
%!  ae_tsne (X, opt{:}, "Init", ones (3, 90))
%!error <Init must be finite> ae_tsne (X, opt{:}, "Init", NaN (2, 90))
%!error <Precision must be one of single, double> ae_tsne (X, opt{:}, "Precision", "half")
%!error <Seed must be a whole number> ae_tsne (X, opt{:}, "Seed", -1)
%!error <Threads must be a whole number from 1 to 256, got 0> ae_tsne (X, opt{:}, "Threads", 0)
%!error <unknown option "Perplex".*valid are: Dims, Perplexity> ae_tsne (X, "Perplex", 3)
%!error <diverged|infinity> ae_tsne (X, opt{:}, "LearnRate", 1e37)

%!shared Y, E, map
%! Y = [1 0 0 1 1; 0 1 0 1 0; 0 0 1 0 1](:,1 + mod (0:59, 5)) * 4 + sin (reshape (1:180, 3, 60) .^ 2);
%! [E, ~, map] = ae_tsne (Y, "Perplexity", 8, "Seed", 1, "MaxIter", 400, "Precision", "double", "Verbose", false);
%!test # the map as a model
%! assert (fieldnames (map)', {"kind", "input_size", "samples", "embedding", "perplexity"});
%! assert (isequal (map.samples, Y) && isequal (map.embedding, E));
%! assert (map.perplexity, 5);
%! [~, ~, images] = ae_tsne (reshape (Y, 3, 1, 1, 60), "Perplexity", 3, "Seed", 1, "MaxIter", 5, "Verbose", false);
%! assert (images.input_size, [3 1 1]);
%! assert (images.perplexity, 3);
%!test # new samples: near those that they are like; each for itself; old ones where they were
%! N = Y(:,1:10) + 0.01;
%! P = ae_encode (map, N);
%! assert (size (P), [2 10]);
%! span = max (E(:)) - min (E(:));
%! assert (sqrt (sumsq (P - E(:,1:10), 1)) < 0.1 * span);
%! assert (ae_encode (map, N(:,4)), P(:,4));
%!test # a place is a minimum of the divergence from fixed affinities, written out
%! N = Y(:,7) + [0.5; -0.2; 0.1];
%! [d, order] = sort (sumsq (Y - N, 1));
%! d = d(1:15);
%! entropy = @(b) log (sum (exp (-b * d))) + b * sum (d .* exp (-b * d)) / sum (exp (-b * d)) - log (5);
%! b = fzero (entropy, [1e-3 1e3]);
%! p = exp (-b * d) / sum (exp (-b * d));
%! w = @(y) 1 ./ (1 + sumsq (E - y, 1));
%! cost = @(y) -sum (p .* log (w (y)(order(1:15)) / sum (w (y))));
%! y = ae_encode (map, N);
%! for a = linspace (0, 2 * pi, 9)
%!   assert (cost (y + 1e-2 * [cos(a); sin(a)]) > cost (y));
%! endfor
%!test # kept in a file
%! file = tempname ();
%! ae_save (map, file);
%! back = ae_load (file);
%! delete (file);
%! assert (isequal (back, map));
%! assert (strfind (ae_summary (map), "t-SNE map, input 3, 60 samples on 2 dimensions"));
%!error <ae_encode: X must be 3-by-n, got 2-by-1> ae_encode (map, [1; 2])
%!error <ae_decode: a t-SNE map has no way back> ae_decode (map, [1; 2])
%!error <ae_evaluate: a t-SNE map gives no samples back> ae_evaluate (map, Y)
%!error <ae_encode: the model is damaged: map.embedding must be real, finite and 2-by-60> ae_encode (setfield (map, "embedding", E(:,1:3)), Y)
%!error <damaged: map.perplexity must be a number from 1 to 20, got 40> ae_encode (setfield (map, "perplexity", 40), Y)
%!error <damaged: map.samples must be real, finite and 3-by-n, got 2-by-60 double> ae_encode (setfield (map, "samples", Y(1:2,:)), Y)
%!error <X is too far from the map's samples for class single>
%! s = map;  s.embedding = single (E);
%! ae_encode (s, [1e60; 0; 0]);
