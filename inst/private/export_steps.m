## [steps, in, out] = export_steps (fname, net)
##
## What a trained network computes, as a list of plain steps for other systems.
## A value is an image of [rows columns channels]; a vector is one of one pixel,
## a series one of one column.  in and out are the sizes of the whole.  Layers
## that pass their input on when a net is used make no step.  Step k makes value
## k; value 0 is what enters, the last one what leaves.  Each step has
##   op    the name of what is done
##   from  the values that it takes: one; two for "add" and "concat"
##   in, out   sizes; vector_in, vector_out: is it a vector there?
##   W, b  arrays, single
##   args  numbers by name that the op needs
##
## Errors: autoencoder:<fname>:model, :scaling (not learnt yet).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [steps, in, out] = export_steps (fname, net)
  persistent makers = struct ( ...
    "input", @nothing, "dropout", @nothing, "noise", @nothing, "sparsity", @nothing, ...
    "dense", @dense, "contractive", @dense, "conv1d", @convolution, "conv2d", @convolution, "conv2d_transpose", @transposed, ...
    "maxpool1d", @pooling, "maxpool2d", @pooling, "avgpool2d", @pooling, ...
    "upsample1d", @upsampling, "upsample2d", @upsampling, "crop2d", @margins, "zeropad2d", @margins, ...
    "flatten", @reshaping, "reshape", @reshaping, "batchnorm", @batchnorm, "groupnorm", @groupnorm, ...
    "activation", @nothing, "prelu", @prelu, "sampling", @sampling, "add", @joining, "concat", @joining);
  if (! (isstruct (net) && isscalar (net) && isfield (net, "kind") && strcmp (net.kind, "network")))
    error (["autoencoder:" fname ":model"], "%s: net must be a network, got %s", fname, text_describe (net));
  endif
  model_check (fname, net);
  in = three (net.input_size);
  out = three (net.layers(end).output_size);
  steps = behind ([], scaling_in (fname, net), 0);
  made = [numel(steps), zeros(1, numel (net.layers))]; # the value of the input, of each layer
  sources = net_sources (net.layers);
  for i = 1:numel (net.layers)
    layer = net.layers(i);
    layer.parts = {net.layers(max (sources{i}, 1)).output_size};
    [steps, made(i+1)] = behind (steps, [makers.(layer.type)(layer), activation_of(layer)], made(sources{i} + 1));
  endfor
  steps = behind (steps(1:made(end)), scaling_out (net, out), made(end));
endfunction

## Steps one behind the other, the first of which takes value from(1); those that
## join take the next of from as well.  last is the value that comes out.
function [steps, last] = behind (steps, more, from)
  last = from(1);
  for step = more
    step.from = last;
    if (any (strcmp (step.op, {"add", "concat"})))
      step.from(2) = from(2);
      from(2) = [];
    endif
    steps = [steps, step];
    last = numel (steps);
  endfor
endfunction

## [rows columns channels] of a vector, a series or an image
function size3 = three (size_of)
  switch (numel (size_of))
    case 1
      size3 = [1 1 size_of];
    case 2
      size3 = [size_of(1) 1 size_of(2)];
    otherwise
      size3 = size_of;
  endswitch
endfunction

function step = new_step (op, layer, W = [], b = [], args = struct ())
  step = struct ("op", op, "from", 0, "in", three (layer.input_size), "out", three (layer.output_size), ...
                 "vector_in", isscalar (layer.input_size), "vector_out", isscalar (layer.output_size), ...
                 "W", single (W), "b", single (b), "args", args);
endfunction

function steps = nothing (layer)
  steps = [];
endfunction

## The activation of a layer, behind it.
function steps = activation_of (layer)
  steps = [];
  name = struct_get (layer, "activation", "linear");
  if (! isempty (name) && ! strcmp (name, "linear"))
    layer.input_size = layer.output_size;
    steps = new_step (name, layer, [], [], struct ("alpha", struct_get (layer, "alpha", 0)));
  endif
endfunction

function steps = dense (layer)
  steps = new_step ("dense", layer, layer.W, layer.b);
  ## Whatever its shape, the input is a column of numbers here.
  steps.in = [1 1 prod(steps.in)];
  if (! steps.vector_in)
    flat = layer;
    flat.output_size = prod (layer.input_size);
    steps.vector_in = true;
    steps = [new_step("reshape", flat), steps];
  endif
endfunction

## Padding of windows along rows and columns: [top left bottom right].
function pad = window_padding (step, window, stride, padding)
  pad = [0 0 0 0];
  if (strcmp (padding, "same"))
    total = max ((step.out(1:2) - 1) .* stride + window - step.in(1:2), 0);
    pad = [floor(total / 2), total - floor(total / 2)];
  endif
endfunction

function pair = two (values)
  pair = values(:)';
  if (isscalar (pair))
    pair = [pair 1]; # along the times of a series
  endif
endfunction

function steps = convolution (layer)
  kernel = two (layer.kernel);
  steps = new_step ("conv", layer, [], layer.b);
  steps.W = single (reshape (layer.W, [kernel, steps.in(3), steps.out(3)]));
  stride = two (layer.stride);
  steps.args = struct ("kernel", kernel, "stride", stride, ...
                       "pad", window_padding (steps, kernel, stride, layer.padding));
endfunction

function steps = transposed (layer)
  steps = new_step ("conv_transpose", layer, [], layer.b);
  kernel = two (layer.kernel);
  stride = two (layer.stride);
  steps.W = single (reshape (layer.W, [kernel, steps.in(3), steps.out(3)]));
  excess = (steps.in(1:2) - 1) .* stride + kernel - steps.out(1:2);
  cut = max (excess, 0);
  steps.args = struct ("kernel", kernel, "stride", stride, "pad", [floor(cut / 2), cut - floor(cut / 2)], ...
                       "more", max (-excess, 0));
endfunction

function steps = pooling (layer)
  pool = two (layer.pool);
  stride = struct_get (layer, "stride", []);
  if (isempty (stride))
    stride = pool;
  endif
  stride = two (stride);
  steps = new_step (layer.type(1:7), layer);
  steps.args = struct ("kernel", pool, "stride", stride, "pad", window_padding (steps, pool, stride, layer.padding));
endfunction

function steps = upsampling (layer)
  steps = new_step (["upsample_" layer.interpolation], layer, [], [], struct ("factor", two (layer.factor)));
endfunction

## margins are [top bottom left right]
function steps = margins (layer)
  m = layer.margins(:)';
  if (isscalar (m))
    m = [m m m m];
  elseif (numel (m) == 2)
    m = m([1 1 2 2]);
  endif
  steps = new_step (layer.type(1:end-2), layer, [], [], struct ("margins", m));
endfunction

function steps = reshaping (layer)
  steps = new_step ("reshape", layer);
endfunction

function steps = batchnorm (layer)
  scale = double (layer.W(:)) ./ sqrt (double (layer.variance(:)) + layer.epsilon);
  steps = new_step ("affine", layer, scale, double (layer.b(:)) - double (layer.mean(:)) .* scale);
endfunction

function steps = groupnorm (layer)
  steps = [new_step("groupnorm", layer, [], [], struct ("groups", layer.groups, "epsilon", layer.epsilon)), ...
           new_step("affine", layer, layer.W(:), layer.b(:))];
endfunction

function steps = prelu (layer)
  steps = new_step ("prelu", layer, layer.slope(:));
endfunction

## In use the code is the means, which are the first numbers.
function steps = sampling (layer)
  steps = new_step ("first", layer);
endfunction

## Two at a time.
function steps = joining (layer)
  steps = [];
  at = struct ("input_size", layer.parts{1});
  for k = 2:numel (layer.parts)
    at.output_size = at.input_size;
    if (strcmp (layer.type, "concat"))
      at.output_size(end) += layer.parts{k}(end);
    endif
    steps = [steps, new_step(layer.type, at)];
    at.input_size = at.output_size;
  endfor
endfunction

## Samples enter scaled: (x - offset) ./ factor, missing ones as the centre.
function steps = scaling_in (fname, net)
  steps = [];
  matrix = scale_in (net);
  if (isempty (matrix) && ! (isfield (net, "scaling") && net.scaling.input))
    return;
  endif
  scale_require (fname, net);
  at = struct ("input_size", net.input_size, "output_size", net.input_size);
  if (columns (matrix) == 3)
    steps = new_step ("fill", at, matrix(:,3));
  endif
  steps = [steps, new_step("standardize", at, matrix(:,1), matrix(:,2))];
endfunction

function steps = scaling_out (net, out)
  steps = [];
  matrix = scale_out (net);
  if (! isempty (matrix))
    at = struct ("input_size", net.layers(end).output_size, "output_size", net.layers(end).output_size);
    steps = new_step ("restore", at, matrix(:,1), matrix(:,2));
  endif
endfunction
