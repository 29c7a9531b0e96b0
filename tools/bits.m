## bits ()
##
## Trains small nets of every kind and prints a line for each: its name, the
## threads, and a hash of its weights and predictions after training (which the
## moving moments of batch normalisation enter).  The same lines before and
## after a change of the engine mean that no bit changed.  "Revive", which moves
## weights between steps, is not asked for.
## Only public functions are called, so that older versions can be asked too:
##
##   octave-cli --no-history --eval 'addpath tests tools; package_path (); bits ()'

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function bits ()
  cases = [engine_nets(); lecture_nets()];
  for i = 1:rows (cases)
    [name, net, options] = cases{i,:};
    [X, T] = samples (net, 100 + 50 * (prod (net.input_size) < 100));
    for threads = [1 2 4]
      trained = ae_fit (net, X, T, "Epochs", 2, "BatchSize", 37, "Seed", 5, "Verbose", 0, "Threads", threads, "Revive", false, ...
                        options{:});
      numbers = [double(ae_parameters (trained)); double(ae_predict (trained, X)(:))];
      printf ("%-26s %d %s\n", name, threads, hash ("md5", char (typecast (numbers', "uint8"))));
    endfor
  endfor
endfunction

function [X, T] = samples (net, n)
  cls = class (vertcat (net.layers.b));
  numbers = @(d) cast (0.1 + 0.8 * abs (sin (reshape (1:d*n, d, n) .^ 2)), cls);
  X = numbers (prod (net.input_size));
  T = numbers (prod (net.layers(end).output_size));
endfunction

function l = conv (filters, kernel, activation, varargin)
  l = ae_layer ("conv2d", filters, kernel, activation, "Padding", "same", varargin{:});
endfunction

function l = up (filters, kernel, activation, varargin)
  l = ae_layer ("conv2d_transpose", filters, kernel, activation, varargin{:});
endfunction

function l = pool (varargin)
  l = ae_layer ("maxpool2d", varargin{:}, "Padding", "same");
endfunction

## The nets of tests/engine.tst, in both precisions.
function cases = engine_nets ()
  twice = ae_layer ("upsample2d", 2);
  fixed = {"Trainable", false};
  nets = {
    "dense", 7, {ae_layer("dense", 5, "tanh"), ae_layer("dense", 3, "sigmoid"), ae_layer("dense", 7, "elu")}
    "dense, batchnorm", 6, {ae_layer("dense", 4), ae_layer("activation", "softplus"), ae_layer("batchnorm"), ...
                            ae_layer("dropout", 0.3), ae_layer("dense", 6, "leakyrelu")}
    "fused", [7 5 1], {conv(3, 3, "tanh"), pool(2), conv(2, 3, "elu"), twice, conv(3, [2 3], "sigmoid"), twice, ...
                       ae_layer("crop2d", [1 0 2 1]), conv(1, 3, "linear")}
    "strided", [6 7 2], {ae_layer("noise", "masking", 0.2), conv(3, [3 2], "softplus", "Stride", [2 3]), ...
                         ae_layer("batchnorm", "Momentum", 0.7), up(2, 3, "tanh", "Stride", 2, "Padding", "same"), ...
                         ae_layer("avgpool2d", [3 2], "Padding", "same"), ae_layer("dropout", 0.4), ...
                         ae_layer("upsample2d", [2 3], "Interpolation", "bilinear"), ae_layer("flatten"), ...
                         ae_layer("dense", 84, "sigmoid")}
    "vector to image", 12, {ae_layer("noise", "masking", 0.3), ae_layer("dense", 12, "tanh"), ae_layer("reshape", [3 2 2]), ...
                            up(3, [2 3], "linear", "Stride", [1 2]), ae_layer("zeropad2d", [1 0 2 1]), ...
                            ae_layer("maxpool2d", [3 2], "Stride", [2 1]), ...
                            ae_layer("noise", "saltpepper", 0.2), ae_layer("flatten"), ae_layer("dense", 12)}
    "gaussian", 5, {ae_layer("noise", "gaussian", 0.5), ae_layer("dense", 5, "tanh"), ...
                    ae_layer("noise", "gaussian", 0.1, "Clip", []), ae_layer("dense", 5)}
    "tied", 6, {ae_layer("dense", 4, "tanh", "Name", "a"), ae_layer("dense", 3, "tanh", "Name", "b"), ...
                ae_layer("dense", 4, "tanh", "Tied", "b"), ae_layer("dense", 6, "Tied", "a")}
    "tied behind images", [3 2 1], {conv(2, 2, "tanh"), ae_layer("flatten"), ae_layer("dense", 4, "Name", "a"), ...
                                    ae_layer("dense", 12, "Tied", "a")}
    "frozen", 6, {ae_layer("dense", 4, "tanh", fixed{:}), ae_layer("dense", 3, "tanh"), ae_layer("dense", 6, "linear", fixed{:})}
    "frozen images", [4 5 1], {conv(2, 3, "tanh", fixed{:}), ae_layer("batchnorm", fixed{:}), ...
                               ae_layer("dropout", 0.5, fixed{:}), ae_layer("noise", "masking", 0.5, fixed{:}), ...
                               conv(2, 3, "tanh"), ae_layer("batchnorm"), conv(1, 3, "tanh", fixed{:})}
    "larger dense", 30, {ae_layer("dense", 20, "relu"), ae_layer("dense", 4), ae_layer("dense", 30, "sigmoid")}
    "larger batchnorm", 30, {ae_layer("noise", "gaussian", 0.1), ae_layer("dense", 20, "relu"), ae_layer("batchnorm"), ...
                             ae_layer("dropout", 0.2), ae_layer("dense", 30)}
    "larger conv", [11 10 2], {ae_layer("noise", "masking", 0.1), conv(9, 3, "relu"), pool(2), conv(5, 3, "relu"), ...
                               pool(2), conv(8, 3, "relu"), ae_layer("dropout", 0.1), twice, conv(7, 3, "elu"), ...
                               ae_layer("batchnorm"), twice, conv(2, 3, "sigmoid"), ae_layer("crop2d", [1 0 2 0])}
    "torch fused", [7 6 1], {conv(4, 3, "relu"), pool(2), conv(3, 3, "elu"), twice, ...
                             ae_layer("conv2d", 2, 3, "leakyrelu"), ae_layer("upsample2d", [1 2]), ...
                             ae_layer("crop2d", [0 0 1 1]), ae_layer("zeropad2d", [1 0 0 0]), conv(1, [2 3], "sigmoid")}
    "torch strided", [9 8 2], {conv(4, [3 2], "tanh", "Stride", [2 3]), ae_layer("batchnorm", "Momentum", 0.9), ...
                               up(3, 3, "softplus", "Stride", 2, "Padding", "same"), ...
                               ae_layer("avgpool2d", [3 2], "Stride", 2, "Padding", "same"), ...
                               ae_layer("upsample2d", 2, "Interpolation", "bilinear"), ae_layer("flatten"), ...
                               ae_layer("dense", 7, "tanh"), ae_layer("batchnorm", "Momentum", 0.7), ...
                               ae_layer("dense", 5, "sigmoid")}
    "torch vector", 12, {ae_layer("dense", 12, "tanh"), ae_layer("reshape", [3 2 2]), ...
                         up(3, [2 3], "linear", "Stride", [1 2]), ae_layer("activation", "softplus"), ...
                         ae_layer("maxpool2d", [3 2], "Stride", [1 2]), ae_layer("avgpool2d", [1 2], "Stride", 1), ...
                         ae_layer("batchnorm", "Momentum", 0.5), ae_layer("flatten"), ae_layer("dense", 12)}};
  optimizers = {"rmsprop", "adam", "sgd", "momentum", "nesterov", "adamw", "nadam", "adagrad"};
  cases = cell (0, 3);
  for i = 1:rows (nets)
    options = {"Optimizer", optimizers{1 + mod(i - 1, numel (optimizers))}, "LearnRate", 0.01};
    for precision = {"single", "double"}
      net = ae_network (nets{i,2:3}, "Seed", 3, "Precision", precision{1});
      cases(end+1,:) = {[nets{i,1} ", " precision{1}], net, options};
    endfor
  endfor
  net = ae_network (nets{1,2:3}, "Seed", 3);
  images = ae_network (nets{4,2:3}, "Seed", 3);
  cases = [cases
           {"L1, L2, clipped", net, {"L1", 1e-3, "L2", 1e-2, "ClipNorm", 0.05, "ClipValue", 0.02}}
           {"L1, L2 on images", images, {"L1", 1e-3, "L2", 1e-2}}
           {"sparse code", net, {"SparsityWeight", 0.1, "CodeL1", 0.01}}
           {"lbfgs", net, {"Optimizer", "lbfgs"}}
           {"mae", net, {"Loss", "mae"}}
           {"bce", ae_network(6, {ae_layer("dense", 3, "tanh"), ae_layer("dense", 6, "sigmoid")}, "Seed", 3), {"Loss", "bce"}}];
endfunction

## The lecture's dense, convolutional and denoising nets.
function cases = lecture_nets ()
  cases = {"lecture dense", ae_dense(784, [100 20], "Seed", 1), {}
           "lecture conv", ae_conv([28 28 1], [8 4 4], "Seed", 1), {}
           "lecture denoising", ae_denoising([28 28 1], [32 32], "Seed", 1, "Noise", 0.5), {}};
endfunction
