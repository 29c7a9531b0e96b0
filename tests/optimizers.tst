## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The minimisers over the whole data (inst/private/minimize_*.m) on functions
## with known minima, and every optimizer of minibatches on a convex problem.

%!function [f, g] = bowl (p, A, b)
%!  f = p' * A * p / 2 - b' * p;
%!  g = A * p - b;
%!endfunction
%!function [f, g] = rosenbrock (p)
%!  f = 100 * (p(2) - p(1) ^ 2) ^ 2 + (1 - p(1)) ^ 2;
%!  g = [-400 * p(1) * (p(2) - p(1) ^ 2) - 2 * (1 - p(1)); 200 * (p(2) - p(1) ^ 2)];
%!endfunction
%!function [f, g] = barrier (p) # no number at all outside p > 0
%!  f = sum (p - log (max (p, 0)));
%!  g = 1 - 1 ./ p;
%!  if (any (p <= 0))
%!    f = NaN;
%!    g(:) = NaN;
%!  endif
%!endfunction
%!function [f, g, x] = deal_point (fun, x)
%!  [f, g] = fun (x);
%!endfunction
%!function [p, out] = run (name, varargin)
%!  [p, out] = call_private (["minimize_" name], varargin{:});
%!endfunction

%!shared methods
%! methods = {"lbfgs", "scg"};

%!test # a quadratic in n variables: about n iterations, and the minimum
%! n = 20;
%! A = gallery ("minij", n) + eye (n);
%! b = (1:n)' / 3;
%! for m = methods
%!   [p, out] = run (m{1}, @(p) bowl (p, A, b), zeros (n, 1), struct ("Memory", n, "GradTol", 1e-6));
%!   assert (out.reason, "converged");
%!   assert (out.state.iteration <= n + 5);
%!   assert (p, A \ b, 1e-5);
%!   assert (numel (out.f), out.state.iteration + 1);
%!   assert (all (diff (out.f) < 0));
%!   assert (out.f(1), 0);
%!   assert (out.f(end), bowl (p, A, b));
%! endfor
%!test # Rosenbrock's valley, in double and in single, and fminunc's answer
%! q = fminunc (@rosenbrock, [-1.2; 1], optimset ("GradObj", "on", "TolX", 1e-12, "TolFun", 1e-14));
%! for m = methods
%!   [p, out] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("MaxIter", 200));
%!   assert (p, [1; 1], 1e-6);
%!   assert (p, q, 1e-4);
%!   assert (out.state.evaluations < 200);
%!   [p, out] = run (m{1}, @rosenbrock, single ([-1.2; 1]), struct ("MaxIter", 200));
%!   assert (class (p), "single");
%!   assert (p, single ([1; 1]), 1e-3);
%!   assert (any (strcmp (out.reason, {"converged", "linesearch"})));
%! endfor
%!test # the two loops agree with dense BFGS
%! n = 7;
%! A = gallery ("minij", n);
%! S = sin (reshape (1:4*n, n, 4) .^ 2);
%! Y = A * S;
%! g = cos ((1:n)' .^ 2);
%! H = eye (n) * (S(:,4)' * Y(:,4)) / (Y(:,4)' * Y(:,4));
%! for k = 1:4
%!   r = 1 / (S(:,k)' * Y(:,k));
%!   V = eye (n) - r * Y(:,k) * S(:,k)';
%!   H = V' * H * V + r * S(:,k) * S(:,k)';
%! endfor
%! assert (call_private ("minimize_direction", S, Y, g), -H * g, 1e-12 * norm (H * g));
%! assert (call_private ("minimize_direction", zeros (n, 0), zeros (n, 0), g), -g);
%!test # what the line search finds meets the strong Wolfe conditions
%! for t = [1e-4, 1e-2, 1, 100, 1e6]
%!   [f0, g0] = rosenbrock ([-1.2; 1]);
%!   evaluate = @(x) deal_point (@rosenbrock, x);
%!   [x, f, g, count] = call_private ("minimize_wolfe", evaluate, [-1.2; 1], f0, g0, -g0, t);
%!   assert (f <= f0 - 1e-4 * norm (x - [-1.2; 1]) * norm (g0));
%!   assert (abs (g' * g0) <= 0.9 * (g0' * g0));
%!   assert (count <= 40);
%! endfor
%!test # uphill: the point that was given
%! [x, f, g, count] = call_private ("minimize_wolfe", @(x) deal_point (@rosenbrock, x), ...
%!                                 [0; 0], 1, [-2; 0], [-1; 0], 1);
%! assert ({x, f, count}, {[0; 0], 1, 0});
%!test # points without a value shorten the step
%! for m = methods
%!   [p, out] = run (m{1}, @barrier, [1e-3; 30; 2], struct ());
%!   assert (p, [1; 1; 1], 1e-6);
%!   assert (all (isfinite (out.f)));
%!   [p, out] = run (m{1}, @barrier, [-1; 1], struct ());
%!   assert (out.reason, "nonfinite");
%!   assert (p, [-1; 1]);
%! endfor
%!test # cut anywhere and gone on: the same bits
%! for m = methods
%!   [p, whole] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("MaxIter", 25));
%!   assert (whole.reason, "maxiter");
%!   state = [];
%!   f = whole.f(1);
%!   for piece = [1 1 1 4 10 8]
%!     [q, out] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("MaxIter", piece), state);
%!     state = out.state;
%!     f = [f, out.f(2:end)];
%!   endfor
%!   assert (q, p);
%!   assert (f, whole.f);
%!   assert (state, whole.state);
%! endfor
%!test # the state is plain arrays, as a checkpoint keeps them
%! for m = methods
%!   [p, out] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("MaxIter", 3));
%!   assert (all (structfun (@isnumeric, out.state)));
%! endfor
%!test # the function that looks on, and stops
%! for m = methods
%!   [p, out] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("OutputFcn", @(s) s.iteration == 4));
%!   assert (out.reason, "stopped");
%!   assert (out.state.iteration, 4);
%!   assert (out.state.p, p);
%!   assert (out.state.f, rosenbrock (p));
%!   [f, g] = rosenbrock (p);
%!   assert (out.state.gnorm, norm (g, Inf));
%! endfor
%!test # tolerances, no iteration, the minimum itself
%! for m = methods
%!   [p, loose] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("GradTol", 1));
%!   assert (loose.state.gnorm <= 1);
%!   [p, flat] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("FunTol", 0.9));
%!   assert (flat.reason, "converged");
%!   assert (flat.state.iteration < 10);
%!   [p, none] = run (m{1}, @rosenbrock, [-1.2; 1], struct ("MaxIter", 0));
%!   assert ({none.reason, p, none.f}, {"maxiter", [-1.2; 1], rosenbrock([-1.2; 1])});
%!   [p, there] = run (m{1}, @rosenbrock, [1; 1], struct ());
%!   assert ({there.reason, there.state.evaluations}, {"converged", 1});
%! endfor
%!test # fewer pairs: still there, only later
%! [p, out] = run ("lbfgs", @rosenbrock, [-1.2; 1], struct ("Memory", 1, "MaxIter", 500));
%! assert (p, [1; 1], 1e-5);
%! assert (columns (out.state.S), 1);
%!test # a gradient that is wrong: an end, no hang
%! for m = methods
%!   [p, out] = run (m{1}, @(p) deal (sumsq (p), -p), [1; 2], struct ());
%!   assert (out.reason, "linesearch");
%!   assert (p, [1; 2]);
%! endfor

## An autoencoder: lower than rmsprop in as many passes over the data.
%!shared net, X, p, spec, job
%! net = ae_dense (20, [10 3], "Activation", "tanh", "Precision", "double", "Seed", 3);
%! X = 1 ./ (1 + exp (-3 * sin (reshape (1:60, 20, 3) .^ 2) * cos (reshape (1:600, 3, 200) .^ 2)));
%! spec = call_private ("layer_spec", net.layers);
%! p = call_private ("net_pack", net.layers);
%! job = call_private ("fit_job_options", "threads", 1);
%!test
%! f = @(p) __ae_objective__ (p, spec, 20, X, zeros (0, 0), job);
%! state = zeros (numel (p), 1);
%! q = p;
%! for epoch = 1:100
%!   job.steps = 2 * (epoch - 1);
%!   [q, state, done] = __ae_train__ (q, spec, 20, X, zeros (0, 0), state, job);
%! endfor
%! for m = {"lbfgs", "scg"}
%!   [best, out] = call_private (["minimize_" m{1}], f, p, struct ("MaxIter", 100));
%!   assert (out.f(end) < f (q));
%!   assert (out.f(end) < 0.1 * out.f(1));
%!   [p1, single_out] = call_private (["minimize_" m{1}], @(q) __ae_objective__ (q, spec, 20, single (X), ...
%!                                    zeros (0, 0, "single"), job), single (p), struct ("MaxIter", 100));
%!   assert (class (p1), "single");
%!   assert (single_out.f(end) < f (q));
%! endfor
%!test # fminunc comes to the same valley
%! small = ae_dense (20, 3, "Activation", "linear", "Precision", "double", "Seed", 3);
%! f = @(p) ae_objective (small, X, "Parameters", p, "Threads", 1);
%! [q, out] = call_private ("minimize_lbfgs", f, ae_parameters (small), struct ("MaxIter", 300));
%! floor_ = ae_evaluate (ae_pca (X, 3), X).mse;
%! assert (out.f(end) >= floor_ * (1 - 1e-9));
%! assert (out.f(end), floor_, -1e-3);
%! [r, fr] = fminunc (f, ae_parameters (small), optimset ("GradObj", "on", "MaxIter", 60));
%! assert (fr >= floor_ * (1 - 1e-9));
%! assert (out.f(end) <= fr * (1 + 1e-3));

## Minibatches: a linear map onto linear targets is a convex problem.
%!function [losses, p] = descend (name, rate, epochs, varargin)
%!  net = ae_network (6, {ae_layer("dense", 4)}, "Precision", "double", "Seed", 1);
%!  X = sin (reshape (1:6*100, 6, 100) .^ 2);
%!  T = cos (reshape (1:24, 4, 6) .^ 2) * X + (1:4)' / 4;
%!  spec = call_private ("layer_spec", net.layers);
%!  p = call_private ("net_pack", net.layers);
%!  job = call_private ("fit_job_options", "threads", 1, "batch", 30, "shuffle", 1, "seed", 7, ...
%!                      "optimizer", name, "rate", rate, varargin{:});
%!  states = struct ("sgd", 0, "momentum", 1, "nesterov", 1, "rmsprop", 1, "adam", 2, "adamw", 2, ...
%!                  "nadam", 2, "adagrad", 1);
%!  s = zeros (numel (p) * (states.(name) > 0), states.(name));
%!  losses = zeros (1, epochs);
%!  for epoch = 1:epochs
%!    job.epoch = epoch;
%!    job.steps = 4 * (epoch - 1);
%!    [p, s, done] = __ae_train__ (p, spec, 6, X, T, s, job);
%!    losses(epoch) = done(3) / done(2);
%!    if (done(4))
%!      losses(epoch) = Inf;
%!      break;
%!    endif
%!  endfor
%!endfunction

%!test # every optimizer goes down, and far
%! rates = struct ("sgd", 0.3, "momentum", 0.1, "nesterov", 0.1, "rmsprop", 0.01, "adam", 0.03, ...
%!                 "adamw", 0.03, "nadam", 0.03, "adagrad", 0.3);
%! for name = call_private ("arg_choices", "optimizer")
%!   decay = 0.9 * ! strcmp (name{1}, "adamw");
%!   loss = descend (name{1}, rates.(name{1}), 60, "decay", decay);
%!   assert (loss(2) < loss(1), [name{1} ": no descent"]);
%!   assert (all (loss(5:end) < loss(1)));
%!   assert (loss(end) < 0.02 * loss(1), sprintf ("%s: %g to %g", name{1}, loss(1), loss(end)));
%! endfor
%!test # rate 0: nothing moves; a tiny rate: hardly
%! for name = call_private ("arg_choices", "optimizer")
%!   [loss, p0] = descend (name{1}, 0, 1);
%!   [loss, p] = descend (name{1}, 0, 3);
%!   assert (p, p0);
%!   [loss, p] = descend (name{1}, 1e-12, 3);
%!   assert (p, p0, 1e-9);
%! endfor
%!test # a rate much too large: the loss is not finite at some step, and training says so
%! for name = {"sgd", "momentum", "nesterov"}
%!   [loss, p] = descend (name{1}, 1e20, 20);
%!   assert (loss(end) == Inf || any (loss == Inf));
%! endfor
%! for name = {"rmsprop", "adam", "nadam", "adagrad"} # steps of the rate's size: large, but numbers
%!   [loss, p] = descend (name{1}, 1e3, 20);
%!   assert (all (isfinite (loss)) && all (isfinite (p)));
%! endfor
%!error <rate must be a double in> descend ("sgd", -1, 1)
%!error <rate must be a double in> descend ("sgd", NaN, 1)
%!error <rate must be a double in> descend ("sgd", Inf, 1)
%!error <unknown loss or optimizer> descend ("sgd", 0.1, 1, "optimizer", "lion")
