## Scaling and missing values across functions: the engine against the textbook,
## bits that must not change, threads, files.

## ---- the engine: samples of any class, scaled on their way in and out ----

%!function [p, spec] = parts (net)
%!  p = call_private ("net_pack", net.layers);
%!  spec = call_private ("layer_spec", net.layers);
%!endfunction
%!function o = options (varargin)
%!  o = call_private ("fit_job_options", varargin{:});
%!endfunction
%!function [X, scale] = table ()
%!  X = [100; 1; 0.01] .* sin (reshape (1:3*75, 3, 75) .^ 2) + [5000; 1; -3];
%!  scale = [mean(X, 2), std(X, 0, 2)];
%!endfunction

%!test # forward: in and out, sizes around that of a shard, both precisions
%! [X, scale] = table ();
%! for kind = {"double", 1e-11, 1e-10; "single", 1e-6, 2e-4}'
%!   net = ae_network (3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1, "Precision", kind{1});
%!   [p, spec] = parts (net);
%!   S = (X - scale(:,1)) ./ scale(:,2);
%!   for n = [1 15 16 17 64 65 75]
%!     plain = __ae_forward__ (p, spec, 3, cast (S(:,1:n), kind{1}), 0, 1);
%!     Y = __ae_forward__ (p, spec, 3, X(:,1:n), 0, 1, scale, scale);
%!     assert (class (Y), kind{1});
%!     assert ((double (Y) - scale(:,1)) ./ scale(:,2), double (plain), kind{3});
%!     assert (__ae_forward__ (p, spec, 3, X(:,1:n), 0, 1, scale), plain, kind{2});
%!   endfor
%! endfor
%!test # bytes are the same bits as bytes / 255 in single
%! X = uint8 (mod ((1:3)' * (1:40) .^ 2, 256));
%! net = ae_network (3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1);
%! [p, spec] = parts (net);
%! scale = repmat ([0 255], 3, 1);
%! assert (isequal (__ae_forward__ (p, spec, 3, X, 0, 1, scale), __ae_forward__ (p, spec, 3, single (X) / 255, 0, 1)));
%! o = options ("scale", scale);
%! [f, g] = __ae_objective__ (p, spec, 3, X, zeros (0, 0, "single"), o);
%! [f2, g2] = __ae_objective__ (p, spec, 3, single (X) / 255, zeros (0, 0, "single"), options ());
%! assert (isequal ({f, g}, {f2, g2}));
%!test # objective: scaled inputs as targets, and targets with a scale of their own
%! [X, scale] = table ();
%! net = ae_network (3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1, "Precision", "double");
%! [p, spec] = parts (net);
%! S = (X - scale(:,1)) ./ scale(:,2);
%! [f, g] = __ae_objective__ (p, spec, 3, X, [], options ("scale", scale));
%! [f2, g2] = __ae_objective__ (p, spec, 3, S, [], options ());
%! assert ({f, g}, {f2, g2}, 1e-12);
%! [f, g] = __ae_objective__ (p, spec, 3, X, 2 * X, options ("scale", scale, "target_scale", 2 * scale));
%! assert ({f, g}, {f2, g2}, 1e-12);
%!test # what is missing enters as its centre and counts for nothing, in dense and other nets
%! [X, scale] = table ();
%! X(2,[1 5 70]) = X(1,[5 8]) = NaN;
%! X(:,30) = NaN;
%! centre = scale(:,1) + [0; 1; 2];
%! there = ! isnan (X);
%! S = (X - scale(:,1)) ./ scale(:,2);
%! filled = S;
%! filled(! there) = (((centre - scale(:,1)) ./ scale(:,2)) .* ones (1, 75))(! there);
%! nets = {ae_network(3, {ae_layer("dense", 2, "tanh"), ae_layer("dense", 3)}, "Seed", 1, "Precision", "double"), ...
%!         ae_network([3 1 1], {ae_layer("conv2d", 2, 3, "tanh", "Padding", "same"), ...
%!                              ae_layer("conv2d", 1, 3, "Padding", "same")}, "Seed", 1, "Precision", "double")};
%! for net = nets
%!   net = net{1};
%!   [p, spec] = parts (net);
%!   loss = @(q) sum (((__ae_forward__ (q, spec, net.input_size, filled, 0, 1) - S)(there)) .^ 2) / nnz (there);
%!   [f, g] = __ae_objective__ (p, spec, net.input_size, X, [], options ("scale", [scale centre]));
%!   assert (f, loss (p), 1e-12);
%!   for i = 1:5:numel (p)
%!     step = 1e-5 * (1:numel (p) == i)';
%!     assert (g(i), (loss (p + step) - loss (p - step)) / 2e-5, 1e-8);
%!   endfor
%!   [f1, g1] = __ae_objective__ (p, spec, net.input_size, X, [], options ("scale", [scale centre], "threads", 1));
%!   assert (isequal ({f1, g1}, {f, g}));
%! endfor
%!error <__ae_forward__|a scaling must be a real double matrix, 3-by-2 or 3-by-3>
%! net = ae_network (3, {ae_layer("dense", 3)});
%! __ae_forward__ (call_private ("net_pack", net.layers), call_private ("layer_spec", net.layers), 3, ones (3, 2), 0, 1, 3);
