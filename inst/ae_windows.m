## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{W} =} ae_windows (@var{series}, @var{length})
## @deftypefnx {autoencoder} {@var{W} =} ae_windows (@var{series}, @var{length}, @var{step})
## @deftypefnx {autoencoder} {@var{series} =} ae_windows (@var{W}, @var{length}, @var{step}, "Total", @var{total})
## Cut a time series into windows, or put windows together again.
##
## @var{series} is a vector, or @var{c}-by-@var{t}: a row a channel, time along
## the columns.  @var{length} is the number of points of a window, @var{step}
## how far each begins behind the one before, by default @var{length} (no
## overlap).  @var{W} is @var{length}-by-@var{c}-by-@var{n}, where @var{n} =
## floor ((@var{t} - @var{length}) / @var{step}) + 1; points behind the last whole
## window are left out.  It has the class of @var{series}.
##
## With @qcode{"Total"} it goes the other way: @var{W}, of the shape that cutting
## gives (or with a singleton dimension more, @var{length}-by-1-by-@var{c}-by-@var{n}
## or @var{length}-by-@var{c}-by-1-by-@var{n}, as nets take and give windows), becomes
## @var{c}-by-@var{total}; a point that several windows have is their mean
## (overlap-add divided by the number of windows), one that none has is NaN.
## @code{ae_windows (ae_windows (@var{s}, l, p), l, p, "Total", columns (@var{s}))} is
## @var{s} again where windows reach.
##
## For a net the windows are samples: @code{reshape (W, length, c, 1, [])} as images
## of one channel, or @code{reshape (W, length * c, [])} as vectors.
##
## Errors: @code{autoencoder:ae_windows:class}, @code{:empty}, @code{:size},
## @code{:nonfinite} (infinite values; NaN may pass), @code{:value}, @code{:option},
## @code{:memory} (Total).
##
## @example
## @group
## W = ae_windows (1:10, 4, 2);
## size (W)
##     @result{} 4 1 4
## ae_windows (W, 4, 2, "Total", 10)
##     @result{} 1 2 3 4 5 6 7 8 9 10
## @end group
## @end example
## @seealso{ae_score, ae_fit, ae_load_table}
## @end deftypefn

function W = ae_windows (series, length, step, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  length = arg_value ("ae_windows", "length", length, "whole >= 1");
  if (nargin < 3)
    step = length;
  endif
  step = arg_value ("ae_windows", "step", step, "whole >= 1");
  opt = arg_options ("ae_windows", varargin, {"Total", [], "whole >= 1?"});
  arg_array ("ae_windows", {"W", "series"}{1 + isempty (opt.Total)}, series, false, true);
  if (isempty (opt.Total))
    W = cut (series, length, step);
  else
    W = join (series, length, step, opt.Total);
  endif
endfunction

function W = cut (series, length, step)
  if (ndims (series) > 2)
    error ("autoencoder:ae_windows:size", "ae_windows: series must be c-by-t, got %s; to join windows give \"Total\"", ...
           text_describe (series));
  endif
  if (iscolumn (series))
    series = series.';
  endif
  [c, t] = size (series);
  if (t < length)
    error ("autoencoder:ae_windows:size", ...
           "ae_windows: series must have %d points or more for a window of that length, got %d%s", length, t, ...
           {"", "; a row is a channel: transpose"}{1 + (c >= length)});
  endif
  n = floor ((t - length) / step) + 1;
  index = (1:length)' + step * (0:n-1);
  W = permute (reshape (series(:,index), c, length, n), [2 1 3]);
endfunction

function series = join (W, length, step, total)
  cls = class (W);
  s = size (W);
  s(end+1:4) = 1;
  if (ndims (W) == 4)
    n = s(4);
    c = s(2) * s(3);
    fits = any (s(2:3) == 1);
  else
    n = s(3);
    c = s(2);
    fits = true;
  endif
  if (s(1) != length || ! fits)
    error ("autoencoder:ae_windows:size", "ae_windows: W must be %d-by-c-by-n, got %s", length, text_describe (W));
  elseif ((n - 1) * step + length > total)
    error ("autoencoder:ae_windows:value", ...
           "ae_windows: Total must be %d or more for %d windows of %d points at a step of %d, got %d", ...
           (n - 1) * step + length, n, length, step, total);
  endif
  at = ((1:length)' + step * (0:n-1))(:);
  W = reshape (permute (reshape (double (W), length, c, n), [1 3 2]), length * n, c);
  if (c * total >= 2^31)
    error ("autoencoder:ae_windows:memory", "ae_windows: Total = %d points are more than can be held", total);
  endif
  try
    series = cast (means (at, W, total), cls);
  catch err
    error ("autoencoder:ae_windows:memory", "ae_windows: Total = %d points are more than can be held: %s", total, err.message);
  end_try_catch
endfunction

## c-by-total: means of the rows of W by what is in at.
function series = means (at, W, total)
  count = accumarray (at, 1, [total 1]);
  series = zeros (columns (W), total);
  for j = 1:columns (W)
    series(j,:) = accumarray (at, W(:,j), [total 1]) ./ count;
  endfor
endfunction

%!test # by hand
%! s = [1:9; 11:19];
%! W = ae_windows (s, 4, 3);
%! assert (size (W), [4 2 2]);
%! assert (W(:,:,1), [1:4; 11:14]');
%! assert (W(:,:,2), [4:7; 14:17]');
%! assert (size (ae_windows (1:9, 4)), [4 1 2]);
%! assert (ae_windows ((1:9)', 4), ae_windows (1:9, 4));
%! assert (class (ae_windows (single (1:9), 2)), "single");
%!test # there and back, with and without overlap; what no window has is NaN
%! s = [sin(1:50); cos(1:50)];
%! for p = [4 4; 5 1; 7 3; 3 5]'
%!   W = ae_windows (s, p(1), p(2));
%!   back = ae_windows (W, p(1), p(2), "Total", 50);
%!   seen = ! isnan (back(1,:));
%!   assert (back(:,seen), s(:,seen), 1e-15);
%!   assert (sum (seen), numel (unique ((1:p(1))' + p(2) * (0:size (W, 3)-1))));
%!   assert (ae_windows (reshape (W, p(1), 2, 1, []), p(1), p(2), "Total", 50), back);
%!   assert (ae_windows (reshape (W, p(1), 1, 2, []), p(1), p(2), "Total", 50), back);
%! endfor
%!test # windows that differ where they overlap: their mean
%! W = cat (3, [1; 1; 1], [3; 3; 3]);
%! assert (ae_windows (W, 3, 2, "Total", 6), [1 1 2 3 3 NaN]);
%!test # missing points pass
%! assert (isnan (ae_windows ([1 NaN 3 4], 2)), cat (3, [false; true], [false; false]));
%!error <Invalid call> ae_windows (1:3)
%!error <Total = 1125899906842624 points are more than can be held> ae_windows ([1; 2; 3], 3, 3, "Total", 2^50)
%!error <series must be single or double, got int8> ae_windows (int8 (1:9), 3)
%!error <series must be finite, got Inf> ae_windows ([1 Inf 2], 2)
%!error <series must be c-by-t, got 2-by-2-by-2 double; to join windows give "Total"> ae_windows (ones (2, 2, 2), 2)
%!error <series must have 5 points or more for a window of that length, got 3> ae_windows (1:3, 5)
%!error <got 3; a row is a channel: transpose> ae_windows (ones (9, 3), 5)
%!error <length must be a whole number .= 1, got 0> ae_windows (1:3, 0)
%!error <step must be a whole number .= 1, got 1.5> ae_windows (1:3, 2, 1.5)
%!error <W must be single or double, got cell> ae_windows ({1}, 3, 2, "Total", 9)
%!error <W must be 3-by-c-by-n, got 2-by-1-by-4 double> ae_windows (ones (2, 1, 4), 3, 2, "Total", 9)
%!error <Total must be 9 or more for 4 windows of 3 points at a step of 2, got 8> ae_windows (ones (3, 1, 4), 3, 2, "Total", 8)
%!error <unknown option "Totl"> ae_windows (1:9, 3, 1, "Totl", 8)
