## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{layer} =} ae_layer (@var{type}, @var{args}, @dots{})
## @deftypefnx {autoencoder} {@var{node} =} ae_layer (@var{node}, @var{type}, @var{args}, @dots{})
## Describe one layer, for a stack or as a function of the layer before.
##
## Without a node the result describes a layer for the stack that
## @code{ae_network} takes.  With a node, from @code{ae_input} or from another
## @code{ae_layer}, the layer is added after it and the result is the new node;
## sizes are checked at once.
##
## The types and their arguments in order:
##
## @table @code
## @item "dense", units [, activation]
## Fully connected: Y = f (W X + b).
## @item "conv2d", filters, kernel [, activation]
## Cross-correlation with kernels of [rows columns].
## @item "conv2d_transpose", filters, kernel [, activation]
## Its adjoint; with @qcode{"Stride"} 2 it doubles an image.
## @item "maxpool2d", pool
## @itemx "avgpool2d", pool
## Maximum or mean over windows of [rows columns].
## @item "upsample2d", factor
## Each pixel repeated, or bilinear interpolation.
## @item "crop2d", margins
## @itemx "zeropad2d", margins
## Take pixels from the border, or add zeros: one number, [rows columns], or
## [top bottom left right].
## @item "flatten"
## @itemx "reshape", target
## Image to vector; to @var{d} or [rows columns channels], column-major.
## @item "dropout", rate
## In training, a share of the values becomes zero, the others grow to match.
## @item "noise", kind, level
## In training only: noise as @code{ae_add_noise} makes, fresh in every epoch.
## @item "batchnorm"
## Batch normalisation by channel (by element for a vector).
## @item "activation", name
## An activation as a layer of its own.
## @end table
##
## Activations: @qcode{"linear"} (default), @qcode{"relu"},
## @qcode{"leakyrelu"}, @qcode{"elu"}, @qcode{"sigmoid"}, @qcode{"tanh"},
## @qcode{"softplus"}, @qcode{"satlin"}, @qcode{"gelu"}, @qcode{"swish"} (or
## @qcode{"silu"}), @qcode{"softmax"} (over the units of a vector, the channels of
## each pixel); see @code{ae_activation_forward}.
##
## Options (those that a type does not have are an error):
##
## @table @code
## @item "Name"
## A name of its own; by default the type and a number.
## @item "Trainable"
## false: training leaves the weights alone.  Default true.
## @item "Activation", "Alpha"
## As above; @qcode{"Alpha"} is the slope of leakyrelu (default 0.01) or the
## scale of elu (default 1).
## @item "Initializer"
## @qcode{"glorot"} (uniform, Glorot and Bengio 2010; default), @qcode{"he"}
## (normal, He et al. 2015), @qcode{"lecun"} (normal, LeCun et al. 1998),
## @qcode{"orthogonal"} (Saxe et al. 2014).
## @item "Tied"
## dense: name of an earlier dense layer whose transposed weights are used.
## @item "Padding"
## @qcode{"valid"} (default) or @qcode{"same"}: as many outputs as inputs
## divided by the stride, rounded up.
## @item "Stride"
## conv2d, conv2d_transpose: 1; pooling: the window.
## @item "Interpolation"
## upsample2d: @qcode{"nearest"} (default) or @qcode{"bilinear"}.
## @item "Clip"
## noise: [low high] (default [0 1]), or [] for none.
## @item "Momentum", "Epsilon"
## batchnorm: of the moving moments, 0.99, and in the root, 1e-3.
## @end table
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
  node = [];
  if (isstruct (args{1}))
    node = arg_node ("ae_layer", args{1});
    args(1) = [];
  endif
  layer = make_layer (args);
  out = layer;
  if (! isempty (node))
    out = put_behind (node, layer);
  endif
endfunction

function layer = make_layer (args)
  known = {layer_types().type};
  known(strcmp (known, "input")) = [];
  if (isempty (args) || ! ischar (args{1}) || ! any (strcmpi (args{1}, known)))
    got = "nothing";
    if (! isempty (args))
      got = text_describe (args{1});
    endif
    error ("autoencoder:ae_layer:type", "ae_layer: the type must be one of %s; got %s", strjoin (known, ", "), got);
  endif
  row = layer_types (lower (args{1}));
  [values, rest] = positional (row, args(2:end));
  opt = arg_options ("ae_layer", [values rest], row.options);
  require_given (row, opt);
  layer = struct ("type", row.type, "name", opt.Name);
  for i = 1:rows (row.options) # all but the name, which stands first
    name = row.options{i,1};
    if (! strcmp (name, "Name"))
      layer.(lower (name)) = opt.(name);
    endif
  endfor
  layer = fill_sizes (layer);
endfunction

## The leading arguments as name/value pairs.  An even number of arguments from
## a string on is taken for options, so that a misspelt one is named as such.
function [values, rest] = positional (row, args)
  values = {};
  option_names = row.options(:,1);
  for name = row.positional
    starts_options = ! isempty (args) && ischar (args{1}) ...
                     && (any (strcmpi (args{1}, option_names))
                         || (strcmp (name{1}, "Activation") && mod (numel (args), 2) == 0));
    if (isempty (args) || starts_options)
      break;
    endif
    values(end+1:end+2) = {name{1}, args{1}};
    args(1) = [];
  endfor
  rest = args;
endfunction

function require_given (row, opt)
  for name = row.positional
    if (isempty (opt.(name{1})) && ! ischar (opt.(name{1})))
      error ("autoencoder:ae_layer:nargin", "ae_layer: a %s layer needs %s", row.type, lower (name{1}));
    endif
  endfor
endfunction

## Single numbers where pairs are meant, strides and slopes that follow others.
function layer = fill_sizes (layer)
  for field = {"kernel", "stride", "pool", "factor"}
    if (isfield (layer, field{1}) && isscalar (layer.(field{1})))
      layer.(field{1}) = layer.(field{1}) * [1 1];
    endif
  endfor
  if (isfield (layer, "pool") && isempty (layer.stride))
    layer.stride = layer.pool;
  endif
  if (isfield (layer, "margins"))
    layer.margins = layer.margins(:)'([1 1 1 1] * (numel (layer.margins) == 1)
                                      + [1 1 2 2] * (numel (layer.margins) == 2)
                                      + [1 2 3 4] * (numel (layer.margins) == 4));
  endif
  if (isfield (layer, "alpha") && isempty (layer.alpha))
    layer.alpha = arg_choices ("activation", layer.activation).alpha;
  endif
  if (isfield (layer, "trainable"))
    layer.trainable = logical (layer.trainable);
  endif
endfunction

function node = put_behind (node, layer)
  node.layers{end+1} = layer;
  [table, bad, text] = net_shapes ("ae_layer", node.layers, node.input_size);
  if (bad > 0)
    error ("autoencoder:ae_layer:size", "ae_layer: after an output of %s, %s", ...
           text_size (node.output_size), text);
  endif
  node.output_size = layer_output_size (table(end,:));
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
%!error <Invalid call> ae_layer ()
%!error <the type must be one of dense, conv2d.*; got "dens"> ae_layer ("dens", 3)
%!error <a dense layer needs units> ae_layer ("dense")
%!error <a conv2d layer needs kernel> ae_layer ("conv2d", 3)
%!error <Units must be a whole number .= 1, got 0> ae_layer ("dense", 0)
%!error <Activation must be one of linear, relu.*got "rel"> ae_layer ("dense", 3, "rel")
%!error <unknown option "Pading"; valid are: Filters, Kernel> ae_layer ("conv2d", 3, 3, "Pading", "same")
%!error <Kernel must be a whole number .= 1, or two of them, got 1-by-3 double> ae_layer ("conv2d", 3, [3 3 3])
%!error <after an output of 784, .*a conv2d layer needs an image> ae_layer (ae_input (784), "conv2d", 3, 3)
%!error <does not fit into a 2-by-2 image> ae_layer (ae_input ([2 2 1]), "conv2d", 3, 3)
%!error <the node must be made by ae_input or ae_layer> ae_layer (struct (), "dense", 3)
