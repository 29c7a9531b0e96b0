## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_code_sizes (@var{X}, @var{sizes})
## @deftypefnx {autoencoder} {@var{r} =} ae_code_sizes (@var{X}, @var{sizes}, @var{name}, @var{value}, @dots{})
## How many numbers a code should have: which dimension is enough, by PCA and a net at each size.
##
## @var{X} holds @var{n} samples, @var{d}-by-@var{n} or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}; @var{sizes} are the code sizes to try.
## PCA and a net of each size are trained on some of the samples and judged on the
## others: what share of their variance (scaled, if a scaling is asked for) they
## explain.  Without missing values PCA is judged at every size.
##
## The recommended size, @code{r.best}, is the smallest beyond which no larger one of
## @var{sizes} explains more by 0.7/@var{d}, 0.7 of an average feature, for each
## number that its code has more (Jolliffe's rule for components, for any steps).  With
## @qcode{"Share"} it is the smallest that explains that share.  At each size the
## better of net and PCA counts.
##
## Without an output the table and the words are printed, and the curves drawn
## where there is a display.  @var{r} has the fields @code{sizes}, @code{net} (a
## struct array, one for each size: @code{explained}, @code{mse} in scaled units,
## @code{parameters}, @code{seconds}), @code{pca} (@code{k}, @code{explained},
## @code{mse}), @code{best}, @code{table} (the text) and @code{words} (a cell of
## sentences).
##
## Options:
## @table @code
## @item "Builder"
## A handle that gives a net for a size, as in
## @code{@@(k) ae_conv ([28 28 1], [8 k])}.  By default a dense net
## @var{d}-@var{m}-@var{k}-@var{m}-@var{d}, @var{m} half of @var{d} + @var{k} but at
## most 256, with @qcode{"tanh"} and a linear code and output.
## @item "Scale", "Missing"
## For PCA and the default nets, see @code{ae_network}.
## @item "Holdout"
## The share of the samples that judge, default 0.25.
## @item "Fit"
## A cell of options for @code{ae_fit}, added to Adam, a rate of 2e-3 and epochs for
## about 3,000 steps.
## @item "Share"
## The share of the variance to explain, default [] (see above).
## @item "Seed"
## A whole number >= 0: the same seed gives the same result.
## @item "Verbose"
## true (default): a line when a size is done.
## @item "Title", "File", "Size"
## Of the picture; with a file it is drawn whether or not there is an output.
## @end table
##
## Errors: @code{autoencoder:ae_code_sizes:size}, @code{:class}, @code{:empty},
## @code{:nonfinite}, @code{:value}, @code{:option}, @code{:model} (what the builder
## gives), @code{:file}, @code{:toolkit}, and those of @code{ae_pca},
## @code{ae_fit} and @code{ae_evaluate}, such as @code{:overflow}.  When the
## picture cannot be drawn or written after all, that is a warning,
## @code{autoencoder:ae_code_sizes:plot}, and @var{r} is returned.
##
## Source: I. T. Jolliffe, @cite{Discarding variables in a principal component
## analysis}, Applied Statistics 21, 1972.
##
## @example
## @group
## D = [1 2; 2 -1; 1 1; 3 0] * sin ([1; 1.618] * (1:200) .^ 1.5);
## D += 0.01 * cos ((1:4)' * (1:200) .^ 2);
## r = ae_code_sizes (D, [1 2 3], "Scale", "zscore", "Seed", 1, ...
##                    "Verbose", false, "Fit", @{"Epochs", 20@});
## r.best
##     @result{} 2
## @end group
## @end example
## @seealso{ae_compare, ae_pca, ae_dense, ae_evaluate}
## @end deftypefn

function r = ae_code_sizes (X, sizes, varargin)
  fname = "ae_code_sizes";
  if (nargin < 2)
    print_usage ();
  endif
  sizes = unique (arg_counts (fname, "sizes", sizes));
  opt = arg_options (fname, varargin, [{"Builder", [], "function?"; "Holdout", 0.25, "share"; "Fit", {}, ""; ...
    "Share", [], "share?"; "Seed", [], "whole >= 0?"; "Verbose", true, "flag"; "Title", "", "string"}; ...
    scale_options(); plot_options()]);
  arg_array (fname, "X", X, strcmp (opt.Scale, "bytes"), ! strcmp (opt.Missing, "error"));
  if (! iscell (opt.Fit))
    error ("autoencoder:ae_code_sizes:value", "ae_code_sizes: Fit must be a cell of options, got %s", text_describe (opt.Fit));
  endif
  if (! isempty (opt.File))
    plot_check (fname, opt);
  endif
  opt.Seed = arg_seed (opt.Seed);
  [shape, n] = sample_shape (fname, X);
  if (n < 8 || opt.Holdout * n < 2)
    error ("autoencoder:ae_code_sizes:size", ...
           "ae_code_sizes: X must have 8 samples or more, of which 2 or more judge; got %d and the share %g", n, opt.Holdout);
  elseif (sizes(end) > min (prod (shape), floor ((1 - opt.Holdout) * n)))
    error ("autoencoder:ae_code_sizes:value", "ae_code_sizes: sizes must be at most %d, the features or training samples, got %d", ...
           min (prod (shape), floor ((1 - opt.Holdout) * n)), sizes(end));
  endif
  try
    r = judge (fname, X, shape, sizes, opt);
  catch err
    text_reraise (fname, err); # those of the functions below speak as ae_code_sizes
  end_try_catch
  [r.best, r.words] = recommend (r, opt);
  r.table = table_text (r, Inf);
  if (! isempty (opt.File) || (nargout == 0 && have_window_system ()))
    try
      draw (fname, r, opt);
    catch err
      text_warning ("autoencoder:ae_code_sizes:plot", "ae_code_sizes: no picture, but the results are there: %s", err.message);
    end_try_catch
  endif
  if (nargout == 0)
    width = text_columns ();
    puts ([table_text(r, width), "\n", text_wrap([strjoin(r.words, "\n"), "\n"], width)]);
    clear r;
  endif
endfunction

function r = judge (fname, X, shape, sizes, opt)
  [T, V] = ae_split (X, opt.Holdout, "Seed", opt.Seed);
  V = judges (V, opt);
  r = struct ("sizes", sizes, "d", prod (shape), "n", [size(T)(end), size(V)(end)]);
  r.pca = judge_pca (T, V, sizes, opt);
  for i = 1:numel (sizes)
    r.net(i) = judge_net (fname, shape, T, V, sizes(i), opt);
    if (opt.Verbose)
      puts (text_wrap (sprintf ("ae_code_sizes: %d: PCA explains %.1f %%, the net %.1f %% (%.1f s)\n", sizes(i), ...
                                100 * r.pca.explained(r.pca.k == sizes(i)), 100 * r.net(i).explained, ...
                                r.net(i).seconds), text_columns ()));
    endif
  endfor
endfunction

function [shape, n] = sample_shape (fname, X)
  s = size (X);
  if (! any (ndims (X) == [2 4]))
    error ("autoencoder:ae_code_sizes:size", "ae_code_sizes: X must be d-by-n or h-by-w-by-c-by-n, got %s", text_describe (X));
  endif
  shape = s(1:end-1);
  n = s(end);
endfunction

## Samples with missing values don't judge where they are left out.
function V = judges (V, opt)
  if (strcmp (opt.Missing, "omit"))
    keep = ! any (isnan (reshape (V, [], size (V)(end))), 1);
    index = repmat ({":"}, 1, ndims (V));
    index{end} = keep;
    V = V(index{:});
  endif
endfunction

## PCA at every size up to twice the largest, or, where EM has to fit each, at
## those of the list.
function pca = judge_pca (T, V, sizes, opt)
  build = @(k) ae_pca (T, k, "Scale", opt.Scale, "Missing", opt.Missing, "Verbose", false);
  if (strcmp (opt.Missing, "mask"))
    e = arrayfun (@(k) ae_evaluate (build (k), V), sizes);
    pca = struct ("k", sizes, "explained", [e.explained], "mse", arrayfun (@scaled_mse, e));
    return;
  endif
  most = size (T)(end);
  p = build (min ([prod(size (T)(1:end-1)), most, max(16, 2 * sizes(end))]));
  D = reshape (V, [], size (V)(end));
  S = double (scale_apply (scale_out (p), D)) - double (p.mean);
  gain = sum ((double (p.components)' * S) .^ 2, 2)';
  left = max (sumsq (S(:)) - cumsum (gain), 0);
  total = sumsq ((S - mean (S, 2))(:));
  pca = struct ("k", 1:numel (gain), "explained", 1 - left / max (total, realmin ()), "mse", left / numel (S));
endfunction

function v = scaled_mse (e)
  v = struct_get (e, "mse_scaled", e.mse);
endfunction

function row = judge_net (fname, shape, T, V, k, opt)
  net = default_net (shape, k, opt);
  if (! isempty (opt.Builder))
    net = opt.Builder (k);
    if (! (isstruct (net) && isscalar (net)))
      error ("autoencoder:ae_code_sizes:model", "ae_code_sizes: Builder must give a network, got %s", text_describe (net));
    endif
    arg_network (fname, net);
  endif
  [input_size, output_size, ~, parameters] = model_sizes (fname, net);
  if (prod (input_size) != prod (shape) || prod (output_size) != prod (shape))
    error ("autoencoder:ae_code_sizes:model", "ae_code_sizes: Builder's net must take and give %d numbers, got %d and %d", ...
           prod (shape), prod (input_size), prod (output_size));
  endif
  n = size (T)(end);
  batch = min (64, max (8, round (n / 20)));
  epochs = min (300, max (10, ceil (3000 * batch / n)));
  started = tic ();
  net = ae_fit (net, T, "Optimizer", "adam", "LearnRate", 2e-3, "BatchSize", batch, "Epochs", epochs, "Seed", opt.Seed, ...
                "Verbose", 0, opt.Fit{:});
  e = ae_evaluate (net, V);
  row = struct ("explained", e.explained, "mse", scaled_mse (e), "parameters", parameters, "seconds", toc (started));
endfunction

function net = default_net (shape, k, opt)
  d = prod (shape);
  middle = max (k, min (256, round ((d + k) / 2)));
  net = ae_dense (shape, [middle k], "Activation", "tanh", "CodeActivation", "linear", "OutputActivation", "linear", ...
                  "Scale", opt.Scale, "Missing", opt.Missing, "Seed", opt.Seed);
endfunction

function [best, words] = recommend (r, opt)
  of_pca = arrayfun (@(k) r.pca.explained(r.pca.k == k), r.sizes);
  of_net = [r.net.explained];
  top = max (of_pca, of_net);
  if (isempty (opt.Share))
    worth = 0.7 / r.d;
    enough = arrayfun (@(i) all (top(i+1:end) - top(i) < worth * (r.sizes(i+1:end) - r.sizes(i))), 1:numel (top));
    why = sprintf ("each further number would add less than %.2g %%, 0.7 of an average feature", 100 * worth);
  else
    enough = top >= opt.Share;
    why = sprintf ("%.4g %% were asked for", 100 * opt.Share);
  endif
  at = [find(enough, 1), numel(top)](1);
  best = r.sizes(at);
  kind = {"PCA", "the net"}{1 + (of_net(at) > of_pca(at))};
  words{1} = sprintf ("A code of %d is enough: %s of that size explains %.1f %% of the variance of the %d samples held out; %s.", ...
                      best, kind, 100 * top(at), r.n(2), why);
  if (at == numel (top) && (isempty (opt.Share) || ! enough(at)))
    words{1} = sprintf (["No size of the list is enough: with %d numbers %s explains %.1f %% of the variance of the %d samples " ...
                         "held out, and the curve still rises; try larger sizes."], best, kind, 100 * top(at), r.n(2));
  endif
  words{2} = net_or_pca (r.sizes, of_net, of_pca, best);
endfunction

function text = net_or_pca (sizes, of_net, of_pca, best)
  better = 1 - of_net < 0.95 * (1 - of_pca);
  if (! any (better))
    text = "At no size does the net leave 5 % less than PCA: PCA will do (ae_pca).";
  elseif (all (better))
    text = "At every size the net leaves at least 5 % less than PCA: it is worth its training.";
  else
    text = sprintf ("The net leaves at least 5 %% less than PCA at %s; elsewhere PCA will do.", ...
                    strjoin (arrayfun (@num2str, sizes(better), "UniformOutput", false), ", "));
  endif
endfunction

## On a terminal of less than 53 columns closer together and without the seconds.
function text = table_text (r, width)
  form = "%6s  %9s  %9s  %10s  %7s%s\n";
  rule = 49;
  if (width < 53)
    form = "%4s %8s %8s %10s%.0s%s\n";
    rule = 33;
  endif
  text = [sprintf(form, "Code", "PCA", "net", "Params", "Fit s", ""), repmat("-", 1, rule), "\n"];
  for i = 1:numel (r.sizes)
    text = [text, sprintf(form, sprintf ("%d", r.sizes(i)), ...
                          sprintf ("%.2f %%", 100 * r.pca.explained(r.pca.k == r.sizes(i))), ...
                          sprintf ("%.2f %%", 100 * r.net(i).explained), text_thousands (r.net(i).parameters), ...
                          sprintf ("%.1f", r.net(i).seconds), {"", "  <-"}{1 + (r.sizes(i) == r.best)})];
  endfor
endfunction

function draw (fname, r, opt)
  fig = plot_figure (fname, opt);
  ax = axes ("parent", fig, "position", [0.13 0.13 0.82 0.76]);
  shown = r.pca.k <= 1.5 * r.sizes(end);
  left = @(e) 100 * max (1 - e, 1e-4);
  lines = semilogy (ax, r.pca.k(shown), left (r.pca.explained(shown)), "-o", "color", [0.45 0.45 0.45], "linewidth", 2, ...
                    "markersize", 4, "markerfacecolor", [0.45 0.45 0.45]);
  hold (ax, "on");
  lines(2) = semilogy (ax, r.sizes, left ([r.net.explained]), "-s", "color", [0 0.45 0.7], "linewidth", 2, ...
                       "markersize", 8, "markerfacecolor", [0 0.45 0.7]);
  all_left = [left(r.pca.explained(shown)), left([r.net.explained])];
  limits = [0.8 * min(all_left), min(150, 1.3 * max (all_left))];
  lines(3) = semilogy (ax, [r.best r.best], limits, "--", "color", [0.84 0.37 0], "linewidth", 2);
  hold (ax, "off");
  axis (ax, [0, max(r.pca.k(shown)) + 1, limits]);
  marks = ([1; 2; 5] * 10 .^ (-3:2))(:)';
  marks = marks(marks >= limits(1) & marks <= limits(2));
  set (ax, "ytick", marks, "yticklabel", arrayfun (@(v) sprintf ("%g", v), marks, "UniformOutput", false), ...
       "yminortick", "off");
  grid (ax, "on");
  set (ax, "yminorgrid", "off");
  xlabel (ax, "numbers in the code");
  ylabel (ax, "% of the held-out variance that is left");
  heading = opt.Title;
  if (isempty (heading))
    heading = "What codes of each size leave";
  endif
  title (ax, heading, "interpreter", "none");
  legend (ax, lines, {"PCA", "net", sprintf("recommended: %d", r.best)}, "location", "northeast");
  plot_finish (fname, fig, opt);
endfunction

%!shared D
%! D = [1 2; 2 -1; 1 1; 3 0; 0 1; 1 -1] * sin ([1; 1.618] * (1:240) .^ 1.5) + 0.05 * cos ((1:6)' * (1:240) .^ 2);
%! D(1,:) = 5000 + 300 * D(1,:);
%!test # two causes: two numbers are enough; the result's fields; the same seed, the same result
%! r = ae_code_sizes (D, [3 1 2 2], "Scale", "zscore", "Seed", 1, "Verbose", false, "Fit", {"Epochs", 60});
%! assert (r.sizes, 1:3);
%! assert (r.best, 2);
%! assert (numel (r.net), 3);
%! assert (r.pca.k, 1:6);
%! assert (diff (r.pca.explained) >= -1e-12);
%! assert (r.net(2).explained > 0.9);
%! assert (r.net(2).parameters, 6*4+4 + 4*2+2 + 2*4+4 + 4*6+6);
%! assert (strncmp (r.words{1}, "A code of 2 is enough: ", 23));
%! assert (numel (strfind (r.table, "<-")), 1);
%! again = ae_code_sizes (D, [1 2 3], "Scale", "zscore", "Seed", 1, "Verbose", false, "Fit", {"Epochs", 60});
%! assert ([again.net.explained], [r.net.explained]);
%!test # PCA's shares are those of ae_evaluate on the samples held out
%! r = ae_code_sizes (D, 1, "Scale", "zscore", "Seed", 3, "Verbose", false, "Fit", {"Epochs", 1});
%! [T, V] = ae_split (D, 0.25, "Seed", 3);
%! for k = [1 4]
%!   e = ae_evaluate (ae_pca (T, k, "Scale", "zscore"), V);
%!   assert ([r.pca.explained(k), r.pca.mse(k)], [e.explained, e.mse_scaled], 1e-10);
%! endfor
%! assert (strncmp (r.words{1}, "No size of the list is enough", 29));
%!test # a builder, a share, missing values, a share held out
%! X = D;
%! X(2,5:7:end) = NaN;
%! build = @(k) ae_dense (6, k, "Activation", "linear", "Scale", "zscore", "Missing", "mask", "Seed", 2);
%! r = ae_code_sizes (X, [1 2], "Builder", build, "Scale", "zscore", "Missing", "mask", "Share", 0.3, "Holdout", 0.5, ...
%!                    "Seed", 1, "Verbose", false, "Fit", {"Epochs", 40});
%! assert (r.pca.k, [1 2]);
%! assert (r.best, 1);
%! assert (r.n, [120 120]);
%! assert (r.net(1).parameters, 6 + 1 + 6 + 6);
%! r = ae_code_sizes (X, 2, "Scale", "zscore", "Missing", "omit", "Seed", 1, "Verbose", false, "Fit", {"Epochs", 2});
%! assert (sum (r.n) < 240);
%!test # images of bytes
%! I = uint8 (mod (reshape ((1:25 * 40) .^ 2, 5, 5, 1, 40), 250));
%! r = ae_code_sizes (I, [1 3], "Scale", "bytes", "Seed", 1, "Verbose", false, "Fit", {"Epochs", 2});
%! assert (numel (r.net), 2);
%!test # a terminal of 40 columns
%! before = getenv ("COLUMNS");
%! unwind_protect
%!   setenv ("COLUMNS", "40");
%!   text = evalc ("ae_code_sizes (D, [1 2], \"Scale\", \"zscore\", \"Seed\", 1, \"Verbose\", false, \"Fit\", {\"Epochs\", 1})");
%! unwind_protect_cleanup
%!   setenv ("COLUMNS", before);
%! end_unwind_protect
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) <= 40);
%! assert (strncmp (text, "Code ", 5));
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # printed and drawn
%! file = [tempname() ".png"];
%! text = evalc ("ae_code_sizes (D, [1 2], \"Scale\", \"zscore\", \"Seed\", 1, \"File\", file, \"Fit\", {\"Epochs\", 1});");
%! assert (regexp (text, 'ae_code_sizes: 1: PCA explains'));
%! assert (regexp (text, 'Code +PCA +net'));
%! assert (imfinfo (file).Width, 800);
%! delete (file);
%!error <Invalid call> ae_code_sizes (1)
%!error <sizes must be whole numbers of 1 or more> ae_code_sizes (D, 0)
%!error <sizes must be at most 6, the features or training samples, got 7> ae_code_sizes (D, 7)
%!error <X must have 8 samples or more, of which 2 or more judge; got 5> ae_code_sizes (D(:,1:5), 1)
%!error <X must be finite, got NaN> ae_code_sizes ([D; NaN(1, 240)], 1)
%!error <X must be d-by-n or h-by-w-by-c-by-n, got 2-by-3-by-4 double> ae_code_sizes (ones (2, 3, 4), 1)
%!error <Builder's net must take and give 6 numbers, got 4 and 4> ae_code_sizes (D, 1, "Builder", @(k) ae_dense (4, k), "Verbose", false)
%!error <ae_code_sizes: Builder must give a network, got 1> ae_code_sizes (D, 1, "Builder", @(k) k, "Verbose", false)
%!error <Fit must be a cell of options, got 3> ae_code_sizes (D, 1, "Fit", 3)
%!error <unknown option "Bilder"> ae_code_sizes (D, 1, "Bilder", 3)
%!error id=autoencoder:ae_code_sizes:overflow ae_code_sizes (1e200 * D, 1, "Seed", 1, "Verbose", false)
%!error <^ae_code_sizes: the squares of X overflow> ae_code_sizes (1e200 * D, 1, "Seed", 1, "Verbose", false)
%!error id=autoencoder:ae_code_sizes:option ae_code_sizes (D, 1, "Seed", 1, "Verbose", false, "Fit", {"Epoch", 1})

%!demo
%! ## Ten sensors that three causes move.
%! D = randn (10, 3) * randn (3, 600) + 0.3 * randn (10, 600);
%! ae_code_sizes (D, [1 2 3 4 6], "Scale", "zscore", "Seed", 1);
%!error <ae_code_sizes: cannot write "/no/such/folder/a.png": there is no folder> ae_code_sizes (rand (4, 40), 2, "File", "/no/such/folder/a.png")
%!test # a picture that cannot be written costs the results nothing
%! file = fullfile (tempdir (), [repmat("a", 1, 300) ".png"]);   # no system takes such a name
%! text = evalc ("r = ae_code_sizes (rand (4, 40), 1, \"Seed\", 1, \"Verbose\", false, \"Fit\", {\"Epochs\", 1}, \"File\", file);");
%! assert (! isempty (strfind (text, "no picture, but the results are there")), text);
%! assert (isfield (r, "best"));
