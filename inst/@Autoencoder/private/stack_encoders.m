## [net, decoders] = stack_encoders (nets, soft)
##
## One network of the encoders of several autoencoders and of the network soft
## ([]: none), and a cell of the decoders, the first autoencoder's first.  Where
## an inner autoencoder scales its input, W ((z - offset) ./ factor) + b is
## written as one affine map.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [net, decoders] = stack_encoders (nets, soft)
  layers = {};
  d = prod (nets{1}.input_size);
  before = d;
  for i = 1:numel (nets)
    l = nets{i}.layers(2);
    if (columns (l.W) != before)
      error ("autoencoder:stack:size", "stack: autoencoder %d takes %d inputs, but the codes of the one before have %d units", ...
             i, columns (l.W), before);
    endif
    layers{end+1} = l;
    if (i > 1)
      layers{end} = without_scaling (l, nets{i});
    endif
    before = rows (l.W);
    decoders{i} = ae_decoder (nets{i});
  endfor
  if (! isempty (soft))
    layers = [layers, num2cell(soft.layers(2:end))];
    if (columns (layers{numel (nets) + 1}.W) != before)
      error ("autoencoder:stack:size", "stack: the softmax layer takes %d inputs, but the codes of the last autoencoder have %d units", ...
             columns (layers{numel (nets) + 1}.W), before);
    endif
  endif
  net = dense_net (d, layers, numel (nets));
  if (isfield (nets{1}, "scaling"))
    encoder = ae_encoder (nets{1});
    net.scaling = encoder.scaling;
    net.missing = encoder.missing;
  endif
endfunction

function l = without_scaling (l, net)
  if (isfield (net, "scaling") && ! isempty (net.scaling.offset))
    s = net.scaling;
    l.b = l.b - l.W * (s.offset ./ s.factor);
    l.W = l.W ./ s.factor';
  endif
endfunction

## Dense layers one after the other; the code is that of the last encoder.
function net = dense_net (d, layers, code)
  list = cell (1, numel (layers));
  for i = 1:numel (layers)
    name = sprintf ("layer_%d", i);
    if (i == code)
      name = "code";
    endif
    list{i} = ae_layer ("dense", rows (layers{i}.W), layers{i}.activation, "Name", name);
  endfor
  net = ae_network (d, list, "Precision", "double", "Seed", 0);
  for i = 1:numel (layers)
    net.layers(i+1).W = double (layers{i}.W);
    net.layers(i+1).b = double (layers{i}.b);
  endfor
endfunction
