## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} plotconfusion (@var{T}, @var{Y})
## @deftypefnx {autoencoder} {} plotconfusion (@var{T}, @var{Y}, @var{name})
## @deftypefnx {autoencoder} {@var{h} =} plotconfusion (@dots{})
## The confusion matrix of a classification as a picture, called as in MATLAB.
##
## @var{T} and @var{Y} are @var{k}-by-@var{n}: targets, a 1 in the row of the right
## class, and outputs, of which the largest in each column counts.  1-by-@var{n}
## numbers from 0 to 1 are two classes, told apart at 0.5.
##
## Row i, column j holds the number of samples that were put into class i and
## belong to class j, and their share of all.  The last row and column hold the
## shares of right ones in each class, the corner that of all.  Several pairs may
## follow each other, each with its name: @code{plotconfusion (T1, Y1, "training",
## T2, Y2, "test")}.  @var{h} is the figure.  The function is there after
## @code{ae_matlab ("on")}.
##
## Errors: @code{autoencoder:plotconfusion:class}, @code{:size}.
##
## @c not run
## @example
## @group
## ae_matlab ("on");
## plotconfusion (T, net (X), "test");
## @end group
## @end example
## @seealso{ae_matlab, trainSoftmaxLayer, ae_classify}
## @end deftypefn

function h = plotconfusion (T, Y, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  sets = read_sets ([{T, Y}, varargin]);
  fig = figure ("color", "w");
  n = rows (sets);
  across = ceil (sqrt (n));
  for i = 1:n
    place (i, across, ceil (n / across));
    draw (confusion (sets{i,1}, sets{i,2}), strtrim ([sets{i,3} " confusion matrix"]), across);
  endfor
  if (nargout > 0)
    h = fig;
  endif
endfunction

## Rows {T, Y, name}.
function sets = read_sets (args)
  sets = cell (0, 3);
  while (! isempty (args))
    if (numel (args) < 2)
      error ("autoencoder:plotconfusion:class", "plotconfusion: targets come with outputs, as in plotconfusion (T, Y)");
    endif
    name = "";
    used = 2;
    if (numel (args) > 2 && ischar (args{3}))
      if (rows (args{3}) > 1)
        error ("autoencoder:plotconfusion:class", "plotconfusion: the name of T and Y must be one row of characters, got %s", ...
               __matlab__ ("describe", args{3}));
      endif
      name = args{3};
      used = 3;
    endif
    check_pair (args{1:2});
    sets(end+1,:) = [args(1:2), {name}];
    args(1:used) = [];
  endwhile
endfunction

function check_pair (T, Y)
  real_one = @(A) (isnumeric (A) || islogical (A)) && isreal (A) && ndims (A) == 2 && ! isempty (A) && ! any (isnan (A(:)));
  if (! real_one (T) || ! real_one (Y))
    error ("autoencoder:plotconfusion:class", "plotconfusion: T and Y must be real k-by-n matrices without NaN, got %s and %s", ...
           __matlab__ ("describe", T), __matlab__ ("describe", Y));
  elseif (! isequal (size (T), size (Y)))
    error ("autoencoder:plotconfusion:size", "plotconfusion: T and Y must have the same size, got %d-by-%d and %d-by-%d", ...
           size (T), size (Y));
  endif
endfunction

## Counts: a row for each class that was chosen, a column for each right one.
function C = confusion (T, Y)
  if (rows (T) == 1)
    T = [T < 0.5; T >= 0.5];
    Y = [Y < 0.5; Y >= 0.5];
  endif
  [~, right] = max (T, [], 1);
  [~, chosen] = max (Y, [], 1);
  C = accumarray ([chosen', right'], 1, rows (T) * [1 1]);
endfunction

## Axes number i of across by down, with room for the words at their left.
function place (i, across, down)
  column = mod (i - 1, across);
  row = down - ceil (i / across);
  axes ("position", [(column + 0.26) / across, (row + 0.15) / down, 0.68 / across, 0.72 / down]);
endfunction

## Right ones blue, wrong ones orange, the darker the more; the margin grey.
function draw (C, text_of, across)
  k = rows (C);
  n = sum (C(:));
  strength = C / max ([C(:); 1]);
  blue = reshape ([0.42 0.68 0.84], 1, 1, 3);
  orange = reshape ([0.99 0.68 0.42], 1, 1, 3);
  tint = orange .* ones (k) + (blue - orange) .* eye (k);
  picture = 0.9 * ones (k + 1, k + 1, 3);
  picture(1:k,1:k,:) = 1 - strength .* (1 - tint);
  image (picture);
  axis ("image");
  share = @(part, whole) sprintf ("%.1f%%", 100 * part / max (whole, 1));
  points = max (4, min (11, round (60 / (k + 1) / across)));
  for i = 1:k
    for j = 1:k
      label (j, i - 0.18, sprintf ("%d", C(i,j)), points);
      label (j, i + 0.2, share (C(i,j), n), points - 1);
    endfor
    label (k + 1, i, share (C(i,i), sum (C(i,:))), points);
    label (i, k + 1, share (C(i,i), sum (C(:,i))), points);
  endfor
  label (k + 1, k + 1, share (trace (C), n), points);
  names = [arrayfun(@(i) sprintf ("%d", i), 1:k, "UniformOutput", false), {"right"}];
  set (gca (), "xtick", 1:k + 1, "xticklabel", names, "ytick", 1:k + 1, "yticklabel", names, "ticklength", [0 0]);
  xlabel ("Target class");
  ylabel ("Output class");
  title (text_of);
endfunction

function label (x, y, words, points)
  text (x, y, words, "horizontalalignment", "center", "verticalalignment", "middle", "fontsize", points);
endfunction

%!shared T, Y
%! ae_matlab ("on");
%! T = [1 1 0 0 0; 0 0 1 0 0; 0 0 0 1 1];
%! Y = [0.9 0.2 0.1 0 0; 0.1 0.5 0.8 0 0.1; 0 0.3 0.1 1 0.9];
%!test
%! h = plotconfusion (T, Y, "test");
%! unwind_protect
%!   words = get (findobj (h, "type", "text"), "string");
%!   count = @(word) sum (strcmp (words, word));
%!   assert ([count("1"), count("2"), count("0")], [3 1 5]);
%!   assert ([count("20.0%"), count("40.0%"), count("80.0%"), count("50.0%"), count("100.0%")], [3 1 1 2 4]);
%!   assert (get (get (gca (), "title"), "string"), "test confusion matrix");
%! unwind_protect_cleanup
%!   close (h);
%! end_unwind_protect
%!test # two classes in one row; several sets
%! h = plotconfusion ([0 1 1], [0.2 0.7 0.4], "a", T, Y, "b");
%! assert (numel (findobj (h, "type", "axes")), 2);
%! close (h);
%!error <Invalid call> plotconfusion (1)
%!error <T and Y must have the same size, got 3-by-5 and 2-by-5> plotconfusion (T, Y(1:2,:))
%!error <T and Y must be real k-by-n matrices without NaN, got 1-by-1 cell and 1> plotconfusion ({1}, 1)
%!error <plotconfusion: the name of T and Y must be one row> plotconfusion ([0 1], [0 1], ["ab"; "cd"])
%!error <targets come with outputs> plotconfusion (T, Y, "a", T)
%!test
%! ae_matlab ("off");
