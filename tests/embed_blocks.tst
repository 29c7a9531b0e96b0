## Nearest neighbours by blocks against the exact ones.

%!test # nearly all are found, nearest first, none of oneself, distances right
%! X = single (sin ((1:8)' .^ 1.4 * (1:6000) .^ 1.6) + 2 * cos ((1:8)' * (1 + mod (1:6000, 7))));
%! [i, d] = call_private ("embed_neighbours", X, [], 30, 2);
%! [j, e] = call_private ("embed_blocks", X, 30, 2);
%! assert (class (j), "int32");
%! assert (size (e), [30 6000]);
%! assert (all (diff (e) >= 0));
%! assert (! any (j == (0:5999)));
%! at = 1:97:6000;
%! for c = at
%!   assert (e(:,c), sum ((X(:,double (j(:,c)) + 1) - X(:,c)) .^ 2)', 1e-5);
%! endfor
%! found = arrayfun (@(c) numel (intersect (i(:,c), j(:,c))), at);
%! assert (mean (found) / 30 > 0.95);
%! assert (numel (unique (j(:,1))), 30);
%!test # the same bits for any number of threads
%! X = single (sin ((1:5)' .^ 1.4 * (1:2000) .^ 1.6));
%! assert (call_private ("embed_blocks", X, 20, 1), call_private ("embed_blocks", X, 20, 2));
