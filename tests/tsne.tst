## t-SNE and the neighbour measures across functions: the textbook, differences,
## scikit-learn's numbers, Barnes-Hut against exact, threads, hard data, MNIST.

%!function N = numbers ()
%!  N = load (fullfile (fileparts (which ("run_tests")), "data", "embed_numbers.txt"));
%!endfunction
## Affinities of the columns of X over k neighbours, as a full matrix too.
%!function [P, full] = affinities (X, k, perplexity, threads = 0)
%!  [index, distance] = __ae_neighbours__ (X, X, 0, k, threads);
%!  [P{1:3}] = __ae_affinities__ (distance, index, perplexity, threads);
%!  n = columns (X);
%!  count = double (diff (P{3}));
%!  row = repelems (1:n, [1:n; count']);
%!  used = 1:double (P{3}(end));
%!  full = accumarray ([row(:), double(P{2}(used)) + 1], double (P{1}(used)), [n n]);
%!endfunction
%!function X = blobs (d, n, c)
%!  j = 1:n;
%!  X = sin ((1:d)' .^ 1.3 * j .^ 1.7) + 4 * cos ((1:d)' * (1 + mod (j, c)));
%!endfunction

%!test # neighbours: against all distances, both classes, odd sizes, slices
%! for kind = {"double", "single"}
%!   for shape = [1 2; 3 5; 7 65; 20 1023; 33 1500]'
%!     X = cast (sin (reshape (1:prod (shape), shape') .^ 1.5), kind{1});
%!     n = shape(2);
%!     D = double (X);
%!     D = max (sumsq (D, 1)' + sumsq (D, 1) - 2 * D' * D, 0);
%!     [near, order] = sort (D + diag (Inf (1, n)));
%!     for k = unique ([1, min(7, n - 1), min(n - 1, 90), n - 1])
%!       if (k > 200) continue; endif
%!       [index, distance] = __ae_neighbours__ (X, X, 0, k, 2);
%!       assert (double (distance), near(1:k,:), 2e-6 * max (D(:)));
%!       assert (all ((diff (distance, 1, 1) >= 0)(:)));
%!       if (strcmp (kind{1}, "double"))
%!         assert (double (index) + 1, order(1:k,:));
%!       endif
%!       [part, far] = __ae_neighbours__ (X, X(:,2:end), 1, k, 1);
%!       assert (part, index(:,2:end));
%!     endfor
%!   endfor
%! endfor
%!error <gives 2 results, asked for 1> index = __ae_neighbours__ (1, 1, 0, 1, 1);
%!test # equal points: by number, and never the point itself
%! [index, distance] = __ae_neighbours__ (ones (2, 300), ones (2, 300), 0, 3, 2);
%! assert (index(:,[1 2 3 300]), int32 ([1 0 0 0; 2 2 1 1; 3 3 3 2]));
%! assert (distance, zeros (3, 300));
%!test # so also across blocks, of which the point's own is looked at first
%! [index, distance] = __ae_neighbours__ (ones (2, 3000), ones (2, 3000), 0, 3, 2);
%! assert (index(:,4:end), repmat (int32 ([0; 1; 2]), 1, 2997));
%! X = single (mod ((1:5000) * 7, 13));  # many as far as each other
%! D = abs (X(4001:4100)' - X);
%! D(sub2ind (size (D), 1:100, 4001:4100)) = Inf;
%! [~, order] = sort (D, 2);
%! [index, distance] = __ae_neighbours__ (X, X(:,4001:4100), 4000, 20, 2);
%! assert (double (index') + 1, order(:,1:20));
%!test # ranks: against a sort
%! X = sin (reshape (1:1400, 7, 200) .^ 1.5);
%! D = sumsq (X, 1)' + sumsq (X, 1) - 2 * X' * X + diag (Inf (1, 200));
%! [~, order] = sort (D);
%! index = int32 (mod ([3; 50; 120; 190] + (0:199), 200));
%! ranks = __ae_ranks__ (X, 0, index, 2);
%! for i = [1 77 200]
%!   place(order(:,i)) = 1:200;
%!   assert (double (ranks(:,i)), sort (place(index(:,i) + 1))(:));
%! endfor
%!test # affinities, cost and gradient: the textbook
%! X = blobs (5, 40, 3);
%! for dims = [2 3]
%!   Y = cos (reshape (1:40*dims, dims, 40) .^ 1.4);
%!   [P, full] = affinities (X, 39, 8);
%!   [kl, G, ref] = ref_tsne (X, Y, 8);
%!   assert (full, ref, 1e-9);
%!   assert (full, full');
%!   assert (sum (full(:)), 1, 1e-13);
%!   [g, cost, z] = __ae_tsne_gradient__ (Y, P{:}, 0, 1, 2);
%!   assert (cost, kl, 1e-9);
%!   assert (g, G, 1e-9);
%! endfor
%!test # another order of the points changes nothing else
%! P = affinities (blobs (4, 50, 3), 9, 4);
%! Y = cos (reshape (1:100, 2, 50) .^ 1.4);
%! new = mod (7 * (0:49), 50);
%! [Q{1:3}] = __ae_renumber__ (P{:}, int32 (new), 2);
%! [g, kl] = __ae_tsne_gradient__ (Y, P{:}, 0, 1, 1);
%! [h, kl2] = __ae_tsne_gradient__ (Y(:,new+1), Q{:}, 0, 1, 1);
%! assert (h, g(:,new+1), 1e-15);
%! assert (kl2, kl, 1e-14);
%! fail ("[a, b, c] = __ae_renumber__ (P{:}, int32 ([new(1:49), 0]), 1);", ...
%!       "order must be a permutation, 43 is missing");
%! fail ("[a, b, c] = __ae_renumber__ (P{:}, int32 (1:50), 1);", "order must be in");
%!test # the gradient in exact mode against two-point differences, both dims, with exaggeration
%! X = blobs (5, 30, 3);
%! for dims = [2 3]
%!   Y = cos (reshape (1:30*dims, dims, 30) .^ 1.4);
%!   P = affinities (X, 20, 6);
%!   g = __ae_tsne_gradient__ (Y, P{:}, 0, 1, 1);
%!   h = 1e-5;
%!   for e = 1:7:numel (Y)
%!     A = Y; A(e) += h;
%!     B = Y; B(e) -= h;
%!     [~, a] = __ae_tsne_gradient__ (A, P{:}, 0, 1, 1);
%!     [~, b] = __ae_tsne_gradient__ (B, P{:}, 0, 1, 1);
%!     assert (g(e), (a - b) / (2 * h), 1e-7 * max (abs (g(:))));
%!   endfor
%!   twice = __ae_tsne_gradient__ (Y, P{:}, 0, 2, 1);
%!   none = __ae_tsne_gradient__ (Y, P{:}, 0, 0, 1);
%!   assert (twice - none, 2 * (g - none), 1e-13);
%! endfor
%!test # Barnes-Hut against exact: repulsion and Z within 1.5 % at theta 0.5, 0.1 % at 0.1
%! for dims = [2 3]
%!   n = 1500;
%!   Y = 30 * sin (reshape (1:dims*n, dims, n) .^ 1.3) + 20 * round (2 * cos (1:n));
%!   P = affinities (blobs (4, n, 5), 15, 5);
%!   [exact, ~, z] = __ae_tsne_gradient__ (Y, P{:}, 0, 0, 1);
%!   last = Inf;
%!   for row = [1 0.1; 0.5 0.015; 0.2 0.003; 0.1 0.001]'
%!     [g, ~, zb] = __ae_tsne_gradient__ (Y, P{:}, row(1), 0, 1);
%!     assert (norm (g - exact) / norm (exact) < min (row(2), last));
%!     assert (abs (zb / z - 1) < row(2));
%!     last = norm (g - exact) / norm (exact);
%!   endfor
%!   gs = __ae_tsne_gradient__ (single (Y), single (P{1}), P{2:3}, 0, 0, 1);
%!   assert (norm (double (gs) - exact) / norm (exact) < 1e-5);
%! endfor
%!test # points that coincide, on a map and in groups: exact all the same
%! Y = [zeros(2, 300), ones(2, 200), [1:7; 7:-1:1]];
%! n = columns (Y);
%! P = affinities (blobs (4, n, 5), 15, 5);
%! [g, kl, z] = __ae_tsne_gradient__ (Y, P{:}, 0.5, 1, 2);
%! W = 1 ./ (1 + sumsq (Y, 1)' + sumsq (Y, 1) - 2 * Y' * Y);
%! assert (z, sum (W(:)) - n, 1e-2 * z);
%! [e, ~, z] = __ae_tsne_gradient__ (Y, P{:}, 0, 1, 2);
%! assert (z, sum (W(:)) - n, 1e-10 * z);
%! assert (g, e, 0.02 * max (abs (e(:))));
%!test # all instruction sets agree
%! n = 700;
%! Y = single (10 * sin (reshape (1:2*n, 2, n) .^ 1.3));
%! P = affinities (single (blobs (4, n, 5)), 30, 10);
%! old = getenv ("AE_ISA");
%! unwind_protect
%!   for isa_name = {"avx512", "avx2", "baseline"}
%!     setenv ("AE_ISA", isa_name{1});
%!     [g, kl, z] = __ae_tsne_gradient__ (Y, P{:}, 0.5, 12, 1);
%!     [index, distance] = __ae_neighbours__ (Y, Y, 0, 5, 1);
%!     if (strcmp (isa_name{1}, "avx512"))
%!       first = {g, kl, z, distance};
%!     endif
%!     assert (g, first{1}, 1e-5 * max (abs (g(:))));
%!     assert ([kl z], [first{2:3}], -1e-6);
%!     assert (distance, first{4}, 1e-4);
%!   endfor
%! unwind_protect_cleanup
%!   setenv ("AE_ISA", old);
%! end_unwind_protect
%!test # scikit-learn: trustworthiness, continuity, k nearest neighbours
%! N = numbers ();
%! for i = 1:numel (N.ks)
%!   assert (ae_trustworthiness (N.X, N.Z, N.ks(i)), N.trust(i), 1e-12);
%!   assert (ae_continuity (N.X, N.Z, N.ks(i)), N.cont(i), 1e-12);
%! endfor
%! two = mod (N.y, 2);
%! for i = 1:numel (N.knn_k)
%!   a = ae_knn_accuracy (N.Z(:,1:100), two(1:100), N.Z(:,101:end), two(101:end), N.knn_k(i));
%!   assert (a, N.knn(i), 1e-12);
%! endfor
%!test # scikit-learn: affinities (its tolerance is 1e-5), cost and gradient
%! N = numbers ();
%! [P, full] = affinities (N.X, 149, 20);
%! assert (full(1:5,:), N.P_rows, 1e-5 * max (full(:)));
%! [g, kl] = __ae_tsne_gradient__ (N.Z, P{:}, 0, 1, 2);
%! assert (kl, N.kl, 1e-5);
%! assert (g, N.gradient, 2e-5 * max (abs (g(:))));
%!test # scikit-learn: as low a cost from the same start, exact and grouped
%! N = numbers ();
%! for theta = [0 0.5]
%!   [E, info] = ae_tsne (N.X, "Perplexity", 20, "Theta", theta, "Init", N.start, "Seed", 1, ...
%!                       "Precision", "double");
%!   [~, kl] = __ae_tsne_gradient__ (E, affinities (N.X, 149, 20){:}, 0, 1, 1);
%!   assert (kl < N.exact_kl + 0.03);
%!   if (theta == 0)
%!     assert (info.kl, kl, 1e-8);
%!   endif
%! endfor
%!test <*threads> # the same bits for any number of threads, both classes, both dims
%! X = blobs (6, 900, 5);
%! for kind = {"single", "double"}
%!   for dims = [2 3]
%!     opt = {"Seed", 3, "MaxIter", 60, "Perplexity", 12, "Dims", dims, "Precision", kind{1}};
%!     A = ae_tsne (X, opt{:}, "Threads", 1);
%!     assert (class (A), kind{1});
%!     for t = [2 3 7]
%!       assert (isequal (ae_tsne (X, opt{:}, "Threads", t), A));
%!     endfor
%!   endfor
%! endfor
%! for t = [2 5]
%!   assert (ae_trustworthiness (X, X(1:2,:), 9, "Threads", t), ...
%!           ae_trustworthiness (X, X(1:2,:), 9, "Threads", 1));
%! endfor
%!test # damaged arguments of the gateways
%! P = affinities (blobs (3, 20, 2), 5, 2);
%! Y = zeros (2, 20);
%! fail ("__ae_tsne_gradient__ (Y, P{1}, P{2} + 100, P{3}, 0.5, 1, 1)", "column must be in");
%! fail ("__ae_tsne_gradient__ (Y, P{1}, P{2}, flipud (P{3}), 0.5, 1, 1)", "start must not fall");
%! fail ("__ae_tsne_gradient__ (Y, P{1}, P{2}, P{3}(2:end), 0.5, 1, 1)", "column must have");
%! fail ("__ae_tsne_gradient__ (NaN (2, 20), P{:}, 0.5, 1, 1)", "the map must be finite");
%! fail ("__ae_tsne_gradient__ (zeros (4, 20), P{:}, 0.5, 1, 1)", "the map must be 2-by-n or 3-by-n");
%! fail ("__ae_tsne__ (Y, Y, Y(:,1:3), P{:}, [.5 1 .5 1 1 1], 1)", "gains must have 20");
%!test # two groups of equal samples stay groups
%! X = kron ([0 9; 5 0], ones (1, 50));
%! E = ae_tsne (X, "Perplexity", 10, "MaxIter", 400, "Seed", 1);
%! assert (all (isfinite (E(:))));
%! assert (ae_knn_accuracy (E, kron ([1 2], ones (1, 50)), [], [], 1), 1);
%!test # one sample apart from many equal ones; a single feature; huge and tiny numbers; a large mean
%! for X = {[zeros(3, 60), ones(3, 1)], 1:60, 1e300 * sin((1:4)' * (1:60)), 1e-300 * sin((1:4)' * (1:60)), ...
%!          1e6 + sin((1:4)' * (1:60)), single(1e38) * single(sin((1:4)' * (1:60)))}
%!   E = ae_tsne (X{1}, "Perplexity", 5, "MaxIter", 300, "Seed", 1);
%!   assert (all (isfinite (E(:))) && all (std (E, 0, 2) > 0));
%! endfor
%!test # scale does not matter, not even in the last bit
%! X = blobs (4, 80, 3);
%! opt = {"Perplexity", 9, "MaxIter", 100, "Seed", 1};
%! assert (ae_tsne (X, opt{:}), ae_tsne (X * 2^200, opt{:}));
%!test # the smallest data
%! for n = 4:7
%!   [E, info] = ae_tsne (sin ((1:3)' * (1:n)), "Perplexity", 1, "Seed", 1);
%!   assert (all (isfinite (E(:))) && isfinite (info.kl));
%! endfor

%!function [X, y] = mnist_codes ()
%!  folder = getenv ("AE_DATA");
%!  for name = {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"}
%!    file = fullfile (folder, [name{1} ".gz"]);
%!    if (isempty (folder) || ! exist (file, "file"))
%!      X = []; y = [];
%!      return;
%!    endif
%!  endfor
%!  [X, y] = ae_load_mnist ("test", folder);
%!  X = reshape (X, [], columns (y));
%!endfunction
%!test # MNIST's test set, 20 components (with AE_DATA): cost, trust, 1-NN
%! [X, y] = mnist_codes ();
%! if (isempty (X)) return; endif
%! p = ae_pca (X, 20);
%! Z = p.components' * (X - p.mean);
%! [E, info] = ae_tsne (Z, "Seed", 1);
%! printf ("    10,000 20-d codes: %.2f s, KL %.4f\n", info.seconds.total, info.kl);
%! assert (info.kl <= 1.70);
%! assert (ae_trustworthiness (X, E) >= 0.972);
%! assert (ae_knn_accuracy (E, y, [], [], 1) >= 0.945);
