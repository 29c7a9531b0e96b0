## Every kernel: against the textbook (tests/reference), in double and single
## and with each instruction set forced; gradients against two-point
## differences; PyTorch's numbers; one result for any number of threads.

## forward (a{:}) is Y; backward (a{:}, dY, Y) and reference (a{:}, dY) give the
## gradients of all of a, the latter after Y.
%!function check (forward, backward, reference, a)
%!  dY = rand (size (reference (a{:}))) - 0.5;
%!  R = cell (1, 1 + numel (a));
%!  [R{:}] = reference (a{:}, dY);
%!  unwind_protect
%!    for isa = {"baseline", "avx2", "avx512"}
%!      setenv ("AE_ISA", isa{1});
%!      near (all_of (forward, backward, a, dY), R, 1e-12);
%!      b = cellfun (@single, a, "UniformOutput", false);
%!      near (all_of (forward, backward, b, single (dY)), R, 2e-5);
%!    endfor
%!  unwind_protect_cleanup
%!    unsetenv ("AE_ISA");
%!  end_unwind_protect
%!endfunction

%!function out = all_of (forward, backward, a, dY)
%!  Y = forward (a{:});
%!  out = cell (1, numel (a));
%!  [out{:}] = backward (a{:}, dY, Y);
%!  out = [{Y}, out];
%!endfunction

## Relative to the largest number of the array.
%!function near (A, R, tolerance)
%!  for i = 1:numel (R)
%!    assert (numel (A{i}), numel (R{i}));
%!    scale = max ([1; abs(R{i}(:))]);
%!    assert (double (A{i}(:)), R{i}(:), tolerance * scale);
%!  endfor
%!endfunction

## Two-point differences, relative to the tensor's largest gradient.
%!function slopes (forward, backward, a)
%!  h = 1e-5;
%!  Y = forward (a{:});
%!  dY = rand (size (Y)) - 0.5;
%!  G = cell (1, numel (a));
%!  [G{:}] = backward (a{:}, dY, Y);
%!  for k = 1:numel (a)
%!    D = zeros (size (a{k}));
%!    for i = 1:numel (D)
%!      up = down = a;
%!      up{k}(i) += h;
%!      down{k}(i) -= h;
%!      D(i) = sum ((dY .* (forward (up{:}) - forward (down{:})))(:)) / (2 * h);
%!    endfor
%!    assert (max (abs (D(:) - G{k}(:))) <= 1e-7 * max (abs (G{k}(:))));
%!  endfor
%!endfunction

## Numbers that stay away from each other and from 0: no kinks, no ties.
%!function X = apart (varargin)
%!  X = zeros (varargin{:});
%!  n = numel (X);
%!  X(:) = (randperm (n) - 0.5 - n / 2) / n * 2 + (0.2 / n) * (rand (1, n) - 0.5);
%!endfunction

%!function s = pick (list)
%!  s = list(randi (numel (list)));
%!endfunction

## ---- dense ----
%!test <*dense>
%! rand ("state", 1);
%! f = @ae_dense_forward;
%! g = @(X, W, b, dY, Y) ae_dense_backward (X, W, dY);
%! for shape = [1 1 1; 2 3 1; 7 13 2; 13 7 17; 3 1 33; 1 40 70]'
%!   a = {rand(shape(1), shape(3)), rand(shape(2), shape(1)) - 0.5, rand(shape(2), 1)};
%!   check (f, g, @ref_dense, a);
%! endfor
%! slopes (f, g, {rand(5, 3), rand(4, 5), rand(4, 1)});

## ---- convolutions ----
%!function convolutions (kind, h, w, cin, cout, n, kernel, stride, padding, try_slopes)
%!  a = {rand(h, w, cin, n), rand([kernel cin cout]) - 0.5, rand(cout, 1)};
%!  if (strcmp (kind, "down"))
%!    f = @(X, W, b) ae_conv2d_forward (X, W, b, padding, stride);
%!    g = @(X, W, b, dY, Y) ae_conv2d_backward (X, W, dY, padding, stride);
%!    r = @(X, W, b, varargin) ref_conv2d (X, W, b, padding, stride, varargin{:});
%!  else
%!    f = @(X, W, b) ae_conv2d_transpose_forward (X, W, b, padding, stride);
%!    g = @(X, W, b, dY, Y) ae_conv2d_transpose_backward (X, W, dY, padding, stride);
%!    r = @(X, W, b, varargin) ref_conv2d_transpose (X, W, b, padding, stride, varargin{:});
%!  endif
%!  if (try_slopes)
%!    slopes (f, g, a);
%!  else
%!    check (f, g, r, a);
%!  endif
%!endfunction

%!test <*conv2d> # sizes drawn from the odd ones, all kinds of kernels and strides
%! rand ("state", 2);
%! for i = 1:25
%!   hw = [pick([1 2 3 7 13]), pick([1 2 3 7 13])];
%!   kernel = [pick([1 2 3 5]), pick([1 2 3 4])];
%!   padding = {"same", "valid"}{1 + (all (kernel <= hw) && rand () < 0.5)};
%!   convolutions ("down", hw(1), hw(2), pick ([1 2 3]), pick ([1 3 9]), pick ([1 2 17]), kernel, ...
%!                 [pick([1 1 2 3]), pick([1 1 2 3])], padding, false);
%! endfor
%!test # kernels larger than the image under same
%! rand ("state", 3);
%! convolutions ("down", 2, 3, 2, 3, 2, [5 7], [1 1], "same", false);
%! convolutions ("down", 1, 1, 1, 1, 1, [3 3], [1 1], "same", false);
%! convolutions ("down", 3, 2, 1, 2, 3, [13 4], [2 3], "same", false);
%!test # many channels: more than a block of them, and a partial one
%! rand ("state", 4);
%! convolutions ("down", 3, 4, 17, 19, 3, [3 3], [1 1], "same", false);
%! convolutions ("down", 4, 3, 32, 33, 2, [2 2], [1 1], "valid", false);
%!test # against differences
%! rand ("state", 5);
%! convolutions ("down", 5, 4, 2, 3, 2, [3 2], [1 1], "same", true);
%! convolutions ("down", 5, 4, 2, 3, 1, [3 2], [2 3], "same", true);
%! convolutions ("down", 5, 4, 1, 2, 2, [2 3], [2 1], "valid", true);
%! convolutions ("down", 2, 3, 1, 2, 2, [5 5], [1 1], "same", true);
%!test <*conv2d_transpose>
%! rand ("state", 6);
%! for i = 1:20
%!   convolutions ("up", pick ([1 2 3 7]), pick ([1 2 3 7]), pick ([1 2 9]), pick ([1 2 9]), pick ([1 2 17]), ...
%!                 [pick([1 2 3 5]), pick([1 2 3 4])], [pick([1 2 3]), pick([1 2 3])], ...
%!                 {"same", "valid"}{pick([1 2])}, false);
%! endfor
%! convolutions ("up", 3, 2, 2, 3, 2, [3 2], [2 1], "same", true);
%! convolutions ("up", 3, 2, 2, 1, 1, [3 3], [2 2], "valid", true);
%! convolutions ("up", 2, 2, 1, 2, 1, [1 2], [3 3], "valid", true);
%!test # larger: the shape of the work in real nets
%! rand ("state", 7);
%! X = rand (13, 13, 8, 40);  W = rand (3, 3, 8, 16) - 0.5;  b = rand (16, 1);
%! Y = ae_conv2d_forward (X, W, b, "same");
%! dY = rand (size (Y)) - 0.5;
%! [dX, dW, db] = ae_conv2d_backward (X, W, dY, "same");
%! U = rand (size (X)) - 0.5;  V = rand (size (W)) - 0.5;
%! zero = zeros (16, 1);
%! assert (sum ((dX .* U)(:)), sum ((dY .* ae_conv2d_forward (U, W, zero, "same"))(:)), 1e-9);
%! assert (sum ((dW .* V)(:)), sum ((dY .* ae_conv2d_forward (X, V, zero, "same"))(:)), 1e-9);

## ---- pooling ----
%!function poolings (h, w, c, n, pool, stride, padding)
%!  a = {apart(h, w, c, n)};
%!  max_forward = @(X) ae_maxpool2d_forward (X, pool, padding, stride);
%!  max_backward = @(X, dY, Y) max_back (X, dY, pool, padding, stride);
%!  avg_forward = @(X) ae_avgpool2d_forward (X, pool, padding, stride);
%!  avg_backward = @(X, dY, Y) ae_avgpool2d_backward (dY, size (X), pool, padding, stride);
%!  check (max_forward, max_backward, @(X, varargin) ref_maxpool2d (X, pool, stride, padding, varargin{:}), a);
%!  check (avg_forward, avg_backward, @(X, varargin) ref_avgpool2d (X, pool, stride, padding, varargin{:}), a);
%!  [Y, idx] = ae_maxpool2d_forward (a{1}, pool, padding, stride);
%!  [~, ~, wanted] = ref_maxpool2d (a{1}, pool, stride, padding);
%!  assert (idx, wanted);
%!  if (numel (a{1}) <= 100)
%!    slopes (max_forward, max_backward, a);
%!    slopes (avg_forward, avg_backward, a);
%!  endif
%!endfunction

%!function dX = max_back (X, dY, pool, padding, stride)
%!  [~, idx] = ae_maxpool2d_forward (X, pool, padding, stride);
%!  dX = ae_maxpool2d_backward (dY, idx, size (X));
%!endfunction

%!test <*maxpool2d>
%! rand ("state", 8);
%! for i = 1:20
%!   hw = [pick([1 2 3 7 13]), pick([1 2 3 7 13])];
%!   pool = [pick([1 2 3 5]), pick([1 2 3 4])];
%!   padding = {"same", "valid"}{1 + (all (pool <= hw) && rand () < 0.5)};
%!   stride = {pool, [pick([1 2 3]), pick([1 2 3])]}{pick([1 2])};
%!   poolings (hw(1), hw(2), pick ([1 2 3]), pick ([1 2 17]), pool, stride, padding);
%! endfor
%!test # windows of more than 256 pixels
%! rand ("state", 9);
%! poolings (20, 19, 1, 3, [17 18], [2 1], "valid");
%! poolings (20, 19, 2, 2, [64 64], [3 7], "same");
%!test # of equal maxima the first in memory wins
%! X = zeros (4, 6, 2, 3);
%! [Y, idx] = ae_maxpool2d_forward (X, [2 3]);
%! [~, ~, wanted] = ref_maxpool2d (X, [2 3], [2 3], "valid");
%! assert (idx, wanted);

## ---- upsampling, margins ----
%!test <*upsample2d>
%! rand ("state", 10);
%! for method = {"nearest", "bilinear"}
%!   for shape = [1 1 1 1 2 2; 2 3 1 1 3 1; 7 1 2 17 1 4; 13 3 3 2 2 5; 3 7 1 33 7 3]'
%!     factor = shape(5:6)';
%!     f = @(X) ae_upsample2d_forward (X, factor, method{1});
%!     g = @(X, dY, Y) ae_upsample2d_backward (dY, factor, method{1});
%!     a = {rand(shape(1:4)')};
%!     check (f, g, @(X, varargin) ref_upsample2d (X, factor, method{1}, varargin{:}), a);
%!     if (numel (a{1}) < 50)
%!       slopes (f, g, a);
%!     endif
%!   endfor
%! endfor
%!test <*crop2d>
%! rand ("state", 11);
%! for m = [0 0 0 0; 1 0 0 2; 2 3 1 4]'
%!   for shape = [7 13 1 1; 13 7 3 2; 7 7 2 17]'
%!     a = {rand(shape')};
%!     check (@(X) ae_crop2d_forward (X, m), @(X, dY, Y) ae_crop2d_backward (dY, m), ...
%!            @(X, varargin) ref_crop2d (X, m, varargin{:}), a);
%!     check (@(X) ae_zeropad2d_forward (X, m), @(X, dY, Y) ae_zeropad2d_backward (dY, m), ...
%!            @(X, varargin) ref_zeropad2d (X, m, varargin{:}), a);
%!   endfor
%! endfor

## ---- dropout ----
%!test <*dropout>
%! rand ("state", 12);
%! for d = [1 7 300]
%!   for rate = [0 0.3 0.9]
%!     check (@(X) ae_dropout_forward (X, rate, "Seed", 2^40 + 5), ...
%!            @(X, dY, Y) ae_dropout_backward (dY, rate, 2^40 + 5), ...
%!            @(X, varargin) ref_dropout (X, rate, 2^40 + 5, varargin{:}), {rand(d, 3)});
%!   endfor
%! endfor

## ---- batch normalisation ----
%!function varargout = ref_norm (moments, o, varargin)
%!  [Y, ~, dX, dgamma, dbeta] = ref_batchnorm (varargin{1:3}, moments, o, varargin{4:end});
%!  varargout = {Y, dX, dgamma, dbeta};
%!endfunction

%!function norms (X, channels, training, epsilon, try_slopes)
%!  m = [rand(channels, 1), 0.5 + rand(channels, 1)];
%!  options = {"Training", training, "Epsilon", epsilon, "Momentum", 0.25};
%!  f = @(X, gamma, beta) ae_batchnorm_forward (X, gamma, beta, cast (m, class (X)), options{:});
%!  g = @(X, gamma, beta, dY, Y) ae_batchnorm_backward (X, gamma, dY, cast (m, class (X)), options{:});
%!  o = struct ("training", training, "epsilon", epsilon, "momentum", 0.25);
%!  a = {X, 0.5 + rand(channels, 1), rand(channels, 1)};
%!  if (try_slopes)
%!    slopes (f, g, a);
%!  else
%!    check (f, g, @(varargin) ref_norm (m, o, varargin{:}), a);
%!    [~, moved] = f (a{:});
%!    [~, wanted] = ref_batchnorm (a{:}, m, o);
%!    assert (moved, wanted, 1e-13);
%!  endif
%!endfunction

%!test <*batchnorm>
%! rand ("state", 13);
%! for training = [false true]
%!   norms (rand (1, 7), 1, training, 1e-3, false);
%!   norms (rand (13, 1), 13, training, 0.1, false);
%!   norms (rand (5, 300) + 3, 5, training, 1e-2, false);
%!   norms (rand (3, 7, 1, 2), 1, training, 1e-3, false);
%!   norms (rand (7, 2, 3, 90), 3, training, 1e-3, false);
%!   norms (rand (4, 6), 4, training, 1e-3, true);
%!   norms (rand (2, 3, 2, 3), 2, training, 1e-3, true);
%! endfor
%!test # far from zero: the variance does not cancel
%! X = 1e6 + rand (1, 1000);
%! Y = ae_batchnorm_forward (X, 1, 0, "Epsilon", 1e-12);
%! assert (var (Y, 1), 1, 1e-8);

## ---- activations, losses, optimizers ----
%!test <*activation>
%! rand ("state", 14);
%! for name = {__ae_choices__().name}
%!   alpha = 0.3;
%!   f = @(X) ae_activation_forward (X, name{1}, alpha);
%!   g = @(X, dY, Y) ae_activation_backward (Y, dY, name{1}, alpha, X);
%!   for count = [1 7 100 1000]
%!     check (f, g, @(X, varargin) ref_activation (X, name{1}, alpha, varargin{:}), {8 * apart(count, 1)});
%!   endfor
%!   slopes (f, g, {2 * apart(13, 3)});
%! endfor
%! f = @(X) ae_activation_forward (X, "softmax");
%! g = @(X, dY, Y) ae_activation_backward (Y, dY, "softmax");
%! for size = {[5 1], [3 70], [2 3 4], [1 1 3 19], [4 5 7 2]}
%!   check (f, g, @(X, varargin) ref_activation (X, "softmax", 0, varargin{:}), {8 * rand(size{1})});
%! endfor
%!test # losses
%! rand ("state", 15);
%! unwind_protect
%!   for isa = {"baseline", "avx2", "avx512"}
%!     setenv ("AE_ISA", isa{1});
%!     for name = {nthargout(2, @__ae_choices__).name}
%!       for count = [1 7 1000 70000]
%!         Y = 0.01 + 0.98 * rand (count, 1);  T = rand (count, 1);
%!         [loss, dY] = ae_loss (Y, T, name{1});
%!         [wanted, slope] = ref_loss (Y, T, name{1});
%!         assert (loss, wanted, 1e-12 * wanted);
%!         assert (dY, slope, 1e-12 * max (abs (slope)));
%!         [loss, dY] = ae_loss (single (Y), single (T), name{1});
%!         assert (loss, wanted, 1e-5 * wanted);
%!         assert (double (dY), slope, 1e-4 * max (abs (slope)));
%!       endfor
%!     endfor
%!   endfor
%! unwind_protect_cleanup
%!   unsetenv ("AE_ISA");
%! end_unwind_protect
%!test # losses against differences
%! rand ("state", 16);
%! for name = {nthargout(2, @__ae_choices__).name}
%!   Y = 0.1 + 0.8 * rand (5, 4);  T = 0.05 + round (Y) * 0.9;
%!   slopes (@(Y) ae_loss (Y, T, name{1}), @(Y, dY, varargin) dY * nthargout (2, @ae_loss, Y, T, name{1}), {Y});
%! endfor

%!function optimizers (kind, tolerance)
%!  o = struct ("rate", 0.01, "momentum", 0.8, "decay", 0.7, "beta1", 0.85, "beta2", 0.95, ...
%!              "epsilon", 1e-6, "weight_decay", 0.1);
%!  options = struct ("LearnRate", 0.01, "Momentum", 0.8, "Decay", 0.7, "Beta1", 0.85, "Beta2", 0.95, ...
%!                    "Epsilon", 1e-6, "WeightDecay", 0.1);
%!  for name = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!    options.Optimizer = name{1};
%!    for count = [1 13 100]
%!      p = rand (count, 1) - 0.5;
%!      q = cast (p, kind);
%!      state = [];
%!      s = {zeros(count, 1), zeros(count, 1)};
%!      for t = 1:12
%!        g = double (single (rand (count, 1) - 0.5));
%!        [p, s] = ref_optimizer (name{1}, p, g, s, t, o);
%!        [q, state] = ae_optimizer_step (q, cast (g, kind), state, options);
%!      endfor
%!      assert (double (q), p, tolerance);
%!    endfor
%!  endfor
%!endfunction
%!test # optimizers
%! rand ("state", 17);
%! unwind_protect
%!   for isa = {"baseline", "avx2", "avx512"}
%!     setenv ("AE_ISA", isa{1});
%!     optimizers ("double", 1e-12);
%!     optimizers ("single", 1e-5);
%!   endfor
%! unwind_protect_cleanup
%!   unsetenv ("AE_ISA");
%! end_unwind_protect

## ---- PyTorch's numbers, see reference/make_kernel_numbers.py ----
%!function N = numbers ()
%!  persistent table = load (fullfile (fileparts (which ("run_tests")), "data", "kernel_numbers.txt"));
%!  N = table;
%!endfunction

%!function case_of (name, forward, backward)
%!  N = numbers ();
%!  get = @(keys) cellfun (@(k) N.([name "_" k]), keys, "UniformOutput", false);
%!  weights = {};
%!  if (isfield (N, [name "_W"]))
%!    weights = {"W", "b"};
%!  endif
%!  out = all_of (forward, backward, get ([{"X"}, weights]), N.([name "_dY"]));
%!  near (out, get ([{"Y", "dX"}, strcat("d", weights)]), 1e-13);
%!endfunction

%!test # dense and convolutions
%! case_of ("dense", @ae_dense_forward, @(X, W, b, dY, Y) ae_dense_backward (X, W, dY));
%! for c = {"conv_valid", "valid", 1; "conv_same", "same", 1; "conv_large", "same", 1; ...
%!          "conv_stride", "same", [2 3]}'
%!   case_of (c{1}, @(X, W, b) ae_conv2d_forward (X, W, b, c{2:3}), ...
%!            @(X, W, b, dY, Y) ae_conv2d_backward (X, W, dY, c{2:3}));
%! endfor
%! for c = {"up_valid", "valid", 1; "up_stride", "valid", [2 3]; "up_same", "same", 2}'
%!   case_of (c{1}, @(X, W, b) ae_conv2d_transpose_forward (X, W, b, c{2:3}), ...
%!            @(X, W, b, dY, Y) ae_conv2d_transpose_backward (X, W, dY, c{2:3}));
%! endfor
%!test # pooling
%! for c = {"max_valid", 2, "valid", 2; "max_same", [3 2], "same", 2}'
%!   case_of (c{1}, @(X) ae_maxpool2d_forward (X, c{2:4}), @(X, dY, Y) max_back (X, dY, c{2:4}));
%! endfor
%! for c = {"avg_valid", [2 3], "valid", 1; "avg_same", [3 2], "same", 2}'
%!   case_of (c{1}, @(X) ae_avgpool2d_forward (X, c{2:4}), ...
%!            @(X, dY, Y) ae_avgpool2d_backward (dY, size (X), c{2:4}));
%! endfor
%!test # upsampling and margins
%! for c = {"nearest", "bilinear"}
%!   case_of (c{1}, @(X) ae_upsample2d_forward (X, [2 3], c{1}), ...
%!            @(X, dY, Y) ae_upsample2d_backward (dY, [2 3], c{1}));
%! endfor
%! case_of ("crop", @(X) ae_crop2d_forward (X, [1 0 1 2]), @(X, dY, Y) ae_crop2d_backward (dY, [1 0 1 2]));
%! case_of ("pad", @(X) ae_zeropad2d_forward (X, [1 2 3 0]), @(X, dY, Y) ae_zeropad2d_backward (dY, [1 2 3 0]));
%!test # batch normalisation
%! N = numbers ();
%! for name = {"norm", "norm_image"}
%!   case_of (name{1}, @ae_batchnorm_forward, @(X, gamma, beta, dY, Y) ae_batchnorm_backward (X, gamma, dY));
%!   get = @(key) N.([name{1} "_" key]);
%!   [~, m] = ae_batchnorm_forward (get ("X"), get ("W"), get ("b"), "Momentum", 0.75);
%!   assert (m, get ("moments"), 1e-14);
%! endfor
%!test # activations
%! for name = setdiff ({__ae_choices__().name}, "linear")
%!   case_of (name{1}, @(X) ae_activation_forward (3 * X, name{1}), ...
%!            @(X, dY, Y) 3 * ae_activation_backward (Y, dY, name{1}, [], 3 * X));
%! endfor
%! case_of ("softmax_image", @(X) ae_activation_forward (3 * X, "softmax"), ...
%!          @(X, dY, Y) 3 * ae_activation_backward (Y, dY, "softmax"));
%!test # losses
%! N = numbers ();
%! for name = {"mse", "mae", "bce"}
%!   [loss, dY] = ae_loss (N.loss_Y, N.loss_T, name{1});
%!   assert (loss, N.([name{1} "_loss"]), 1e-14);
%!   assert (dY, N.([name{1} "_slope"]), 1e-13);
%! endfor
%! [loss, dY] = ae_loss (N.huber_Y, N.huber_T, "huber");
%! assert (loss, N.huber_loss, 1e-14);
%! assert (dY, N.huber_slope, 1e-14);
%!test # softmax and cross-entropy, as a layer's activation and as a layer of its own
%! N = numbers ();
%! for name = {"crossentropy_near_", "crossentropy_far_"}
%!   get = @(key) N.([name{1} key]);
%!   for layers = {{ae_layer("dense", 3, "softmax")}, {ae_layer("dense", 3), ae_layer("activation", "softmax")}}
%!     net = ae_network (4, layers{1}, "Precision", "double");
%!     net.layers(2).W = get ("W");
%!     net.layers(2).b = get ("b");
%!     [f, g] = ae_objective (net, get ("X"), get ("T"), "Loss", "crossentropy");
%!     assert (g, [get("dW")(:); get("db")], 1e-14);
%!     if (strcmp (name{1}, "crossentropy_near_")) # far out the loss is cut where the shares are 0
%!       assert (f, get ("loss"), 1e-14);
%!       assert (f, ae_loss (ae_predict (net, get ("X")), get ("T"), "crossentropy"), 1e-14);
%!     else
%!       assert (isfinite (f));
%!     endif
%!   endfor
%! endfor
%!test # twenty steps of each optimizer
%! N = numbers ();
%! for name = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!   p = N.start;  state = [];
%!   for i = 1:20
%!     [p, state] = ae_optimizer_step (p, p .^ 3 - p + i / 10, state, "Optimizer", name{1}, "LearnRate", 0.01);
%!   endfor
%!   assert (p, N.([name{1} "_end"]), 1e-13);
%! endfor

## ---- what does not change the result ----
%!test # an image alone or among many: the same Y and dX
%! rand ("state", 18);
%! X = rand (7, 6, 3, 50, "single");  W = rand (3, 3, 3, 5, "single");  b = rand (5, 1, "single");
%! Y = ae_conv2d_forward (X, W, b, "same");
%! dX = ae_conv2d_backward (X, W, Y, "same");
%! for i = [1 16 17 50]
%!   assert (ae_conv2d_forward (X(:,:,:,i), W, b, "same"), Y(:,:,:,i));
%!   assert (ae_conv2d_backward (X(:,:,:,i), W, Y(:,:,:,i), "same"), dX(:,:,:,i));
%! endfor
%!test # the same call twice: the same bits of the sums over samples
%! rand ("state", 19);
%! X = rand (7, 6, 3, 1000, "single");  W = rand (3, 3, 3, 5, "single");
%! dY = rand (7, 6, 5, 1000, "single");
%! [~, dW, db] = ae_conv2d_backward (X, W, dY, "same");
%! for i = 1:5
%!   [~, again, too] = ae_conv2d_backward (X, W, dY, "same");
%!   assert (again, dW);
%!   assert (too, db);
%! endfor

## ---- the same rows in a network ----
%!test # the layers of a network are these kernels
%! rand ("state", 20);
%! X = rand (7, 6, 2, 21, "single");
%! same_as = {
%!   ae_layer("activation", "elu"), @(X) ae_activation_forward (X, "elu");
%!   ae_layer("maxpool2d", [2 3], "Padding", "same"), @(X) ae_maxpool2d_forward (X, [2 3], "same");
%!   ae_layer("avgpool2d", 3, "Stride", [1 2]), @(X) ae_avgpool2d_forward (X, 3, "valid", [1 2]);
%!   ae_layer("upsample2d", [3 2]), @(X) ae_upsample2d_forward (X, [3 2]);
%!   ae_layer("upsample2d", 2, "Interpolation", "bilinear"), @(X) ae_upsample2d_forward (X, 2, "bilinear");
%!   ae_layer("crop2d", [1 2 0 3]), @(X) ae_crop2d_forward (X, [1 2 0 3]);
%!   ae_layer("zeropad2d", [1 2 0 3]), @(X) ae_zeropad2d_forward (X, [1 2 0 3]);
%!   ae_layer("flatten"), @ref_flatten;
%!   ae_layer("reshape", [3 14 2]), @(X) ref_reshape (X, [3 14 2]);
%!   ae_layer("dropout", 0.5), @(X) X;
%!   ae_layer("noise", "gaussian", 0.5), @(X) X};
%! for i = 1:rows (same_as)
%!   net = ae_network ([7 6 2], {same_as{i,1}});
%!   assert (ae_predict (net, X), single (same_as{i,2} (X)), 1e-6);
%! endfor
