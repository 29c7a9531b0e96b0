## [nodes, tensors] = export_onnx_graph (steps, shape_in, shape_out)
##
## The steps of a net as nodes and constants of an ONNX graph (operators of opset
## 17), each a message ready to be written.  Images have the shape (n, channels,
## rows, columns), vectors (n, d); "input" is what enters, "output" what leaves.
## Numbers of our images run along rows first, ONNX's along columns first, which
## only a change of shape has to mind.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [nodes, tensors] = export_onnx_graph (steps, shape_in, shape_out)
  persistent makers = struct ( ...
    "dense", @dense, "conv", @convolution, "conv_transpose", @transposed, ...
    "maxpool", @pooling, "avgpool", @pooling, "upsample_nearest", @resize, "upsample_bilinear", @resize, ...
    "crop", @crop, "zeropad", @pad, "reshape", @reshaping, "affine", @affine, "groupnorm", @groupnorm, ...
    "prelu", @prelu, "first", @first, "fill", @fill, "standardize", @standardize, "restore", @restore, ...
    "add", @add, "concat", @concat, "relu", @plain, "sigmoid", @plain, "tanh", @plain, "softplus", @plain, "leakyrelu", @plain, "elu", @plain, ...
    "softmax", @softmax, "satlin", @satlin, "gelu", @gelu, "swish", @swish);
  g = struct ("nodes", {{}}, "tensors", {{}}, "value", "input", "other", "", "count", 0);
  if (numel (shape_in) == 3) # a series: one column
    g = reshape_to (g, [0 shape_in(2:3) 1]);
  endif
  values = {g.value};
  for step = steps
    [g.value, g.other] = values{step.from([1 end]) + 1};
    g = makers.(step.op) (g, step);
    values{end+1} = g.value;
  endfor
  if (numel (shape_out) == 3)
    g = reshape_to (g, [0 shape_out(2:3)]);
  endif
  g = node (g, "Identity", {g.value}, {}, "output");
  nodes = g.nodes;
  tensors = g.tensors;
endfunction

## A node whose first output is the value from now on; attributes are rows
## {name, "int" | "ints" | "float" | "text", value}.
function g = node (g, op, inputs, attributes = {}, output = "")
  g.count++;
  if (isempty (output))
    output = sprintf ("v%d", g.count);
  endif
  messages = cell (1, rows (attributes));
  for i = 1:rows (attributes)
    messages{i} = attribute (attributes{i,:});
  endfor
  g.nodes{end+1} = export_protobuf ({1, "text", inputs; 2, "text", output; 3, "text", sprintf("%s_%d", op, g.count); ...
                                     4, "text", op; 5, "message", messages});
  g.value = output;
endfunction

function bytes = attribute (name, kind, value)
  fields = struct ("float", {{2, "float", 1}}, "int", {{3, "int", 2}}, "text", {{4, "text", 3}}, "ints", {{8, "int", 7}});
  [number, wire, type] = fields.(kind){:};
  bytes = export_protobuf ({1, "text", name; number, wire, value; 20, "int", type});
endfunction

## A constant of that row-major shape; data as it lies in memory.
function [g, name] = constant (g, data, shape)
  name = sprintf ("c%d", numel (g.tensors) + 1);
  type = 1;
  if (isa (data, "int64"))
    type = 7;
  endif
  raw = data(:)';
  if (typecast (uint8 ([1 0]), "uint16") != 1)
    raw = swapbytes (raw);
  endif
  g.tensors{end+1} = export_protobuf ({1, "int", shape; 2, "int", type; 8, "text", name; ...
                                       9, "text", typecast(raw, "uint8")});
endfunction

function [g, name] = integers (g, values)
  [g, name] = constant (g, int64 (values), numel (values));
endfunction

function g = reshape_to (g, shape)
  [g, name] = integers (g, shape);
  g = node (g, "Reshape", {g.value, name});
endfunction

## Binary operator with a constant
function g = with (g, op, data, shape)
  [g, name] = constant (g, single (data), shape);
  g = node (g, op, {g.value, name});
endfunction

## The shape of one number a channel beside a value.
function shape = channel_shape (step)
  shape = numel (step.W);
  if (! step.vector_out)
    shape = [shape 1 1];
  endif
endfunction

function g = dense (g, step)
  [g, w] = constant (g, step.W', size (step.W));
  [g, b] = constant (g, step.b, numel (step.b));
  g = node (g, "Gemm", {g.value, w, b}, {"transB", "int", 1});
endfunction

function rows_of = windows (step)
  rows_of = {"kernel_shape", "ints", step.args.kernel; "strides", "ints", step.args.stride; ...
             "pads", "ints", step.args.pad};
endfunction

function g = convolution (g, step)
  [g, w] = constant (g, permute (step.W, [2 1 3 4]), [size(step.W, 4), size(step.W, 3), step.args.kernel]);
  [g, b] = constant (g, step.b, numel (step.b));
  g = node (g, "Conv", {g.value, w, b}, windows (step));
endfunction

function g = transposed (g, step)
  [g, w] = constant (g, permute (step.W, [2 1 4 3]), [size(step.W, 3), size(step.W, 4), step.args.kernel]);
  [g, b] = constant (g, step.b, numel (step.b));
  g = node (g, "ConvTranspose", {g.value, w, b}, [windows(step); {"output_padding", "ints", step.args.more}]);
endfunction

function g = pooling (g, step)
  if (strcmp (step.op, "maxpool"))
    g = node (g, "MaxPool", {g.value}, windows (step));
  else
    g = node (g, "AveragePool", {g.value}, [windows(step); {"count_include_pad", "int", 0}]);
  endif
endfunction

function g = resize (g, step)
  [g, scales] = constant (g, single ([1 1 step.args.factor]), 4);
  if (strcmp (step.op, "upsample_nearest"))
    how = {"mode", "text", "nearest"; "coordinate_transformation_mode", "text", "asymmetric"; ...
           "nearest_mode", "text", "floor"};
  else
    how = {"mode", "text", "linear"; "coordinate_transformation_mode", "text", "half_pixel"};
  endif
  g = node (g, "Resize", {g.value, "", scales}, how);
endfunction

function g = crop (g, step)
  first = step.args.margins([1 3]);
  [g, starts] = integers (g, first);
  [g, ends] = integers (g, first + step.out(1:2));
  [g, axes] = integers (g, [2 3]);
  g = node (g, "Slice", {g.value, starts, ends, axes});
endfunction

function g = pad (g, step)
  m = step.args.margins;
  [g, pads] = integers (g, [0 0 m([1 3]) 0 0 m([2 4])]);
  g = node (g, "Pad", {g.value, pads}, {"mode", "text", "constant"});
endfunction

function g = reshaping (g, step)
  if (! step.vector_in && all (step.in(1:2) > 1))
    g = node (g, "Transpose", {g.value}, {"perm", "ints", [0 1 3 2]});
  endif
  if (step.vector_out)
    g = reshape_to (g, [0 step.out(3)]);
    return;
  endif
  turned = all (step.out(1:2) > 1);
  if (turned)
    g = reshape_to (g, [0 step.out([3 2 1])]);
    g = node (g, "Transpose", {g.value}, {"perm", "ints", [0 1 3 2]});
  else
    g = reshape_to (g, [0 step.out([3 1 2])]);
  endif
endfunction

function g = affine (g, step)
  shape = channel_shape (step);
  g = with (g, "Mul", step.W, shape);
  g = with (g, "Add", step.b, shape);
endfunction

function g = groupnorm (g, step)
  k = step.args.groups;
  g = reshape_to (g, [0 k -1]);
  [g, ones_of] = constant (g, ones (k, 1, "single"), k);
  [g, zeros_of] = constant (g, zeros (k, 1, "single"), k);
  g = node (g, "InstanceNormalization", {g.value, ones_of, zeros_of}, {"epsilon", "float", step.args.epsilon});
  if (step.vector_out)
    g = reshape_to (g, [0 step.out(3)]);
  else
    g = reshape_to (g, [0 step.out([3 1 2])]);
  endif
endfunction

function g = prelu (g, step)
  g = with (g, "PRelu", step.W, channel_shape (step));
endfunction

function g = first (g, step)
  [g, starts] = integers (g, 0);
  [g, ends] = integers (g, step.out(3));
  [g, axes] = integers (g, 1);
  g = node (g, "Slice", {g.value, starts, ends, axes});
endfunction

## Numbers for each element (or one for all) in the value's shape.
function [data, shape] = elements (step, data)
  shape = 1;
  if (numel (data) > 1)
    shape = step.out(3);
    if (! step.vector_out)
      shape = step.out([3 1 2]);
      data = permute (reshape (data, step.out), [2 1 3]);
    endif
  endif
endfunction

function g = fill (g, step)
  x = g.value;
  [data, shape] = elements (step, step.W);
  g = node (g, "IsNaN", {x});
  [g, centre] = constant (g, data, shape);
  g = node (g, "Where", {g.value, centre, x});
endfunction

function g = standardize (g, step)
  [offset, shape] = elements (step, step.W);
  g = with (g, "Sub", offset, shape);
  [factor, shape] = elements (step, step.b);
  g = with (g, "Div", factor, shape);
endfunction

function g = restore (g, step)
  [factor, shape] = elements (step, step.b);
  g = with (g, "Mul", factor, shape);
  [offset, shape] = elements (step, step.W);
  g = with (g, "Add", offset, shape);
endfunction

function g = add (g, step)
  g = node (g, "Add", {g.value, g.other});
endfunction

function g = concat (g, step)
  g = node (g, "Concat", {g.value, g.other}, {"axis", "int", 1});
endfunction

function g = plain (g, step)
  persistent names = struct ("relu", "Relu", "sigmoid", "Sigmoid", "tanh", "Tanh", "softplus", "Softplus", ...
                             "leakyrelu", "LeakyRelu", "elu", "Elu");
  attributes = {};
  if (any (strcmp (step.op, {"leakyrelu", "elu"})))
    attributes = {"alpha", "float", step.args.alpha};
  endif
  g = node (g, names.(step.op), {g.value}, attributes);
endfunction

function g = softmax (g, step)
  g = node (g, "Softmax", {g.value}, {"axis", "int", 1});
endfunction

function g = satlin (g, step)
  [g, low] = constant (g, single (0), []);
  [g, high] = constant (g, single (1), []);
  g = node (g, "Clip", {g.value, low, high});
endfunction

## x (1 + erf (x / sqrt (2))) / 2
function g = gelu (g, step)
  x = g.value;
  g = with (g, "Mul", sqrt (0.5), []);
  g = node (g, "Erf", {g.value});
  g = with (g, "Add", 1, []);
  g = node (g, "Mul", {x, g.value});
  g = with (g, "Mul", 0.5, []);
endfunction

function g = swish (g, step)
  x = g.value;
  g = node (g, "Sigmoid", {x});
  g = node (g, "Mul", {x, g.value});
endfunction
