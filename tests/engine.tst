## The training engine (src/core/train.c): one step is the composition of the
## single layers' functions; gradients against differences; PyTorch; fused
## against plain layers; threads, precisions, instruction sets; slices; MNIST.

## ---- driving the engine ----

%!function o = options (varargin)
%!  o = struct ("batch", 8, "seed", 5, "epoch", 1, "shuffle", 1, "steps", 0, "rate", 1e-3, "decay", 0.9, ...
%!              "momentum", 0.9, "beta1", 0.9, "beta2", 0.999, "epsilon", 1e-7, "l1", 0, "l2", 0, ...
%!              "clip_norm", 0, "clip_value", 0, "threads", 2, "first", 0, "max_steps", 1e9, ...
%!              "seconds", 1e6, "loss_sum", 0, "inference", 0, "loss", "mse", "optimizer", "rmsprop");
%!  for i = 1:2:numel (varargin)
%!    o.(varargin{i}) = varargin{i+1};
%!  endfor
%!endfunction

%!function [p, spec] = parts (net)
%!  p = call_private ("net_pack", net.layers);
%!  spec = call_private ("layer_spec", net.layers);
%!endfunction

## So many epochs from fresh optimizer state; losses: the mean one of each.
%!function [p, losses, s] = run (net, X, T, o, epochs)
%!  [p, spec] = parts (net);
%!  s = zeros (numel (p), states (o.optimizer), class (p));
%!  losses = zeros (1, epochs);
%!  for e = 1:epochs
%!    o.epoch = e;
%!    [p, s, progress] = __ae_train__ (p, spec, net.input_size, X, T, s, o);
%!    assert (progress(4), 0);
%!    assert (progress(2), columns (X));
%!    o.steps += progress(1);
%!    losses(e) = progress(3) / progress(2);
%!  endfor
%!endfunction

%!function k = states (optimizer)
%!  k = struct ("sgd", 0, "momentum", 1, "nesterov", 1, "rmsprop", 1, "adam", 2, "adamw", 2, "nadam", 2, ...
%!              "adagrad", 1).(optimizer);
%!endfunction

## The same, composed from single layers.
%!function [p, losses] = compose (net, X, T, o, epochs)
%!  layers = net.layers;
%!  state = [];
%!  sizes = diff ([0:o.batch:columns(X)-1, columns(X)]);
%!  for e = 1:epochs
%!    o.epoch = e;
%!    [layers, state, batches] = ref_train (layers, X, T, state, o);
%!    losses(e) = batches * sizes' / columns (X);
%!  endfor
%!  p = call_private ("net_pack", layers);
%!endfunction

%!function same_training (net, X, T, o, epochs)
%!  [p, losses] = run (net, X, T, o, epochs);
%!  [q, wanted] = compose (net, X, T, o, epochs);
%!  assert (losses, wanted, 1e-12 * max (1, abs (wanted(1))));
%!  assert (p, q, 1e-12 * max (1, max (abs (q))));
%!endfunction

## ---- nets ----

%!function net = make (input, layers)
%!  net = ae_network (input, layers, "Precision", "double", "Seed", 3);
%!  for i = 2:numel (net.layers)
%!    b = net.layers(i).b;
%!    net.layers(i).b = 0.3 * sin (3 * i + (1:numel (b))');
%!  endfor
%!endfunction

%!function l = conv (filters, kernel, activation, varargin)
%!  l = ae_layer ("conv2d", filters, kernel, activation, "Padding", "same", varargin{:});
%!endfunction

%!function l = up (filters, kernel, activation, varargin)
%!  l = ae_layer ("conv2d_transpose", filters, kernel, activation, varargin{:});
%!endfunction

%!function l = pool (varargin)
%!  l = ae_layer ("maxpool2d", varargin{:}, "Padding", "same");
%!endfunction

## Every layer type, in nets whose neighbours the engine fuses and does not.
%!function list = nets ()
%!  twice = ae_layer ("upsample2d", 2);
%!  list = {
%!    make(7, {ae_layer("dense", 5, "tanh"), ae_layer("dense", 3, "sigmoid"), ae_layer("dense", 7, "elu")})
%!    make(6, {ae_layer("dense", 4), ae_layer("activation", "softplus"), ae_layer("batchnorm"), ...
%!             ae_layer("dropout", 0.3), ae_layer("dense", 6, "leakyrelu")})
%!    make([7 5 1], {conv(3, 3, "tanh"), pool(2), conv(2, 3, "elu"), twice, conv(3, [2 3], "sigmoid"), twice, ...
%!                   ae_layer("crop2d", [1 0 2 1]), conv(1, 3, "linear")})
%!    make([6 7 2], {ae_layer("noise", "masking", 0.2), conv(3, [3 2], "softplus", "Stride", [2 3]), ...
%!                   ae_layer("batchnorm", "Momentum", 0.7), up(2, 3, "tanh", "Stride", 2, "Padding", "same"), ...
%!                   ae_layer("avgpool2d", [3 2], "Padding", "same"), ae_layer("dropout", 0.4), ...
%!                   ae_layer("upsample2d", [2 3], "Interpolation", "bilinear"), ae_layer("flatten"), ...
%!                   ae_layer("dense", 84, "sigmoid")})
%!    make(12, {ae_layer("noise", "masking", 0.3), ae_layer("dense", 12, "tanh"), ae_layer("reshape", [3 2 2]), ...
%!              up(3, [2 3], "linear", "Stride", [1 2]), ae_layer("zeropad2d", [1 0 2 1]), ...
%!              ae_layer("maxpool2d", [3 2], "Stride", [2 1]), ...
%!              ae_layer("noise", "saltpepper", 0.2), ae_layer("flatten"), ae_layer("dense", 12)})
%!    make([6 6 2], {conv(4, 3, "gelu"), pool(2), conv(3, 3, "softmax"), pool(3), up(5, 2, "swish", "Stride", 2), ...
%!                   ae_layer("activation", "gelu"), ae_layer("batchnorm"), ae_layer("flatten"), ...
%!                   ae_layer("dense", 5, "softmax"), ae_layer("dense", 72, "swish")})
%!  };
%!endfunction

%!function X = samples (net, n)
%!  X = 0.1 + 0.8 * rand (prod (net.input_size), n);
%!endfunction

%!function T = targets (net, n)
%!  T = 0.1 + 0.8 * rand (prod (net.layers(end).output_size), n);
%!endfunction

## ---- the engine is the composition of its parts ----
%!test # every layer type; shuffled, a short last batch, three epochs
%! rand ("state", 1);
%! for net = nets ()'
%!   same_training (net{1}, samples (net{1}, 21), targets (net{1}, 21), options (), 3);
%! endfor
%!test # softmax and cross-entropy, one after the other here, together in the engine
%! rand ("state", 1);
%! for last = {{ae_layer("dense", 5, "softmax")}, {ae_layer("dense", 5), ae_layer("activation", "softmax")}}
%!   net = make (6, [{ae_layer("dense", 4, "gelu")}, last{1}]);
%!   T = targets (net, 37);
%!   same_training (net, samples (net, 37), T ./ sum (T, 1), options ("loss", "crossentropy"), 3);
%! endfor
%!test # gaussian noise is drawn in single precision
%! rand ("state", 1);
%! net = make (5, {ae_layer("noise", "gaussian", 0.5), ae_layer("dense", 5, "tanh"), ...
%!                 ae_layer("noise", "gaussian", 0.1, "Clip", []), ae_layer("dense", 5)});
%! X = samples (net, 21);
%! o = options ("optimizer", "sgd", "rate", 0.1);
%! [p, losses] = run (net, X, [], o, 3);
%! [q, wanted] = compose (net, X, [], o, 3);
%! assert (losses, wanted, 1e-6);
%! assert (p, q, 1e-6);
%!test # the inputs as their own targets
%! rand ("state", 2);
%! net = nets (){1};
%! same_training (net, samples (net, 11), [], options (), 2);
%!test # every optimizer, every loss, with settings of their own
%! rand ("state", 3);
%! net = make (6, {ae_layer("dense", 4, "tanh"), ae_layer("dense", 6, "sigmoid")});
%! X = samples (net, 19);
%! loss = {"mse", "mae", "bce"};
%! k = 0;
%! for name = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!   o = options ("optimizer", name{1}, "loss", loss{1 + mod(k++, 3)}, "rate", 0.02, "momentum", 0.8, ...
%!                "decay", 0.7, "beta1", 0.85, "beta2", 0.95, "epsilon", 1e-5);
%!   same_training (net, X, [], o, 3);
%! endfor
%!test # penalties and clipping
%! rand ("state", 4);
%! for net = nets ()([1 3 4])'
%!   X = samples (net{1}, 13);  T = targets (net{1}, 13);
%!   for o = {options("l1", 0.01), options("l2", 0.02), options("clip_norm", 0.01, "optimizer", "sgd"), ...
%!            options("clip_norm", 1e3), options("clip_value", 1e-3, "optimizer", "momentum"), ...
%!            options("l1", 0.003, "l2", 0.01, "clip_value", 0.02, "clip_norm", 0.05, "optimizer", "adam")}
%!     same_training (net{1}, X, T, setfield (o{1}, "batch", 13), 2);
%!   endfor
%! endfor
%!test # tied layers
%! rand ("state", 5);
%! net = make (6, {ae_layer("dense", 4, "tanh", "Name", "a"), ae_layer("dense", 3, "tanh", "Name", "b"), ...
%!                 ae_layer("dense", 4, "tanh", "Tied", "b"), ae_layer("dense", 6, "Tied", "a")});
%! same_training (net, samples (net, 19), [], options ("l2", 0.01, "clip_norm", 0.1), 3);
%! net = make ([3 2 1], {conv(2, 2, "tanh"), ae_layer("flatten"), ae_layer("dense", 4, "Name", "a"), ...
%!                       ae_layer("dense", 12, "Tied", "a")});
%! same_training (net, samples (net, 19), targets (net, 19), options (), 2);
%! p = run (net, samples (net, 19), targets (net, 19), options (), 1);
%! layers = call_private ("net_unpack", net.layers, p);
%! assert (layers(5).W, layers(4).W');
%!test # frozen layers keep their bits, below and above those that learn
%! rand ("state", 6);
%! fixed = {"Trainable", false};
%! list = {make(6, {ae_layer("dense", 4, "tanh", fixed{:}), ae_layer("dense", 3, "tanh"), ...
%!                  ae_layer("dense", 6, "linear", fixed{:})}), ...
%!         make([4 5 1], {conv(2, 3, "tanh", fixed{:}), ae_layer("batchnorm", fixed{:}), ...
%!                        ae_layer("dropout", 0.5, fixed{:}), ae_layer("noise", "masking", 0.5, fixed{:}), ...
%!                        conv(2, 3, "tanh"), ae_layer("batchnorm"), conv(1, 3, "tanh", fixed{:})})};
%! for net = list
%!   X = samples (net{1}, 19);
%!   same_training (net{1}, X, [], options ("l2", 0.01), 2);
%!   layers = call_private ("net_unpack", net{1}.layers, run (net{1}, X, [], options (), 2));
%!   for i = find (! [layers.trainable])
%!     assert (layers(i), net{1}.layers(i));
%!   endfor
%! endfor
%!test # nothing to learn at all: a step changes nothing
%! net = make (3, {ae_layer("dense", 3, "Trainable", false)});
%! [p, losses] = run (net, [1 0 1; 0 1 1; 1 1 0], [], options (), 1);
%! assert (p, parts (net));
%! assert (losses > 0);
%!test # minibatches of more samples than one shard, and of all
%! rand ("state", 7);
%! for net = nets ()([1 2 3])'
%!   X = samples (net{1}, 150);  T = targets (net{1}, 150);
%!   for batch = [1 64 150 1000](1+(prod (net{1}.input_size) > 10):4)
%!     same_training (net{1}, X, T, options ("batch", batch, "optimizer", "sgd", "rate", 0.1), 1);
%!   endfor
%! endfor
%!test # the order is that of the seed and the epoch
%! net = make (1, {ae_layer("dense", 1)});
%! net.layers(2).W = net.layers(2).b = 0;
%! X = 1:9;
%! [p, spec] = parts (net);
%! for e = [0 3]
%!   order = __ae_permutation__ (7, e, 2, 9);
%!   for k = 0:8
%!     o = options ("batch", 1, "seed", 7, "epoch", e, "first", k, "max_steps", 1);
%!     [~, ~, progress] = __ae_train__ (p, spec, 1, X, [], zeros (2, 1), o);
%!     assert (progress, [1, 1, order(k+1)^2, 0, order(k+1)^2], 1e-12);
%!   endfor
%! endfor

## ---- 100 steps of PyTorch, see reference/make_torch_numbers.py ----
%!function torch (name, net, optimizer, loss)
%!  persistent N = load (fullfile (fileparts (which ("run_tests")), "data", "torch_training.mat"));
%!  get = @(key) N.([name "_" key]);
%!  net.layers = call_private ("net_unpack", net.layers, get ("start"));
%!  [p, spec] = parts (net);
%!  assert (p, get ("start"));
%!  s = zeros (numel (p), states (optimizer));
%!  o = options ("shuffle", 0, "optimizer", optimizer, "loss", loss, "rate", 0.002, "max_steps", 1);
%!  if (strcmp (optimizer, "adamw"))
%!    o.decay = 0.01;
%!  endif
%!  losses = zeros (1, 100);
%!  for k = 0:99
%!    o.epoch = floor (k / 5);  o.first = mod (k, 5);  o.steps = k;
%!    [p, s, progress] = __ae_train__ (p, spec, net.input_size, get ("X"), get ("T"), s, o);
%!    losses(k+1) = progress(5);
%!  endfor
%!  assert (losses, get ("losses"), 1e-11);
%!  assert (p, get ("end"), 1e-11);
%!endfunction

%!test # every optimizer on a dense net
%! loss = {"mse", "bce", "mae"};
%! k = 0;
%! for name = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!   net = make (6, {ae_layer("dense", 5, "relu"), ae_layer("dense", 4, "tanh"), ae_layer("dense", 6, "sigmoid")});
%!   torch (name{1}, net, name{1}, loss{1 + mod(k++, 3)});
%! endfor
%!test # what the engine fuses: pooling after, upsampling before convolutions; margins
%! torch ("fused", make ([7 6 1], {conv(4, 3, "relu"), pool(2), conv(3, 3, "elu"), ae_layer("upsample2d", 2), ...
%!                                 ae_layer("conv2d", 2, 3, "leakyrelu"), ae_layer("upsample2d", [1 2]), ...
%!                                 ae_layer("crop2d", [0 0 1 1]), ae_layer("zeropad2d", [1 0 0 0]), ...
%!                                 conv(1, [2 3], "sigmoid")}), "adam", "bce");
%!test # strides, transposed convolution, batch normalisation, average pooling, bilinear upsampling
%! torch ("strided", make ([9 8 2], {conv(4, [3 2], "tanh", "Stride", [2 3]), ...
%!                                   ae_layer("batchnorm", "Momentum", 0.9), ...
%!                                   up(3, 3, "softplus", "Stride", 2, "Padding", "same"), ...
%!                                   ae_layer("avgpool2d", [3 2], "Stride", 2, "Padding", "same"), ...
%!                                   ae_layer("upsample2d", 2, "Interpolation", "bilinear"), ...
%!                                   ae_layer("flatten"), ae_layer("dense", 7, "tanh"), ...
%!                                   ae_layer("batchnorm", "Momentum", 0.7), ae_layer("dense", 5, "sigmoid")}), ...
%!        "rmsprop", "mse");
%!test # from vectors to images and back, overlapping windows
%! torch ("vector", make (12, {ae_layer("dense", 12, "tanh"), ae_layer("reshape", [3 2 2]), ...
%!                             up(3, [2 3], "linear", "Stride", [1 2]), ae_layer("activation", "softplus"), ...
%!                             ae_layer("maxpool2d", [3 2], "Stride", [1 2]), ...
%!                             ae_layer("avgpool2d", [1 2], "Stride", 1), ae_layer("batchnorm", "Momentum", 0.5), ...
%!                             ae_layer("flatten"), ae_layer("dense", 12)}), "nadam", "mae");

## ---- gradients against differences ----

## The largest error relative to the largest derivative of each layer.
%!function slopes (net, n, o)
%!  o.threads = 1;
%!  [p, spec] = parts (net);
%!  X = samples (net, n);  T = targets (net, n);
%!  f = @(p) __ae_objective__ (p, spec, net.input_size, X, T, o);
%!  [~, g] = f (p);
%!  h = 1e-5;
%!  D = zeros (size (p));
%!  for i = 1:numel (p)
%!    e = h * ((1:numel (p))' == i);
%!    D(i) = (f (p + e) - f (p - e)) / (2 * h);
%!  endfor
%!  at = 0;
%!  for i = 2:numel (net.layers)
%!    count = numel (net.layers(i).W) + numel (net.layers(i).b);
%!    k = at + (1:count);
%!    at += count + 2 * numel (call_private ("struct_get", net.layers(i), "mean", []));
%!    if (count > 0)
%!      assert (max (abs (D(k) - g(k))) <= 1e-7 * max (abs (g(k))));
%!    endif
%!  endfor
%!endfunction

%!test # dense layers: activations, losses, sizes, one sample and many
%! rand ("state", 8);
%! loss = {nthargout(2, @__ae_choices__).name};
%! k = 0;
%! for act = {__ae_choices__().name}
%!   for size = [1 2 3 7 13]
%!     net = make (size, {ae_layer("dense", 3, act{1}), ae_layer("dense", size, "sigmoid")});
%!     slopes (net, [1 2 3 7 13 33](1+mod (k, 6)), options ("loss", loss{1+mod(k++, numel (loss))}));
%!   endfor
%! endfor
%!test # of images the classes are the channels
%! rand ("state", 1);
%! net = make ([4 3 2], {conv(3, 3, "softmax")});
%! X = samples (net, 7);  T = targets (net, 7);
%! image = @(A) reshape (A, 4, 3, 3, []);
%! assert (ae_objective (net, X, T, "Loss", "crossentropy"), ...
%!         ae_loss (image (ae_predict (net, X)), image (T), "crossentropy"), 1e-13);
%! slopes (net, 5, options ("loss", "crossentropy"));
%! slopes (make ([4 3 2], {conv(3, 3, "softmax"), ae_layer("flatten")}), 5, options ("loss", "mse"));
%!test # penalties are part of the objective
%! rand ("state", 9);
%! slopes (nets (){1}, 5, options ("l1", 0.01, "l2", 0.02));
%!test # every layer type
%! rand ("state", 10);
%! for net = nets ()'
%!   for n = [1 7 17]
%!     slopes (net{1}, n, options ());
%!   endfor
%! endfor
%!test # convolutions: odd sizes, one channel and several, kernels larger than the image
%! rand ("state", 11);
%! k = 0;
%! for h = [1 2 3 7 13]
%!   for w = [1 2 3 7](1:4-(h > 7))
%!     n = [1 3 17](1+mod (k++, 3));
%!     act = {"tanh", "sigmoid", "elu"}{1+mod(k, 3)};
%!     slopes (make ([h w 1], {conv(2, 3, act), pool(2), conv(1, [5 2], act), ae_layer("upsample2d", [2 1]), ...
%!                             conv(1, [3 3], act)}), n, options ());
%!     slopes (make ([h w 2], {conv(1, [2 5], act, "Stride", [2 1]), ...
%!                             up(2, [3 4], act, "Stride", [1 2], "Padding", "same"), pool([3 2])}), n, options ());
%!   endfor
%! endfor

## ---- what must not change the result ----
%!function T = larger ()
%!  twice = ae_layer ("upsample2d", 2);
%!  T = {ae_network(30, {ae_layer("dense", 20, "relu"), ae_layer("dense", 4), ae_layer("dense", 30, "sigmoid")}, "Seed", 1), ...
%!       ae_network(30, {ae_layer("noise", "gaussian", 0.1), ae_layer("dense", 20, "relu"), ae_layer("batchnorm"), ...
%!                       ae_layer("dropout", 0.2), ae_layer("dense", 30)}, "Seed", 1), ...
%!       ae_network([11 10 2], {ae_layer("noise", "masking", 0.1), conv(9, 3, "relu"), pool(2), conv(5, 3, "relu"), ...
%!                              pool(2), conv(8, 3, "relu"), ae_layer("dropout", 0.1), twice, conv(7, 3, "elu"), ...
%!                              ae_layer("batchnorm"), twice, conv(2, 3, "sigmoid"), ...
%!                              ae_layer("crop2d", [1 0 2 0])}, "Seed", 1)};
%!endfunction

%!function net = to_double (net)
%!  net.layers = call_private ("net_cast", net.layers, "double");
%!endfunction

%!test # one, two, three and four threads: the same bits
%! rand ("state", 12);
%! for net = larger ()
%!   X = single (samples (net{1}, 300));  T = single (targets (net{1}, 300));
%!   for n = {net{1}, to_double(net{1})}
%!     kind = class (parts (n{1}));
%!     A = cast (X, kind);  B = cast (T, kind);
%!     for batch = [37 128]
%!       [p, losses, s] = run (n{1}, A, B, options ("batch", batch, "threads", 1), 2);
%!       for threads = [2 3 4]
%!         [q, l, t] = run (n{1}, A, B, options ("batch", batch, "threads", threads), 2);
%!         assert (isequal (p, q) && isequal (s, t) && isequal (losses, l));
%!       endfor
%!     endfor
%!   endfor
%! endfor
%!test # the same for the objective's gradient and for predictions
%! rand ("state", 13);
%! for net = larger ()
%!   X = single (samples (net{1}, 700));  T = single (targets (net{1}, 700));
%!   [p, spec] = parts (net{1});
%!   for threads = 1:4
%!     [f, g] = __ae_objective__ (p, spec, net{1}.input_size, X, T, options ("threads", threads));
%!     Y = __ae_forward__ (p, spec, net{1}.input_size, X, threads, 1);
%!     if (threads == 1)
%!       F = f;  G = g;  Z = Y;
%!     endif
%!     assert (isequal (f, F) && isequal (g, G) && isequal (Y, Z));
%!   endfor
%! endfor
%!test # fused operations are the plain layers
%! rand ("state", 14);
%! for net = [nets()'(3:5), {to_double(larger (){3})}]
%!   X = samples (net{1}, 35);  T = targets (net{1}, 35);
%!   p = run (net{1}, X, T, options (), 2);
%!   assert (run (net{1}, X, T, options ("unfused", 1), 2), p, 1e-11);
%!   [p, spec] = parts (net{1});
%!   Y = __ae_forward__ (p, spec, net{1}.input_size, X, 2, 1);
%!   assert (__ae_forward__ (p, spec, net{1}.input_size, X, 2, 0), Y, 1e-13);
%! endfor
%!test # single is double within rounding
%! rand ("state", 15);
%! for net = larger ()
%!   X = single (samples (net{1}, 100));  T = single (targets (net{1}, 100));
%!   o = options ("optimizer", "sgd", "rate", 0.05, "batch", 32);
%!   [p, a] = run (net{1}, X, T, o, 2);
%!   [q, b] = run (to_double (net{1}), double (X), double (T), o, 2);
%!   assert (class (p), "single");
%!   assert (class (q), "double");
%!   assert (double (p), q, 2e-5);
%!   assert (a, b, 1e-5 * b(1));
%! endfor
%!test # every instruction set, in both precisions
%! rand ("state", 16);
%! unwind_protect
%!   for net = larger ()
%!     X = single (samples (net{1}, 100));  T = single (targets (net{1}, 100));
%!     o = options ("optimizer", "sgd", "rate", 0.05, "batch", 32);
%!     for n = {net{1}, to_double(net{1})}
%!       kind = class (parts (n{1}));
%!       got = {};
%!       for isa = {"baseline", "avx2", "avx512"}
%!         setenv ("AE_ISA", isa{1});
%!         got{end+1} = run (n{1}, cast (X, kind), cast (T, kind), o, 2);
%!       endfor
%!       tolerance = struct ("single", 2e-5, "double", 1e-12).(kind);
%!       assert (got{2}, got{1}, tolerance);
%!       assert (got{3}, got{1}, tolerance);
%!     endfor
%!   endfor
%! unwind_protect_cleanup
%!   unsetenv ("AE_ISA");
%! end_unwind_protect
%!test # slices: stopped after any minibatch, for every optimizer, the bits of an unbroken run
%! rand ("state", 17);
%! net = larger (){3};
%! X = single (samples (net, 50));  T = single (targets (net, 50));
%! [p0, spec] = parts (net);
%! for name = {"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}
%!   o = options ("optimizer", name{1}, "batch", 11);
%!   s0 = zeros (numel (p0), states (name{1}), "single");
%!   [p, s, whole] = __ae_train__ (p0, spec, net.input_size, X, T, s0, o);
%!   assert (whole(1), 5);
%!   for k = 1:4
%!     a = setfield (o, "max_steps", k);
%!     [q, t, one] = __ae_train__ (p0, spec, net.input_size, X, T, s0, a);
%!     b = setfield (setfield (setfield (o, "first", k), "steps", k), "loss_sum", one(3));
%!     [q, t, two] = __ae_train__ (q, spec, net.input_size, X, T, t, b);
%!     assert (isequal (q, p) && isequal (t, s));
%!     assert ([one(1), two(1), one(2) + two(2), two(3)], [k, 5 - k, 50, whole(3)]);
%!   endfor
%! endfor
%!test # a slice ends with its time, after one step at least
%! net = larger (){1};
%! [p, spec] = parts (net);
%! [~, ~, progress] = __ae_train__ (p, spec, 30, rand (30, 100, "single"), single ([]), 0 * p, options ("seconds", 0));
%! assert (progress(1:2), [1 8]);

%!test # inference: what predictions give, no gradient, nothing drawn or normalised by the data
%! rand ("state", 18);
%! for net = nets ()'
%!   X = samples (net{1}, 33);  T = targets (net{1}, 33);
%!   [p, spec] = parts (net{1});
%!   Y = __ae_forward__ (p, spec, net{1}.input_size, X, 2, 1);
%!   assert (__ae_objective__ (p, spec, net{1}.input_size, X, T, options ("inference", 1)), mean ((Y - T)(:) .^ 2), 1e-14);
%! endfor

## ---- numbers that are none ----
%!test # a loss that is not finite stops before the weights change
%! net = larger (){1};
%! [p, spec] = parts (net);
%! X = rand (30, 20, "single");
%! X(3,12) = NaN;
%! o = options ("shuffle", 0);
%! [q, s, progress] = __ae_train__ (p, spec, 30, X, single ([]), 0 * p, o);
%! assert (progress([1 2 4]), [1 8 1]);
%! assert (isnan (progress(5)));
%! [one, t, ~] = __ae_train__ (p, spec, 30, X, single ([]), 0 * p, setfield (o, "max_steps", 1));
%! assert (isequal (q, one) && isequal (s, t));
%! p(7) = Inf;
%! [q, ~, progress] = __ae_train__ (p, spec, 30, X, single ([]), 0 * p, o);
%! assert (q, p);
%! assert (progress([1 4]), [0 1]);

## ---- refused ----
%!shared net, p, spec, X, o
%! net = ae_dense (3, 2, "Seed", 1);
%! p = call_private ("net_pack", net.layers);
%! spec = call_private ("layer_spec", net.layers);
%! X = rand (3, 4, "single");
%! o = struct ("batch", 8, "seed", 5, "epoch", 1, "shuffle", 1, "steps", 0, "rate", 1e-3, "decay", 0.9, ...
%!             "momentum", 0.9, "beta1", 0.9, "beta2", 0.999, "epsilon", 1e-7, "l1", 0, "l2", 0, ...
%!             "clip_norm", 0, "clip_value", 0, "threads", 2, "first", 0, "max_steps", 1e9, ...
%!             "seconds", 1e6, "loss_sum", 0, "inference", 0, "loss", "mse", "optimizer", "rmsprop");
%!error <17 parameters and 17-by-1 state wanted, got 16 and 17-by-1>
%! [a, b, c] = __ae_train__ (p(1:16), spec, 3, X, single ([]), 0 * p, o);
%!error <17 parameters and 17-by-1 state wanted, got 17 and 16-by-1>
%! [a, b, c] = __ae_train__ (p, spec, 3, X, single ([]), 0 * p(1:16), o);
%!error <wants 3 outputs, got 1> a = __ae_train__ (p, spec, 3, X, single ([]), 0 * p, o);
%!error <inputs must be 3-by-n and targets 3-by-n, got 3-by-4 and 3-by-3>
%! [a, b, c] = __ae_train__ (p, spec, 3, X, X(:,1:3), 0 * p, o);
%!error <inputs must be 3-by-n and targets 3-by-n, got 2-by-4>
%! [a, b, c] = __ae_train__ (p, spec, 3, X(1:2,:), single ([]), 0 * p, o);
%!error <rate must be a double in> __ae_objective__ (p, spec, 3, X, X, setfield (o, "rate", -1));
%!error <batch must be a double in> __ae_objective__ (p, spec, 3, X, X, setfield (o, "batch", 0));
%!error <beta1 must be a double in> __ae_objective__ (p, spec, 3, X, X, rmfield (o, "beta1"));
%!error <unknown loss or optimizer> __ae_objective__ (p, spec, 3, X, X, setfield (o, "loss", "hinge"));
%!error <unknown loss or optimizer> __ae_objective__ (p, spec, 3, X, X, setfield (o, "optimizer", 3));
%!error <the options must be one struct> __ae_objective__ (p, spec, 3, X, X, 3);
%!error <17 parameters wanted, got 3> __ae_objective__ (p(1:3), spec, 3, X, X, o);
%!error <X must be a real, full matrix of single, double or uint8, got class int8> __ae_objective__ (p, spec, 3, int8 (X), X, o);

## ---- real images ----
%!testif ; ! isempty (getenv ("AE_DATA")) # MNIST in the folder AE_DATA names: the lecture's first two losses
%! X = reshape (ae_load_mnist ("train"), 784, []);
%! if (columns (X) != 60000 || abs (mean (X(:)) - 0.1307) > 1e-3)
%!   printf ("AE_DATA is not MNIST: its losses are not checked\n");
%!   return;
%! endif
%! net = ae_dense (784, [100 20], "Activation", "relu", "Seed", 1);
%! [~, losses] = run (net, X, single ([]), options ("batch", 128), 2);
%! assert (losses(1), 0.039, 0.0025);
%! assert (losses(2), 0.028, 0.0025);
