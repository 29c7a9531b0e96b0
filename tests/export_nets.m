## nets = export_nets ()
##
## Networks that together have every layer type, activation, padding and scaling
## that can be exported, with weights that are not trivial; and the samples that
## they are tried on, samples last.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function nets = export_nets ()
  vectors = numbers (12, 7);
  images = reshape (numbers (8 * 6 * 3, 5), 8, 6, 3, 5);
  series = reshape (numbers (11 * 2, 4), 11, 2, 4);
  nets = struct ("name", {}, "net", {}, "X", {});
  kinds = {"linear", "relu", "leakyrelu", "elu", "sigmoid", "tanh", "softplus", "satlin", "gelu", "swish", "softmax"};
  for kind = kinds
    nets(end+1) = entry (kind{1}, ae_network (12, {ae_layer("dense", 9, kind{1}), ae_layer("batchnorm"), ...
                         ae_layer("dense", 4, "Name", "code"), ae_layer("groupnorm", "Groups", 2), ...
                         ae_layer("prelu"), ae_layer("dense", 12)}), vectors);
  endfor
  nets(end+1) = entry ("images", ae_network ([8 6 3], { ...
    ae_layer("noise", "gaussian", 0.1), ae_layer("conv2d", 4, [3 2], "elu", "Padding", "same"), ae_layer("batchnorm"), ...
    ae_layer("maxpool2d", [2 2], "Padding", "same"), ae_layer("conv2d", 6, [3 3], "softmax", "Padding", "same", "Stride", [2 1]), ...
    ae_layer("groupnorm", "Groups", 3), ae_layer("prelu"), ae_layer("upsample2d", [2 2]), ...
    ae_layer("zeropad2d", [1 0 2 1]), ae_layer("avgpool2d", [2 3], "Padding", "same", "Stride", [1 2]), ...
    ae_layer("crop2d", [1 0 0 1]), ae_layer("upsample2d", [2 3], "Interpolation", "bilinear"), ...
    ae_layer("flatten"), ae_layer("dropout", 0.2), ae_layer("dense", 5, "Name", "code"), ae_layer("dense", 48, "tanh"), ...
    ae_layer("reshape", [4 6 2]), ae_layer("conv2d_transpose", 3, [3 3], "Stride", [2 1], "Padding", "same")}), images);
  nets(end+1) = entry ("transposed", ae_network ([4 3 2], { ...
    ae_layer("conv2d_transpose", 3, [2 3], "relu", "Stride", [3 2]), ae_layer("conv2d", 2, [2 2], "Stride", [2 2]), ...
    ae_layer("avgpool2d", [2 2])}), images(1:4,1:3,1:2,:));
  nets(end+1) = entry ("series", ae_network ([11 2], {ae_layer("conv1d", 3, 4, "relu", "Padding", "same", "Stride", 2), ...
    ae_layer("maxpool1d", 2), ae_layer("upsample1d", 2), ae_layer("upsample1d", 2, "Interpolation", "bilinear"), ...
    ae_layer("conv1d", 2, 2)}), series);
  nets(end+1) = entry ("sampling", ae_network (12, {ae_layer("dense", 6), ae_layer("sampling"), ...
                                                    ae_layer("dense", 12, "sigmoid")}), vectors);
  nets(end+1) = struct ("name", "means", "net", ae_encoder (nets(end).net), "X", vectors);
  nets(end+1) = with_scaling ("scaled", ae_dense (12, [5 2], "Activation", "tanh", "Scale", "zscore", "Missing", "mask"), ...
                              100 + 20 * vectors);
  nets(end).X(3,2) = NaN;
  nets(end+1) = with_scaling ("scaled images", ae_conv ([8 6 3], 4, "Scale", "minmax"), images);
  encoder = struct ("name", "encoder", "net", ae_encoder (nets(end-1).net), "X", nets(end-1).X);
  nets(end+1) = encoder;
  nets(end+1) = skipping_images (images);
  nets(end+1) = struct ("name", "half of images that skip", "net", ae_encoder (nets(end).net), "X", images);
  nets(end+1) = skipping_vectors (vectors);
  nets(end+1) = skipping_series (series);
  nets(end+1) = entry ("contractive", ae_network (12, {ae_layer("contractive", 5, 0.1, "tanh"), ...
                                                       ae_layer("dense", 12, "sigmoid")}), vectors);
endfunction

## Three join at once, a value is used twice, and one is the input itself.
function one = skipping_images (X)
  x = ae_input ([8 6 3]);
  a = ae_layer (x, "conv2d", 3, [3 3], "relu", "Padding", "same", "Name", "a");
  b = ae_layer (ae_layer (a, "dropout", 0.2), "conv2d", 3, [3 3], "tanh", "Padding", "same");
  sum = ae_layer ({x, a, b}, "add", "Name", "sum");
  small = ae_layer (sum, "maxpool2d", [2 2]);
  code = ae_layer (small, "conv2d", 2, [3 3], "Padding", "same", "Name", "code");
  wide = ae_layer (code, "upsample2d", [2 2]);
  all = ae_layer ({wide, sum, a}, "concat");
  one = entry ("images that skip", ae_network (x, ae_layer (all, "conv2d", 3, [1 1], "sigmoid")), X);
endfunction

## The last layers change nothing, and the net ends with what joins.
function one = skipping_vectors (X)
  x = ae_input (12);
  a = ae_layer (x, "dense", 6, "elu");
  b = ae_layer (ae_layer (ae_layer (a, "dense", 6, "Name", "code"), "activation", "tanh"), "sparsity");
  c = ae_layer ({b, a}, "add");
  one = entry ("vectors that skip", ae_network (x, ae_layer (ae_layer ({a, c, b}, "concat"), "dropout", 0.1)), X);
endfunction

function one = skipping_series (X)
  x = ae_input ([11 2]);
  a = ae_layer (x, "conv1d", 3, 3, "Padding", "same");
  b = ae_layer ({a, x}, "concat");
  c = ae_layer (b, "conv1d", 5, 3, "gelu", "Padding", "same", "Name", "code");
  one = with_scaling ("series that skip", ae_network (x, ae_layer (ae_layer ({b, c}, "add"), "conv1d", 2, 1), ...
                                                     "Scale", "zscore"), X);
endfunction

## The scaling's numbers are given, so that they are the same to the last bit.
function one = with_scaling (name, net, X)
  net = ae_fit (net, X, "Epochs", 0, "Verbose", 0);
  d = numel (net.scaling.offset);
  net.scaling.offset(:) = min (double (X(:))) + 0.25 * double (numbers (d, 1));
  net.scaling.factor(:) = max (double (X(:))) * (0.5 + double (numbers (d, 1)));
  net.scaling.center(:) = net.scaling.offset;
  one = entry (name, net, X);
endfunction

## Weights from -0.5 to 0.5, variances from 0.5 to 1.5.
function one = entry (name, net, X)
  for i = 1:numel (net.layers)
    for field = {"W", "b", "mean", "slope"}
      if (isfield (net.layers, field{1}) && ! isempty (net.layers(i).(field{1})))
        v = net.layers(i).(field{1});
        net.layers(i).(field{1}) = reshape (numbers (numel (v), 1)(:) - 0.5, size (v));
      endif
    endfor
    if (isfield (net.layers, "variance") && ! isempty (net.layers(i).variance))
      net.layers(i).variance(:) = 0.5 + numbers (numel (net.layers(i).variance), 1);
    endif
  endfor
  one = struct ("name", name, "net", net, "X", X);
endfunction

## Numbers in [0, 1) that look random and are the same everywhere.
function x = numbers (d, n)
  x = single (mod (reshape (1:d*n, d, n) * 0.6180339887, 1));
endfunction
