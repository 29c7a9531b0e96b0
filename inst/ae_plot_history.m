## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_plot_history (@var{history})
## @deftypefnx {autoencoder} {} ae_plot_history (@{@var{label}, @var{history}, @dots{}@})
## @deftypefnx {autoencoder} {@var{fig} =} ae_plot_history (@dots{}, @var{name}, @var{value})
## Plot the loss of a training over its epochs.
##
## @var{history} is the struct that @code{ae_fit} returns: @code{loss} and
## @code{val_loss} are 1-by-@var{epochs}; @code{val_loss} may be missing, empty
## or NaN, and then no curve of it is drawn.  To draw several trainings in one
## picture, give a cell of labels and histories; there the validation losses are
## dashed, in the colour of their training.
##
## Options:
## @table @code
## @item "LogScale"
## True: a logarithmic axis for the loss, for which the loss must be positive.
## Default false.
## @item "Reference"
## @code{@{@var{label}, @var{loss}, @dots{}@}}: horizontal lines to compare
## with, as in @code{@{"PCA 20", 0.0187@}}.
## @item "Title"
## Default @code{"Training"}.
## @item "File"
## Save the picture there (a @file{.png}, or another kind that @code{print}
## knows) and close the figure; then the result is @code{[]}.
## @item "Size"
## @code{[@var{width} @var{height}]} in pixels, default [800 600].
## @end table
##
## @var{fig} is the figure's handle.  Without a display the figure is
## invisible: use @code{"File"} or @code{print}.
##
## Errors: @code{autoencoder:ae_plot_history:class}, @code{:size},
## @code{:empty}, @code{:value}, @code{:option}, @code{:file}, @code{:range}, @code{:toolkit}.
##
## @example
## @group
## history.loss = [0.049 0.034 0.029 0.027];
## history.val_loss = [0.038 0.031 0.028 0.027];
## ae_plot_history (history, "Reference", @{"PCA 20", 0.0187@}, "File", "history.png")
## exist ("history.png", "file")
##     @result{} 2
## @end group
## @end example
## @seealso{ae_fit, ae_plot_reconstruction}
## @end deftypefn

function fig = ae_plot_history (history, varargin)
  fname = "ae_plot_history";
  if (nargin < 1)
    print_usage ();
  endif
  opt = arg_options (fname, varargin, [{"LogScale", false, "flag"; "Reference", {}, ""; ...
                                          "Title", "Training", "string"}; plot_options()]);
  runs = check_runs (fname, history, opt.LogScale);
  lines = check_lines (fname, opt.Reference, opt.LogScale);
  fig = plot_figure (fname, opt);
  draw (fig, runs, lines, opt);
  fig = plot_finish (fname, fig, opt);
  if (nargout == 0)
    clear fig;
  endif
endfunction

## A struct array with label, loss and val_loss (rows of one length; val_loss
## may be empty).
function runs = check_runs (fname, history, positive)
  if (! iscell (history))
    history = {"", history};
  endif
  if (isempty (history) || mod (numel (history), 2) != 0)
    error (["autoencoder:" fname ":value"], ...
           "%s: histories must come as {label, history, ...}, got %d elements", fname, numel (history));
  endif
  for i = 2:2:numel (history)
    label = arg_value (fname, "a label", history{i-1}, "string");
    h = history{i};
    if (! (isstruct (h) && isscalar (h) && isfield (h, "loss")))
      error (["autoencoder:" fname ":class"], ...
             "%s: history must be a struct with the field loss, got %s", fname, text_describe (h));
    endif
    loss = check_curve (fname, "loss", h.loss, positive);
    if (! any (isfinite (loss)))
      error (["autoencoder:" fname ":empty"], ...
             "%s: loss must hold a finite number, got %s", fname, text_describe (loss));
    endif
    val_loss = [];
    if (isfield (h, "val_loss"))
      val_loss = check_curve (fname, "val_loss", h.val_loss, positive);
    endif
    if (! any (isfinite (val_loss)))
      val_loss = [];
    elseif (numel (val_loss) != numel (loss))
      error (["autoencoder:" fname ":size"], ...
             "%s: val_loss must have a number for each of the %d epochs of loss, got %d", ...
             fname, numel (loss), numel (val_loss));
    endif
    runs(i/2) = struct ("label", label, "loss", loss, "val_loss", val_loss);
  endfor
endfunction

function v = check_curve (fname, name, v, positive)
  if (! ((isfloat (v) && isreal (v) && ! issparse (v)) && (isvector (v) || isempty (v))))
    error (["autoencoder:" fname ":class"], ...
           "%s: %s must be a real vector with a number an epoch, got %s", fname, name, text_describe (v));
  endif
  plot_range (fname, name, v);
  v = double (v(:)');
  v(! isfinite (v)) = NaN;
  if (positive && any (v <= 0))
    error (["autoencoder:" fname ":value"], ...
           "%s: a logarithmic axis needs a positive %s, got %g", fname, name, min (v));
  endif
endfunction

function lines = check_lines (fname, lines, positive)
  if (! (iscell (lines) && mod (numel (lines), 2) == 0))
    error (["autoencoder:" fname ":value"], ...
           "%s: Reference must be a cell {label, loss, ...}, got %s", fname, text_describe (lines));
  endif
  kind = {"number", "number > 0"}{1 + positive};
  for i = 1:2:numel (lines)
    lines{i} = arg_value (fname, "a label of Reference", lines{i}, "string");
    lines{i+1} = arg_value (fname, "a loss of Reference", lines{i+1}, kind);
  endfor
endfunction

function draw (fig, runs, lines, opt)
  ax = axes ("parent", fig);
  hold (ax, "on");
  colors = get (ax, "colororder");
  last = max (arrayfun (@(r) numel (r.loss), runs));
  names = {};
  several = numel (runs) > 1;
  for i = 1:numel (runs)
    r = runs(i);
    color = colors(1 + mod (i - 1, rows (colors)),:);
    curve (ax, r.loss, "-", color, last);
    latest = r.loss(find (isfinite (r.loss), 1, "last"));
    names{end+1} = sprintf ("%s (last %.4g)", join (r.label, "training"), latest);
    if (! isempty (r.val_loss))
      if (! several)
        color = colors(2,:);
      endif
      curve (ax, r.val_loss, {"-", "--"}{1 + several}, color, last);
      [least, epoch] = min (r.val_loss);
      names{end+1} = sprintf ("%s (least %.4g, epoch %d)", join (r.label, "validation"), least, epoch);
    endif
  endfor
  ends = [1, last] + 0.5 * (last == 1) * [-1, 1];
  for i = 1:2:numel (lines)
    plot (ax, ends, lines{i+1} * [1 1], "--", "color", [0.3 0.3 0.3], "linewidth", 1.5);
    names{end+1} = sprintf ("%s (%.4g)", lines{i}, lines{i+1});
  endfor
  finish_axes (ax, ends, runs, lines, opt);
  legend (ax, names, "location", "northeast", "interpreter", "none");
endfunction

function name = join (label, what)
  name = strtrim ([label " " what]);
endfunction

function curve (ax, loss, style, color, last)
  marker = {"none", "o"}{1 + (last <= 20)};
  plot (ax, 1:numel (loss), loss, style, "color", color, "linewidth", 2, "marker", marker, "markersize", 4);
endfunction

function finish_axes (ax, ends, runs, lines, opt)
  hold (ax, "off");
  xlim (ax, ends);
  if (opt.LogScale)
    log_axis (ax, [runs.loss, runs.val_loss, lines{2:2:end}]);
  endif
  epochs = ceil (ends(1)):floor (ends(2));
  if (numel (epochs) <= 15)
    set (ax, "xtick", epochs);
  endif
  box (ax, "on");
  grid (ax, "on");
  xlabel (ax, "epoch");
  ylabel (ax, "loss");
  title (ax, opt.Title, "interpreter", "none");
endfunction

## Limits close around the values and readable numbers at the ticks: a loss
## seldom spans the powers of ten that Octave would mark.
function log_axis (ax, values)
  lo = min (values) / 1.1;
  hi = max (values) * 1.1;
  steps = {[1 1.5 2 2.5 3 4 5 6 7 8 9], [1 2 5], 1}{1 + (hi / lo > 12) + (hi / lo > 1e4)};
  ticks = (steps' * 10 .^ (floor (log10 (lo)):ceil (log10 (hi))))(:)';
  ticks = unique (ticks(ticks >= lo & ticks <= hi));
  set (ax, "yscale", "log", "ylim", [lo hi]);
  if (numel (ticks) > 1)
    labels = arrayfun (@(t) sprintf ("%g", t), ticks, "UniformOutput", false);
    set (ax, "ytick", ticks, "yticklabel", labels);
  endif
endfunction

%!demo
%! ## Training and validation part ways when a net learns its samples by heart.
%! history.loss = 0.05 * exp (-(1:40) / 8) + 0.01;
%! history.val_loss = history.loss + 2e-5 * (1:40) .^ 1.5;
%! ae_plot_history (history, "Reference", {"PCA 20", 0.0187});

%!function info = picture (varargin)
%!  file = [tempname() ".png"];
%!  unwind_protect
%!    h = ae_plot_history (varargin{:}, "File", file);
%!    assert (h, []);
%!    info = imfinfo (file);
%!    assert (isempty (get (0, "children")));
%!  unwind_protect_cleanup
%!    [~] = unlink (file);
%!  end_unwind_protect
%!endfunction

%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot"))
%! h = struct ("loss", [3 2 1], "val_loss", [4 2 3], "seconds", [1 1 1], "learn_rate", [1 1 1]);
%! info = picture (h);
%! assert ([info.Width, info.Height], [800 600]);
%! info = picture (h, "LogScale", true, "Title", "t", "Reference", {"PCA", 2}, "Size", [400 300]);
%! assert ([info.Width, info.Height], [400 300]);
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # curves
%! g = struct ("loss", single ([5 4]), "val_loss", [NaN NaN]);
%! h = struct ("loss", [3 2 Inf], "val_loss", [4 2 3]);
%! unwind_protect
%!   fig = ae_plot_history ({"a", g, "b", h}, "Reference", {"line", 1});
%!   y = get (findobj (fig, "type", "line"), "ydata");
%!   for want = {[5 4], [3 2 NaN], [4 2 3], [1 1]}
%!     assert (any (cellfun (@(v) isequaln (double (v), want{1}), y)));
%!   endfor
%!   assert (isfigure (fig));
%! unwind_protect_cleanup
%!   close (fig);
%! end_unwind_protect
%!testif ; ! isempty (file_in_path (getenv ("PATH"), "gnuplot")) # one epoch, no validation
%! picture (struct ("loss", 0.5));
%! picture (struct ("loss", 0.5, "val_loss", []), "LogScale", true);
%!error <loss must lie within \+-1e100> ae_plot_history (struct ("loss", [1e308 1]))
%!error <Invalid call> ae_plot_history ()
%!error <history must be a struct with the field loss, got 1> ae_plot_history (1)
%!error <history must be a struct with the field loss, got 1-by-1 struct> ae_plot_history (struct ("a", 1))
%!error <histories must come as .label, history, .*, got 1 elements> ae_plot_history ({"a"})
%!error <a label must be a string, got 1> ae_plot_history ({1, struct("loss", 1)})
%!error <loss must be a real vector with a number an epoch, got 2-by-2>
%! ae_plot_history (struct ("loss", ones (2)))
%!error <loss must be a real vector> ae_plot_history (struct ("loss", "abc"))
%!error <loss must hold a finite number, got 1-by-2 double> ae_plot_history (struct ("loss", [NaN Inf]))
%!error <val_loss must have a number for each of the 2 epochs of loss, got 1>
%! ae_plot_history (struct ("loss", [1 2], "val_loss", 1))
%!error <a logarithmic axis needs a positive loss, got 0>
%! ae_plot_history (struct ("loss", [1 0]), "LogScale", true)
%!error <Reference must be a cell .label, loss, .*, got 1>
%! ae_plot_history (struct ("loss", 1), "Reference", 1)
%!error <a loss of Reference must be a finite real number, got NaN>
%! ae_plot_history (struct ("loss", 1), "Reference", {"a", NaN})
%!error <Size must be \[width height\]> ae_plot_history (struct ("loss", 1), "Size", [1 2])
%!error <there is no folder "/no/such"> ae_plot_history (struct ("loss", 1), "File", "/no/such/a.png")
%!error <unknown option "Log".*valid are: LogScale, Reference, Title, File, Size>
%! ae_plot_history (struct ("loss", 1), "Log", true)
