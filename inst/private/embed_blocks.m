## [index, distance] = embed_blocks (X, k, threads)
##
## Nearly the k nearest columns of X to each column of X, as embed_neighbours
## gives them, for so many that all pairs take too long: the columns are parted
## into about sqrt (n) groups by their nearest centre (k-means on some of them),
## and each looks in the groups whose centres are nearest to its own.  H. Jegou,
## M. Douze, C. Schmid, "Product quantization for nearest neighbor search", IEEE
## PAMI 33, 2011 (section IV: the inverted file).  The time grows with n^1.75.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [index, distance] = embed_blocks (X, k, threads)
  n = columns (X);
  centres = find_centres (X, round (sqrt (n)), threads);
  group = nearest (centres, X, threads);
  [~, order] = sort (group);
  ends = cumsum (accumarray (group(:), 1, [columns(centres), 1]));
  first = [0; ends(1:end-1)] + 1;
  ## Groups by the distance of their centres; of equal ones, any may come first.
  near = embed_neighbours (centres, centres, groups_searched (columns (centres)), threads) + 1;
  index = zeros (k, n, "int32");
  distance = zeros (k, n, class (X));
  for g = find (ends >= first)'
    members = order(first(g):ends(g));
    among = candidates (g, near(:,g), order, first, ends, 4 * k);
    [i, d] = in_slices (X(:,among), numel (members), k, threads);
    index(:,members) = among(i + 1) - 1;
    distance(:,members) = d;
  endfor
endfunction

## A tenth of 250 groups, a thirtieth of 1000: what finds 97 to 99 of 100
## neighbours among codes of 20 numbers.
function m = groups_searched (groups)
  m = min (groups, 10 + round (sqrt (groups)));
endfunction

## Lloyd's k-means, a few rounds on at most 64 columns a centre.
function centres = find_centres (X, groups, threads)
  n = columns (X);
  some = X(:,unique (round (linspace (1, n, min (n, 64 * groups)))));
  m = columns (some);
  centres = some(:,round (linspace (1, m, groups)));
  for round_number = 1:4
    own = nearest (centres, some, threads);
    member = sparse (1:m, own, 1, m, groups);
    count = full (sum (member, 1));
    means = (double (some) * member) ./ max (count, 1);
    centres(:,count > 0) = means(:,count > 0);
  endfor
endfunction

function own = nearest (centres, X, threads)
  own = double (embed_neighbours (centres, X, 1, threads)) + 1;
endfunction

## The columns of group g first, then those of the groups near it, until there
## are `least` at the least or all have come.
function among = candidates (g, near, order, first, ends, least)
  groups = [g; near(near != g)];
  if (sum (ends(groups) - first(groups) + 1) <= least)
    groups = [groups; setdiff((1:numel (ends))', groups)];
  endif
  runs = arrayfun (@(a, b) order(a:b), first(groups)', ends(groups)', "UniformOutput", false);
  among = [runs{:}];
endfunction

## The neighbours of the first m columns of X, so that Ctrl-C works between.
function [index, distance] = in_slices (X, m, k, threads)
  width = embed_slice (X);
  index = zeros (k, m, "int32");
  distance = zeros (k, m, class (X));
  for from = 1:width:m
    s = from:min (from + width - 1, m);
    [index(:,s), distance(:,s)] = __ae_neighbours__ (X, X(:,s), from - 1, k, threads);
  endfor
endfunction
