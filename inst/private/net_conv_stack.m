## [layers, opt] = net_conv_stack (fname, input_size, filters, args, more)
##
## Checks and layers of ae_conv, for whoever builds on them.  args are the
## options given, more further rows for arg_options; opt is what came out.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [layers, opt] = net_conv_stack (fname, input_size, filters, args, more)
  if (numel (input_size) != 3)
    error (["autoencoder:" fname ":size"], ...
           "%s: the input size must be [h w c], got %s; ae_dense builds nets for vectors", fname, mat2str (input_size));
  endif
  filters = arg_counts (fname, "filters", filters);
  names = arg_choices ("activation");
  opt = arg_options (fname, args, [more; {
    "Kernel", [3 3], "pair";
    "Pool", [2 2], "pair";
    "Activation", "relu", names;
    "OutputActivation", "", names;
    "Initializer", "glorot", arg_choices("initializer");
    "Interpolation", "nearest", {"nearest", "bilinear"};
    "Seed", [], "whole >= 0?";
    "Precision", "single", {"single", "double"}}; scale_options()]);
  opt = scale_output (opt);
  opt.Kernel = opt.Kernel(:)' .* [1 1];
  opt.Pool = opt.Pool(:)' .* [1 1];
  layers = [encoder(filters, opt), decoder(input_size, filters, opt)];
endfunction

function layers = encoder (filters, opt)
  layers = {};
  for i = 1:numel (filters)
    name = {"Name", "code"}(i == numel (filters), :);
    layers{end+1} = conv (filters(i), opt.Activation, "same", opt);
    layers{end+1} = layer_make ("maxpool2d", opt.Pool, "Padding", "same", name{:});
  endfor
endfunction

function layers = decoder (input_size, filters, opt)
  k = numel (filters);
  [crop, padding] = plan_sizes (input_size(1:2), k, opt.Pool, opt.Kernel);
  outputs = [input_size(3), filters];
  activation = repmat ({opt.Activation}, 1, k);
  activation{1} = struct_get (opt, "OutputActivation", opt.Activation);
  layers = {conv(filters(k), opt.Activation, "same", opt)};
  for i = k:-1:1
    layers{end+1} = layer_make ("upsample2d", opt.Pool, "Interpolation", opt.Interpolation);
    if (any (crop(i,:)))
      layers{end+1} = layer_make ("crop2d", [0, crop(i,1), 0, crop(i,2)]);
    endif
    layers{end+1} = conv (outputs(i), activation{i}, padding{i}, opt);
  endfor
endfunction

function layer = conv (filters, activation, padding, opt)
  layer = layer_make ("conv2d", filters, opt.Kernel, activation, "Padding", padding, ...
                      "Initializer", opt.Initializer);
endfunction

## Upsampling takes level i to a size that can be too large for level i - 1,
## since pooling covered an odd edge.  A convolution takes that off by "valid"
## padding when what is too much is just what its kernel takes, here or (the
## excess grows on the way up) further on; otherwise the edge that pooling had
## added is cropped: below and to the right.
function [crop, padding] = plan_sizes (size1, k, pool, kernel)
  sizes = zeros (k + 1, 2);
  sizes(1,:) = size1;
  for i = 1:k
    sizes(i+1,:) = ceil (sizes(i,:) ./ pool);
  endfor
  crop = zeros (k, 2);
  padding = repmat ({"same"}, 1, k);
  excess = [0 0];
  for i = k:-1:1
    excess = pool .* (sizes(i+1,:) + excess) - sizes(i,:);
    if (any (excess) && isequal (excess, kernel - 1))
      padding{i} = "valid";
      excess = [0 0];
    elseif (any (excess) && ! comes_out (sizes(1:i,:), excess, pool, kernel))
      crop(i,:) = excess;
      excess = [0 0];
    endif
  endfor
endfunction

## Does this excess grow to just what a kernel takes?  sizes end with the level
## where it is.
function yes = comes_out (sizes, excess, pool, kernel)
  yes = false;
  for i = rows (sizes)-1:-1:1
    excess = pool .* (sizes(i+1,:) + excess) - sizes(i,:);
    yes = isequal (excess, kernel - 1);
    if (yes || any (excess > kernel - 1))
      return;
    endif
  endfor
endfunction
