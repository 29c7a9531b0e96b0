## [layers, state, losses] = ref_train (layers, X, T, state, o)
##
## One epoch of training, composed from the functions of single layers.  layers:
## net.layers; X: d-by-n and T: m-by-n double (T empty: X); state: [] or what
## the epoch before gave back; o: the options of __ae_train__.  losses: that of
## each minibatch before its step.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [layers, state, losses] = ref_train (layers, X, T, state, o)
  n = columns (X);
  order = 1:n;
  if (o.shuffle)
    order = __ae_permutation__ (o.seed, o.epoch, 2, n);
  endif
  if (isempty (T))
    T = X;
  endif
  losses = [];
  for start = 1:o.batch:n
    samples = order(start:min (start + o.batch - 1, n));
    [losses(end+1), layers, gradient] = one_pass (layers, X(:,samples), T(:,samples), samples, o);
    [layers, state] = one_step (layers, gradient, state, o);
  endfor
endfunction

## Mean loss with the penalties; a cell {dW, db} a layer; moving moments moved.
function [loss, layers, gradient] = one_pass (layers, X, T, samples, o)
  L = numel (layers);
  Y = Z = cell (1, L); # Z: in front of the activation
  before = layers;
  for i = 1:L
    [Y{i}, layers(i), Z{i}] = forward (layers(i), X, i - 1, samples, o);
    X = Y{i};
  endfor
  [loss, dY] = ae_loss (reshape (Y{L}, size (T)), T, o.loss);
  gradient = cell (L, 2);
  for i = L:-1:2
    [dY, gradient{i,:}] = backward (before(i), Y{i-1}, Z{i}, Y{i}, reshape (dY, size (Y{i})), i - 1, samples, o);
  endfor
  gradient = untie (layers, gradient);
  for i = find (has_weights (before))
    W = before(i).W(:);
    loss += o.l2 * sum (W .^ 2) + o.l1 * sum (abs (W));
    gradient{i,1} += 2 * o.l2 * before(i).W + o.l1 * sign (before(i).W);
  endfor
endfunction

## Layers whose W the optimizer changes and the penalties act on.
function yes = has_weights (layers)
  yes = false (1, numel (layers));
  for i = 1:numel (layers)
    yes(i) = ! isempty (layers(i).W) && layers(i).trainable && isempty (tied_to (layers, i)) ...
             && ! strcmp (layers(i).type, "batchnorm");
  endfor
endfunction

function k = tied_to (layers, i)
  k = [];
  if (! isempty (field_of (layers(i), "tied")))
    k = find (strcmp (layers(i).tied, {layers.name}));
  endif
endfunction

function v = field_of (layer, name)
  v = [];
  if (isfield (layer, name))
    v = layer.(name);
  endif
endfunction

function X = shaped (X, dims)
  X = reshape (X, [dims, numel(X) / prod(dims)]);
endfunction

function [Y, l, Z] = forward (l, X, index, samples, o)
  X = shaped (X, l.input_size);
  switch (l.type)
    case {"input", "flatten", "reshape"}
      Y = shaped (X, l.output_size);
    case "dense"
      Y = ae_dense_forward (shaped (X, prod (l.input_size)), l.W, l.b);
    case "conv2d"
      Y = ae_conv2d_forward (X, l.W, l.b, l.padding, l.stride);
    case "conv2d_transpose"
      Y = ae_conv2d_transpose_forward (X, l.W, l.b, l.padding, l.stride);
    case "maxpool2d"
      Y = ae_maxpool2d_forward (X, l.pool, l.padding, l.stride);
    case "avgpool2d"
      Y = ae_avgpool2d_forward (X, l.pool, l.padding, l.stride);
    case "upsample2d"
      Y = ae_upsample2d_forward (X, l.factor, l.interpolation);
    case "crop2d"
      Y = ae_crop2d_forward (X, l.margins);
    case "zeropad2d"
      Y = ae_zeropad2d_forward (X, l.margins);
    case "activation"
      Y = X;
    case "dropout"
      Y = X .* shaped (kept (l, index, samples, o), l.input_size);
    case "noise"
      Y = shaped (noisy (l, X, index, samples, o), l.input_size);
    case "batchnorm"
      [Y, moments] = ae_batchnorm_forward (X, l.W, l.b, [l.mean, l.variance], "Training", l.trainable, ...
                                           "Epsilon", l.epsilon, "Momentum", l.momentum);
      l.mean = moments(:,1);
      l.variance = moments(:,2);
  endswitch
  Z = Y;
  if (! isempty (field_of (l, "activation")))
    Y = ae_activation_forward (Y, l.activation, l.alpha);
  endif
endfunction

function [dX, dW, db] = backward (l, X, Z, Y, dY, index, samples, o)
  dims = size (X);
  X = shaped (X, l.input_size);
  dW = db = [];
  if (! isempty (field_of (l, "activation")))
    dY = ae_activation_backward (Y, dY, l.activation, l.alpha, Z);
  endif
  switch (l.type)
    case {"flatten", "reshape", "activation"}
      dX = dY;
    case "dense"
      [dX, dW, db] = ae_dense_backward (shaped (X, prod (l.input_size)), l.W, dY);
    case "conv2d"
      [dX, dW, db] = ae_conv2d_backward (X, l.W, dY, l.padding, l.stride);
    case "conv2d_transpose"
      [dX, dW, db] = ae_conv2d_transpose_backward (X, l.W, dY, l.padding, l.stride);
    case "maxpool2d"
      [~, idx] = ae_maxpool2d_forward (X, l.pool, l.padding, l.stride);
      dX = ae_maxpool2d_backward (dY, idx, size (X));
    case "avgpool2d"
      dX = ae_avgpool2d_backward (dY, size (X), l.pool, l.padding, l.stride);
    case "upsample2d"
      dX = ae_upsample2d_backward (dY, l.factor, l.interpolation);
    case "crop2d"
      dX = ae_crop2d_backward (dY, l.margins);
    case "zeropad2d"
      dX = ae_zeropad2d_backward (dY, l.margins);
    case "dropout"
      dX = dY .* shaped (kept (l, index, samples, o), l.input_size);
    case "noise"
      [~, dX] = noisy (l, X, index, samples, o, dY);
    case "batchnorm"
      [dX, dW, db] = ae_batchnorm_backward (X, l.W, dY, [l.mean, l.variance], "Training", l.trainable, ...
                                            "Epsilon", l.epsilon, "Momentum", l.momentum);
  endswitch
  dX = reshape (dX, dims);
endfunction

## What dropout multiplies with; frozen layers let everything through.
function k = kept (l, index, samples, o)
  d = prod (l.input_size);
  k = ones (d, numel (samples));
  if (l.trainable)
    u = ref_bits (4, o.seed, o.epoch, index, d, max (samples))(:,samples);
    k = (u >= round (l.rate * 2^32)) / (1 - l.rate);
  endif
endfunction

## The reference draws for samples 1, 2, ...: each stands at its own place.
function [Y, dX] = noisy (l, X, index, samples, o, dY)
  d = prod (l.input_size);
  all_X = all_dY = zeros (d, max (samples));
  all_X(:,samples) = shaped (X, d);
  if (nargin > 5)
    all_dY(:,samples) = shaped (dY, d);
  endif
  if (l.trainable)
    [all_X, all_dY] = ref_noise (all_X, l.kind, l.rate, l.clip, o.seed, o.epoch, index, all_dY);
  endif
  Y = all_X(:,samples);
  dX = all_dY(:,samples);
endfunction

## A tied layer's gradient belongs to the layer that it borrows from.
function gradient = untie (layers, gradient)
  for i = 1:numel (layers)
    k = tied_to (layers, i);
    if (! isempty (k))
      gradient{k,1} += gradient{i,1}';
      gradient{i,1} = [];
    endif
  endfor
endfunction

## Clipping and the optimizer, on all that it changes as one column.
function [layers, state] = one_step (layers, gradient, state, o)
  fields = {"W", "b"};
  p = g = zeros (0, 1);
  places = zeros (0, 2);
  for i = find ([layers.trainable])
    for f = 1:2
      if (! isempty (gradient{i,f}))
        places(end+1,:) = [i f];
        p = [p; layers(i).(fields{f})(:)];
        g = [g; gradient{i,f}(:)];
      endif
    endfor
  endfor
  if (o.clip_value > 0)
    g = max (min (g, o.clip_value), -o.clip_value);
  endif
  if (o.clip_norm > 0 && norm (g) > o.clip_norm)
    g *= o.clip_norm / norm (g);
  endif
  options = struct ("Optimizer", o.optimizer, "LearnRate", o.rate, "Momentum", o.momentum, "Decay", o.decay, ...
                    "WeightDecay", o.decay, "Beta1", o.beta1, "Beta2", o.beta2, "Epsilon", o.epsilon);
  [p, state] = ae_optimizer_step (p, g, state, options);
  for k = 1:rows (places)
    field = fields{places(k,2)};
    value = layers(places(k,1)).(field);
    layers(places(k,1)).(field) = reshape (p(1:numel (value)), size (value));
    p(1:numel (value)) = [];
  endfor
  for i = 1:numel (layers)
    k = tied_to (layers, i);
    if (! isempty (k))
      layers(i).W = layers(k).W';
    endif
  endfor
endfunction
