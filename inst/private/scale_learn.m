## m = scale_learn (fname, m, X)
##
## The model with its scaling learnt from the samples of X (d-by-n, any class;
## NaN: missing), unless it has none or knows it already.  In double, block by
## block in a fixed order; nothing of X's size is made.  Raises
## autoencoder:<fname>:missing for a feature without any value.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function m = scale_learn (fname, m, X)
  if (! isfield (m, "scaling") || ! isempty (m.scaling.offset))
    return;
  endif
  if (samples_is_source (X)) # of bytes: nothing is learnt but the centers, which it does not need
    X = uint8 ([zeros(X.d, 1), 255 * ones(X.d, 1)]);
  endif
  b = basics (X);
  empty = find (b.count == 0, 1);
  if (! isempty (empty))
    error (["autoencoder:" fname ":missing"], ...
           "%s: feature %d (row %d) has no value in any sample; leave it out", fname, empty, empty);
  endif
  rules = struct ("none", @plain, "zscore", @zscore, "minmax", @minmax, "robust", @robust, "bytes", @bytes);
  [offset, factor, center] = rules.(m.scaling.kind) (b, X);
  ## What varies by no more than rounding does not vary.
  tiny = 4 * eps (ifelse_single (X)) * max (abs (b.lo), abs (b.hi));
  factor(b.hi == b.lo | factor <= tiny) = 1;
  if (! all (isfinite ([offset; factor; center])))
    error (["autoencoder:" fname ":overflow"], "%s: X is too large to be scaled, up to %g", fname, max (abs (b.hi)));
  endif
  m.scaling.offset = offset;
  m.scaling.factor = factor;
  m.scaling.center = center;
endfunction

function one = ifelse_single (X)
  one = 1;
  if (isa (X, "single"))
    one = single (1);
  endif
endfunction

## Of each feature: how many values, smallest, largest, mean.
function b = basics (X)
  [d, n] = size (X);
  b = struct ("count", zeros (d, 1), "lo", Inf (d, 1), "hi", -Inf (d, 1), "mean", zeros (d, 1));
  for first = 1:4096:n
    part = double (X(:,first:min (first + 4095, n)));
    there = ! isnan (part);
    b.lo = min (b.lo, min (part, [], 2));
    b.hi = max (b.hi, max (part, [], 2));
    part(! there) = 0;
    b.count += sum (there, 2);
    b.mean += sum (part, 2);
  endfor
  b.mean ./= b.count;
endfunction

function [offset, factor, center] = plain (b, X)
  offset = zeros (rows (X), 1);
  factor = offset + 1;
  center = b.mean;
endfunction

function [offset, factor, center] = bytes (b, X)
  [offset, factor, center] = plain (b, X);
  factor *= 255;
endfunction

function [offset, factor, center] = zscore (b, X)
  offset = center = b.mean;
  factor = deviation (b, X);
endfunction

## The standard deviation, divided by count - 1 as in Octave's std.
function s = deviation (b, X)
  s = zeros (rows (X), 1);
  for first = 1:4096:columns (X)
    part = double (X(:,first:min (first + 4095, columns (X)))) - b.mean;
    part(isnan (part)) = 0;
    s += sum (part .^ 2, 2);
  endfor
  s = sqrt (s ./ max (b.count - 1, 1));
endfunction

function [offset, factor, center] = minmax (b, X)
  offset = b.lo;
  factor = b.hi - b.lo;
  center = b.mean;
endfunction

## Median and interquartile range, interpolated linearly (as numpy and
## scikit-learn's RobustScaler); where half of the values are the same, the
## standard deviation.
function [offset, factor, center] = robust (b, X)
  d = rows (X);
  q = zeros (d, 3);
  width = max (1, floor (4e6 / columns (X)));
  for first = 1:width:d
    i = first:min (first + width - 1, d);
    q(i,:) = quartiles (sort (double (X(i,:)), 2), b.count(i));
  endfor
  offset = center = q(:,2);
  factor = q(:,3) - q(:,1);
  flat = factor == 0;
  if (any (flat))
    factor(flat) = deviation (b, X)(flat);
  endif
endfunction

## Rows sorted, NaN last; count values are there.
function q = quartiles (sorted, count)
  place = 1 + (count - 1) * [0.25 0.5 0.75];
  below = floor (place);
  above = min (below + 1, count);
  at = @(k) sorted(sub2ind (size (sorted), repmat ((1:rows (sorted))', 1, 3), k));
  q = at (below) + (place - below) .* (at (above) - at (below));
endfunction
