## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{layer} =} ae_layer (@var{type}, @var{args}, @dots{})
## @deftypefnx {autoencoder} {@var{node} =} ae_layer (@var{node}, @var{type}, @var{args}, @dots{})
## @deftypefnx {autoencoder} {@var{node} =} ae_layer (@{@var{node1}, @var{node2}, @dots{}@}, @var{type}, @dots{})
## Describe one layer, for a stack or as a function of the layer before.
##
## Without a node the result describes a layer for the stack that
## @code{ae_network} takes.  With a node, from @code{ae_input} or from another
## @code{ae_layer}, the layer is added after it and the result is the new node;
## sizes are checked at once.  A node may be used more than once, and
## @qcode{"add"} and @qcode{"concat"} join several: skip connections, as in
## @code{ae_layer (@{h1, h3@}, "add")}.
##
## @c by tools/layer_help.m
## The types and their arguments in order:
##
## @table @code
## @item "dense", units [, activation]
## Fully connected: Y = f (W X + b).
## @item "conv2d", filters, kernel [, activation]
## Cross-correlation with kernels of [rows columns].
## @item "conv2d_transpose", filters, kernel [, activation]
## The adjoint of a convolution; with @qcode{"Stride"} 2 it doubles an image.
## @item "conv1d", filters, kernel [, activation]
## Cross-correlation along the times of a series.
## @item "maxpool2d" [, pool]
## Maximum of windows of [rows columns].
## @item "avgpool2d" [, pool]
## Mean of windows of [rows columns].
## @item "maxpool1d" [, pool]
## Maximum of windows along the times of a series.
## @item "upsample2d" [, factor]
## Larger by a whole factor.
## @item "upsample1d" [, factor]
## A series longer by a whole factor.
## @item "crop2d", margins
## Takes rows and columns off the border.
## @item "zeropad2d", margins
## Adds rows and columns of zeros around.
## @item "flatten"
## Image or series to vector, column-major.
## @item "reshape", target
## To a vector, a series or an image, column-major.
## @item "dropout" [, rate]
## In training, a share of the values becomes zero and the others grow to
## match.
## @item "noise" [, kind [, rate]]
## In training only: noise as @code{ae_add_noise} makes, fresh in every epoch.
## @item "batchnorm"
## Batch normalisation by channel (by element for a vector).
## @item "groupnorm" [, groups]
## Normalisation of each sample, over groups of channels (of elements for a
## vector).
## @item "activation" [, activation]
## An activation as a layer of its own.
## @item "prelu"
## Parametric relu: the slope below 0 is learnt, by channel (by element for a
## vector).
## @item "sampling" [, kl_weight]
## Means and logarithms of variances to half as many numbers, drawn in training
## (the code of a variational autoencoder, see @code{ae_vae}).
## @item "add"
## The sum of several nodes of one size: @code{ae_layer} (@{h1, h2@},
## @qcode{"add"}).
## @item "concat"
## Several nodes side by side in one: channels behind channels (elements behind
## elements for vectors).
## @item "sparsity" [, target_rate [, kl_weight [, l1_weight]]]
## Lets its input pass and adds a penalty on it to the loss in training (see
## @code{ae_sparse}).
## @item "contractive", units [, contraction [, activation]]
## A dense layer with a penalty on its derivatives in training (see
## @code{ae_contractive}).
## @end table
##
## Options (those that a type does not have are an error):
##
## @table @code
## @item "Units"
## dense, contractive: number of outputs.
## @item "Activation"
## dense, conv2d, conv2d_transpose, conv1d, activation, contractive: see
## @code{ae_activation_forward} (@qcode{"silu"} is swish); one of
## @qcode{"linear"}, @qcode{"relu"}, @qcode{"leakyrelu"}, @qcode{"elu"},
## @qcode{"sigmoid"}, @qcode{"tanh"}, @qcode{"softplus"}, @qcode{"satlin"},
## @qcode{"gelu"}, @qcode{"swish"}, @qcode{"softmax"} (default
## @qcode{"linear"}).
## @item "Alpha"
## dense, conv2d, conv2d_transpose, conv1d, activation, contractive: slope or
## scale of the activations that have one; see @code{ae_activation_forward}.
## @item "Initializer"
## dense, conv2d, conv2d_transpose, conv1d, contractive: how the weights start:
## glorot (uniform, Glorot and Bengio 2010), he (normal, He et al. 2015), lecun
## (normal, LeCun et al. 1998), orthogonal (Saxe et al. 2014); one of
## @qcode{"glorot"}, @qcode{"he"}, @qcode{"lecun"}, @qcode{"orthogonal"}
## (default @qcode{"glorot"}).
## @item "Tied"
## dense: name of an earlier dense layer whose transposed weights are used.
## @item "Name"
## A name of its own; by default the type and a number.
## @item "Trainable"
## false: training leaves the layer's arrays alone (default true).
## @item "Filters"
## conv2d, conv2d_transpose, conv1d: channels of the output.
## @item "Kernel"
## conv2d, conv2d_transpose: rows and columns of each kernel; one number stands
## for both.
##
## conv1d: times that each kernel spans.
## @item "Stride"
## conv2d: step from one output to the next (default [1 1]).
##
## conv2d_transpose: how many times larger the output is (default [1 1]).
##
## conv1d: step from one output to the next (default 1).
##
## maxpool2d, avgpool2d, maxpool1d: step from one window to the next (default:
## Pool).
## @item "Padding"
## conv2d, conv2d_transpose, conv1d, maxpool2d, avgpool2d, maxpool1d:
## @qcode{"same"} gives as many outputs as inputs divided by the stride,
## rounded up; one of @qcode{"valid"}, @qcode{"same"} (default
## @qcode{"valid"}).
## @item "Pool"
## maxpool2d, avgpool2d: rows and columns of the window; one number stands for
## both (default [2 2]).
##
## maxpool1d: times that the window spans (default 2).
## @item "Factor"
## upsample2d: how many times more rows and columns; one number stands for both
## (default [2 2]).
##
## upsample1d: how many times longer (default 2).
## @item "Interpolation"
## upsample2d: nearest repeats each pixel, bilinear interpolates between pixel
## centres; one of @qcode{"nearest"}, @qcode{"bilinear"} (default
## @qcode{"nearest"}).
##
## upsample1d: nearest repeats each value, bilinear interpolates between times;
## one of @qcode{"nearest"}, @qcode{"bilinear"} (default @qcode{"nearest"}).
## @item "Margins"
## crop2d, zeropad2d: one number, [rows columns], or [top bottom left right].
## @item "Target"
## reshape: the number of elements, [times channels] or [rows columns
## channels].
## @item "Rate"
## dropout: share of the values that become zero (default 0.5).
##
## noise: level: standard deviation, or share of the values that are struck
## (default 0.5).
## @item "Kind"
## noise: as in @code{ae_add_noise}; one of @qcode{"gaussian"},
## @qcode{"masking"}, @qcode{"saltpepper"} (default @qcode{"gaussian"}).
## @item "Clip"
## noise: [low high] that the result is clipped to; [] for none (default [0
## 1]).
## @item "Momentum"
## batchnorm: share that the moving mean and variance keep in each step
## (default 0.99).
## @item "Epsilon"
## batchnorm: added to the variance under the root (default 0.001).
##
## groupnorm: added to the variance under the root (default 1e-05).
## @item "Groups"
## groupnorm: into how many groups the channels are divided; 1 is layer
## normalisation (default 1).
## @item "KL_weight"
## sampling: of the penalty in the loss; @code{ae_vae} takes 1 / the number of
## outputs, which makes the loss an ELBO (default 1).
##
## sparsity: of the sum of the divergences from that (default 0).
## @item "Target_rate"
## sparsity: the mean over a minibatch that each number should have, in (0, 1)
## (default 0.05).
## @item "L1_weight"
## sparsity: of the mean over samples of the sum of absolute values (default
## 0).
## @item "Contraction"
## contractive: of the mean over samples of the squared Frobenius norm of the
## layer's Jacobian; @code{ae_contractive} divides by the number of the net's
## outputs (default 0.1).
## @end table
## @c end
##
## Errors: @code{autoencoder:ae_layer:type}, @code{:nargin}, @code{:value},
## @code{:option}, @code{:size} (the layer does not fit after the node).
##
## @example
## @group
## x = ae_input ([28 28 1]);
## h = ae_layer (x, "conv2d", 8, [3 3], "relu", "Padding", "same");
## h = ae_layer (h, "maxpool2d", [2 2], "Padding", "same");
## h.output_size
##     @result{} 14 14 8
## @end group
## @end example
## @seealso{ae_input, ae_network, ae_dense, ae_conv}
## @end deftypefn

function out = ae_layer (varargin)
  if (nargin < 1)
    print_usage ();
  endif
  args = varargin;
  nodes = {};
  if (isstruct (args{1}) || iscell (args{1}))
    nodes = check_nodes (args{1});
    args(1) = [];
  endif
  type = find_type (args);
  layer = layer_make (type.type, args{2:end});
  check_joins (type, nodes);
  out = layer;
  if (! isempty (nodes))
    out = put_behind (nodes, layer);
  endif
endfunction

function nodes = check_nodes (nodes)
  if (! iscell (nodes))
    nodes = {nodes};
  endif
  nodes = cellfun (@(node) arg_node ("ae_layer", "node", node), nodes(:)', "UniformOutput", false);
  sizes = cellfun (@(node) node.input_size, nodes, "UniformOutput", false);
  if (! isempty (nodes) && ! isequal (sizes{[1 1:end]}))
    error ("autoencoder:ae_layer:node", "ae_layer: the nodes must be built on one input");
  endif
endfunction

## Some types join several nodes, the others take one.
function check_joins (type, nodes)
  if (type.joins && ! any (numel (nodes) == 2:8))
    error ("autoencoder:ae_layer:node", "ae_layer: %s joins 2 to 8 nodes, as in ae_layer ({h1, h2}, \"%s\"), got %d", ...
           type.type, type.type, numel (nodes));
  elseif (! type.joins && numel (nodes) > 1)
    error ("autoencoder:ae_layer:node", "ae_layer: %s layer takes one node, got %d", text_a (type.type), numel (nodes));
  endif
endfunction

function type = find_type (args)
  known = layer_types ();
  known = {known(! cellfun (@isempty, {known.help})).type};
  if (isempty (args) || ! ischar (args{1}) || ! any (strcmpi (args{1}, known)))
    got = "nothing";
    if (! isempty (args))
      got = text_describe (args{1});
    endif
    error ("autoencoder:ae_layer:type", "ae_layer: the type must be one of %s; got %s", strjoin (known, ", "), got);
  endif
  type = layer_types (lower (args{1}));
endfunction

## A node lists the layers that lead to it, each after those it takes its input
## from.  They know each other by numbers of their own (id, from), since names
## come with the network; "input" is the input.
function node = put_behind (nodes, layer)
  layer.id = fresh_id ();
  layer.from = cellfun (@last_id, nodes, "UniformOutput", false);
  node = nodes{1};
  for other = nodes(2:end)
    node.layers = [node.layers, missing_layers(node.layers, other{1}.layers)];
  endfor
  node.layers{end+1} = layer;
  [shapes, bad, text] = net_shapes ("ae_layer", named_by_id (node.layers), node.input_size);
  if (bad > 0)
    error ("autoencoder:ae_layer:size", "ae_layer: after an output of %s, %s", ...
           strjoin (cellfun (@(n) text_size (n.output_size), nodes, "UniformOutput", false), " and "), text);
  endif
  node.output_size = shapes(end).size;
endfunction

function id = last_id (node)
  id = "input";
  if (! isempty (node.layers))
    id = node.layers{end}.id;
  endif
endfunction

function more = missing_layers (here, there)
  ids = cellfun (@(l) l.id, here, "UniformOutput", false);
  more = there(! cellfun (@(l) any (strcmp (l.id, ids)), there));
endfunction

## Different in every call, and from those of another session.
function id = fresh_id ()
  persistent count = 0;
  id = sprintf ("%d of %.6f", ++count, time ());
endfunction

## As a network with the ids for names; ties are looked at when names are known.
function list = named_by_id (layers)
  list = [{struct("type", "input", "name", "input")}, layers];
  for i = 2:numel (list)
    layer = rmfield (list{i}, {"id", "from"});
    layer.name = list{i}.id;
    layer.inputs = list{i}.from;
    list{i} = setfield (layer, "tied", "");
  endfor
endfunction

%!test # positional arguments, options in any case
%! l = ae_layer ("dense", 100, "relu");
%! assert (l.type, "dense"); assert (l.units, 100); assert (l.activation, "relu");
%! l = ae_layer ("dense", 5, "name", "code");
%! assert (l.activation, "linear"); assert (l.name, "code");
%! l = ae_layer ("conv2d", 8, 3, "relu", "padding", "SAME");
%! assert (l.kernel, [3 3]); assert (l.padding, "same"); assert (l.stride, [1 1]);
%! l = ae_layer ("maxpool2d", [2 3]);
%! assert (l.stride, [2 3]);
%! l = ae_layer ("crop2d", [1 2]);
%! assert (l.margins, [1 1 2 2]);
%! l = ae_layer ("dense", 3, "elu");
%! assert (l.alpha, 1);
%! l = ae_layer ("dense", 3, "leakyrelu", "Alpha", 0.2);
%! assert (l.alpha, 0.2);
%! assert (ae_layer ("dense", 3, "Trainable", false).trainable, false);
%! assert (ae_layer ("dense", 3, "Initializer", "he").initializer, "he");
%! assert (ae_layer ("noise", "masking", 0.2).rate, 0.2);
%!test # sizes of nodes
%! x = ae_input ([28 28 1]);
%! h = ae_layer (x, "conv2d", 8, [3 3], "relu", "Padding", "same");
%! h = ae_layer (h, "maxpool2d", [2 2], "Padding", "same");
%! assert (h.output_size, [14 14 8]);
%! h = ae_layer (h, "flatten");
%! assert (h.output_size, 1568);
%! h = ae_layer (h, "reshape", [14 14 8]);
%! assert (h.output_size, [14 14 8]);
%! h = ae_layer (h, "upsample2d", 2, "Interpolation", "bilinear");
%! assert (h.output_size, [28 28 8]);
%!error <ae_layer: units of a dense layer must be in> ae_layer (ae_input (8), "dense", 1e9)
%!error <Alpha must be a number from 0 to 1e6, got 1e.09> ae_layer ("dense", 5, "elu", "Alpha", 1e9)
%!test # series: along the times, by their own names
%! x = ae_input ([12 3]);
%! h = ae_layer (x, "conv1d", 4, 3, "relu", "Padding", "same");
%! assert (h.output_size, [12 4]);
%! h = ae_layer (h, "maxpool1d", 2);
%! assert (h.output_size, [6 4]);
%! h = ae_layer (ae_layer (h, "upsample1d", 2, "Interpolation", "bilinear"), "flatten");
%! assert (ae_layer (h, "reshape", [12 4]).output_size, [12 4]);
%! assert (ae_layer ("maxpool1d", 3).stride, 3);
%!error <a conv1d layer needs series .times, channels., got vectors of 8; put a reshape to .8 1. in front>
%! ae_layer (ae_input (8), "conv1d", 2, 3);
%!error <a conv1d layer needs series .times, channels., got images of 4-by-4-by-1>
%! ae_layer (ae_input ([4 4 1]), "conv1d", 2, 3);
%!error <a maxpool2d layer needs images .rows, columns, channels., got series of 4 times and 2 channels>
%! ae_layer (ae_input ([4 2]), "maxpool2d", 2);
%!error <6 channels cannot be divided into 4 groups> ae_layer (ae_input ([2 2 6]), "groupnorm", 4);
%!test # skip connections
%! x = ae_input ([8 8 1]);
%! a = ae_layer (x, "conv2d", 4, 3, "relu", "Padding", "same");
%! b = ae_layer (a, "conv2d", 4, 3, "relu", "Padding", "same");
%! assert (ae_layer ({a, b}, "add").output_size, [8 8 4]);
%! assert (ae_layer ({a, b, x}, "concat").output_size, [8 8 9]);
%! assert (ae_layer ({ae_input(3), ae_layer(ae_input (3), "dense", 5)}, "concat", "Name", "both").output_size, 8);
%!error <add joins 2 to 8 nodes, as in ae_layer ..h1, h2., "add"., got 1> ae_layer (ae_input (3), "add")
%!error <concat joins 2 to 8 nodes.*got 0> ae_layer ("concat")
%!error <a dense layer takes one node, got 2> ae_layer ({ae_input(3), ae_input(3)}, "dense", 3)
%!error <the nodes must be built on one input> ae_layer ({ae_input(3), ae_input(4)}, "concat")
%!error <after an output of 3 and 5, .*an add layer needs inputs of one shape, got 3-by-1-by-1 and 5-by-1-by-1>
%! x = ae_input (3);
%! ae_layer ({x, ae_layer(x, "dense", 5)}, "add");
%!error <ae_layer: node must be made by ae_input or ae_layer> ae_layer ({3, 4}, "add")
%!error <Invalid call> ae_layer ()
%!error <the type must be one of dense, conv2d.*; got "dens"> ae_layer ("dens", 3)
%!error <a dense layer needs units> ae_layer ("dense")
%!error <a conv2d layer needs kernel> ae_layer ("conv2d", 3)
%!error <Units must be a whole number .= 1, got 0> ae_layer ("dense", 0)
%!error <Activation must be one of linear, relu.*got "rel"> ae_layer ("dense", 3, "rel")
%!error <unknown option "Pading".*valid are: Filters, Kernel> ae_layer ("conv2d", 3, 3, "Pading", "same")
%!error <Kernel must be a whole number .= 1, or two of them, got 1-by-3 double> ae_layer ("conv2d", 3, [3 3 3])
%!error <after an output of 784, .*a conv2d layer needs images> ae_layer (ae_input (784), "conv2d", 3, 3)
%!error <does not fit into a 2-by-2 image> ae_layer (ae_input ([2 2 1]), "conv2d", 3, 3)
%!error <ae_layer: node must be made by ae_input or ae_layer> ae_layer (struct (), "dense", 3)
