## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} ae_network (@var{input_size}, @var{layers})
## @deftypefnx {autoencoder} {@var{net} =} ae_network (@var{x}, @var{out})
## @deftypefnx {autoencoder} {@var{net} =} ae_network (@dots{}, @var{name}, @var{value})
## Make a network of layers, with fresh weights, that can scale its samples.
##
## Either from a stack: @var{input_size} is @var{d}, [@var{h} @var{w} @var{c}]
## or [@var{t} @var{c}], @var{layers} a cell array of what @code{ae_layer} returns.  Or
## layer by layer: @var{x} is a node from @code{ae_input} (or a later one: then
## the network starts there) and @var{out} a node that was built on it, with skip
## connections where nodes were used more than once.
##
## Weights start as each layer's initializer says (Glorot-uniform unless
## chosen), biases at zero.
##
## The network is a plain struct that Octave saves and loads by itself:
##
## @table @code
## @item net.kind
## @qcode{"network"}.
## @item net.input_size
## @var{d}, [@var{h} @var{w} @var{c}], or [@var{t} @var{c}] (series).
## @item net.layers
## A struct array, the input first, with the fields @code{type}, @code{name},
## the options, @code{W}, @code{b} ([] where there are none),
## @code{input_size}, @code{output_size}; @code{mean} and @code{variance} for
## batch normalisation, @code{slope} for a prelu; in nets with skip connections
## @code{inputs}, the names of the layers that one takes its input from where
## that is not the one before.  You may assign new weights of the same size.
## @item net.code
## The number of the code layer, which divides encoder and decoder.
## @end table
##
## Options:
##
## @table @code
## @item "Code"
## The code layer: its name, or its node.  By default the layer named
## @qcode{"code"}, else the one with the fewest outputs (the first of several).
## @item "Seed"
## A whole number >= 0: the same seed gives the same weights.  By default drawn
## from @code{rand}.
## @item "Precision"
## @qcode{"single"} (default) or @qcode{"double"}: the class of the weights, in
## which the network computes from then on.
## @item "Scale"
## How each feature is scaled on its way in: @qcode{"none"} (default),
## @qcode{"zscore"} (minus the mean, by the standard deviation),
## @qcode{"minmax"} (to [0, 1]), @qcode{"robust"} (minus the median, by the
## interquartile range; by the standard deviation where that is 0),
## @qcode{"bytes"} (uint8 images, divided by 255; they stay uint8 in memory).
## The first @code{ae_fit} learns it from the training samples; it is kept in
## @code{net.scaling} (@code{offset} and @code{factor}, @var{d}-by-1: scaled =
## (x - offset) ./ factor) and undone by @code{ae_decode},
## @code{ae_reconstruct} and @code{ae_predict}, whose results are in the data's
## units.  A constant feature has the factor 1; values outside the training
## range are scaled like all others, not clipped.
## @item "Missing"
## What a NaN does: @qcode{"error"} (default); @qcode{"omit"}: @code{ae_fit}
## leaves such samples out and says how many; @qcode{"mask"}: it enters as its
## feature's centre (the training samples' mean, with @qcode{"robust"} the
## median), does not count in the loss, and @code{ae_reconstruct} fills it in.
## A feature without any value is an error; so is an infinite value, always.
## @end table
##
## Errors: @code{autoencoder:ae_network:layers}, @code{:size} (names the layer
## that does not fit), @code{:name} (two layers of the same name),
## @code{:code}, @code{:node}, @code{:option}, @code{:value}.
##
## Sources: Glorot and Bengio, @cite{Understanding the difficulty of training
## deep feedforward neural networks}, AISTATS 2010, equation 16.
##
## @example
## @group
## net = ae_network (784, @{ae_layer("dense", 100, "relu"), ...
##                         ae_layer("dense", 20, "relu", "Name", "code"), ...
##                         ae_layer("dense", 100, "relu"), ...
##                         ae_layer("dense", 784, "relu")@});
## net.layers(net.code).name
##     @result{} code
## numel (ae_parameters (net))
##     @result{} 161804
## @end group
## @end example
## @seealso{ae_layer, ae_input, ae_dense, ae_conv, ae_fit, ae_summary}
## @end deftypefn

function net = ae_network (input, layers, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  opt = arg_options ("ae_network", varargin, [{
    "Code", [], "";
    "Seed", [], "whole >= 0?";
    "Precision", "single", {"single", "double"}}; scale_options()]);
  if (isstruct (input) && isfield (input, "kind"))
    [input_size, list, sources, ids] = from_nodes (input, layers);
  else
    input_size = arg_input_size ("ae_network", input);
    list = check_list (layers);
    sources = num2cell (0:numel (list));
    ids = {};
  endif
  list = name_inputs (name_layers (list), sources);
  shapes = check_shapes (input_size, list);
  net = build (input_size, list, shapes, opt);
  net.code = find_code (net, opt.Code, ids);
  net = scale_attach (net, opt, input_size, net.layers(end).output_size);
endfunction

## The layers from node x to node out; sources: which layers each takes its input
## from, the input of the network being number 1; ids: what nodes call them.
function [input_size, list, sources, ids] = from_nodes (x, out)
  x = arg_node ("ae_network", "x", x);
  out = arg_node ("ae_network", "out", out);
  ids_of = @(layers) cellfun (@(l) l.id, layers, "UniformOutput", false);
  earlier = [{"input"}, ids_of(x.layers)]; # the last is that of x
  here = ids_of (out.layers);
  list = out.layers(! ismember (here, earlier));
  if (! isequal (x.input_size, out.input_size) || isempty (list) || ! all (ismember (earlier(2:end), here)))
    error ("autoencoder:ae_network:node", "ae_network: the output must be built on the input that is given");
  endif
  list = check_list (list);
  ids = [earlier(end), ids_of(list)];
  sources = {0};
  for i = 1:numel (list)
    [known, at] = ismember (list{i}.from, ids);
    if (! all (known))
      error ("autoencoder:ae_network:node", ...
             "ae_network: a layer (%s) takes its input from in front of the input that is given", list{i}.type);
    endif
    sources{i+1} = at;
    list{i} = rmfield (list{i}, {"id", "from"});
  endfor
  input_size = x.output_size;
endfunction

function list = check_list (list)
  if (isstruct (list) && isscalar (list))
    list = {list};
  endif
  if (! iscell (list) || isempty (list))
    error ("autoencoder:ae_network:layers", ...
           "ae_network: layers must be a cell array of what ae_layer returns, got %s", text_describe (list));
  endif
  for i = 1:numel (list)
    ok = isstruct (list{i}) && isscalar (list{i}) && all (isfield (list{i}, {"type", "name", "trainable"})) ...
         && ! isempty (layer_types (list{i}.type));
    if (! ok)
      error ("autoencoder:ae_network:layers", ...
             "ae_network: layer %d must come from ae_layer, got %s", i, text_describe (list{i}));
    endif
  endfor
  list = list(:)';
endfunction

## Layers without a name get their type and a number, as in Keras' summaries.
function list = name_layers (list)
  counts = struct ();
  for i = 1:numel (list)
    type = list{i}.type;
    counts.(type) = struct_get (counts, type, 0) + 1;
    if (isempty (list{i}.name))
      list{i}.name = sprintf ("%s_%d", type, counts.(type));
    endif
  endfor
  names = [{"input"}, cellfun(@(l) l.name, list, "UniformOutput", false)];
  [~, first] = unique (names, "first");
  if (numel (first) < numel (names))
    error ("autoencoder:ae_network:name", "ae_network: two layers are named \"%s\"", ...
           names{setdiff(1:numel (names), first)(1)});
  endif
endfunction

## Layers that do not take their input from the one before name theirs.
function list = name_inputs (list, sources)
  names = [{"input"}, cellfun(@(l) l.name, list, "UniformOutput", false)];
  for i = 1:numel (list)
    if (! isequal (sources{i+1}, i))
      list{i}.inputs = names(sources{i+1});
    endif
  endfor
endfunction

function shapes = check_shapes (input_size, list)
  for i = 1:numel (list)
    tied = struct_get (list{i}, "tied", "");
    if (! isempty (tied) && ! any (cellfun (@(l) strcmp (l.name, tied), list(1:i-1))))
      error ("autoencoder:ae_network:layers", ...
             "ae_network: layer \"%s\" is tied to \"%s\", which is not an earlier layer", list{i}.name, tied);
    endif
  endfor
  [shapes, bad, text] = net_shapes ("ae_network", [{struct("type", "input", "name", "input")}, list], input_size);
  if (bad > 1)
    error ("autoencoder:ae_network:size", "ae_network: layer %d, \"%s\" (%s), does not fit after an output of %s: %s", ...
           bad - 1, list{bad-1}.name, list{bad-1}.type, text_size (shapes(bad-1).size), text);
  endif
  shapes(1) = [];
endfunction

function net = build (input_size, list, shapes, opt)
  seed = arg_seed (opt.Seed);
  input = struct ("type", "input", "name", "input", "trainable", true);
  layers = {finish_layer(input, input_size, input_size, struct ())};
  for i = 1:numel (list)
    try
      arrays = layer_init (list{i}, shapes(i), seed, i, opt.Precision);
    catch err
      error ("autoencoder:ae_network:memory", ...
             "ae_network: layer %d, \"%s\", needs %g weights, more than can be held: %s", i, list{i}.name, ...
             max (prod (shapes(i).arrays, 2)), err.message);
    end_try_catch
    layers{i+1} = finish_layer (list{i}, shapes(i).input, shapes(i).size, arrays);
  endfor
  layers = tie_weights (layers);
  net = struct ("kind", "network", "input_size", input_size, "layers", net_join (layers), "code", 0);
endfunction

function layer = finish_layer (layer, before, after, arrays)
  layer.W = [];
  layer.b = [];
  for [value, field] = arrays
    layer.(field) = value;
  endfor
  layer.input_size = before;
  layer.output_size = after;
endfunction

function layers = tie_weights (layers)
  names = cellfun (@(l) l.name, layers, "UniformOutput", false);
  for i = 1:numel (layers)
    tied = struct_get (layers{i}, "tied", "");
    if (! isempty (tied))
      layers{i}.W = check_tied (layers{i}, layers{strcmp(tied, names)});
    endif
  endfor
endfunction

function W = check_tied (layer, other)
  if (! isequal (size (other.W'), size (layer.W)) || ! layer_is_dense (other))
    error ("autoencoder:ae_network:size", ...
           "ae_network: layer \"%s\" cannot be tied to \"%s\": its weights are %d-by-%d, not the transpose of %d-by-%d", ...
           layer.name, other.name, size (layer.W), size (other.W));
  endif
  W = other.W';
endfunction

function k = find_code (net, code, ids)
  names = {net.layers.name};
  if (isstruct (code))
    code = arg_node ("ae_network", "Code", code);
    k = [];
    if (! isempty (code.layers))
      k = find (strcmp (code.layers{end}.id, ids));
    endif
    if (isempty (k))
      error ("autoencoder:ae_network:code", "ae_network: Code must be a node between input and output");
    endif
  elseif (ischar (code))
    k = find (strcmp (code, names));
    if (isempty (k))
      error ("autoencoder:ae_network:code", "ae_network: Code must name a layer (%s); got \"%s\"", ...
             strjoin (names(2:end), ", "), code);
    endif
  elseif (! isempty (code))
    error ("autoencoder:ae_network:code", "ae_network: Code must be a layer's name or node, got %s", text_describe (code));
  else
    k = find (strcmp ("code", names));
    if (isempty (k))
      k = 1 + narrowest (net.layers(2:end));
    endif
  endif
endfunction

function k = narrowest (layers)
  [~, k] = min (cellfun (@prod, {layers.output_size}));
endfunction

%!test # a stack: sizes, names, code, classes, parameters
%! net = ae_network (6, {ae_layer("dense", 4, "relu"), ae_layer("dense", 2), ae_layer("dense", 6)}, "Seed", 1);
%! assert ({net.layers.name}, {"input", "dense_1", "dense_2", "dense_3"});
%! assert (net.code, 3);
%! assert (size (net.layers(2).W), [4 6]);
%! assert (class (net.layers(2).W), "single");
%! assert (net.layers(2).b, zeros (4, 1, "single"));
%! limit = sqrt (6 / 10);
%! assert (all (abs (net.layers(2).W(:)) <= limit));
%! assert (isempty (net.layers(1).W));
%! assert (net.layers(4).output_size, 6);
%!test # the same seed, the same weights; Octave's random state is left alone
%! l = {ae_layer("dense", 3), ae_layer("dense", 5)};
%! rand ("state", 1); r = rand (); rand ("state", 1);
%! a = ae_network (5, l, "Seed", 4);
%! assert (rand (), r);
%! assert (ae_network (5, l, "seed", 4), a);
%! assert (! isequal (ae_network (5, l, "Seed", 5), a));
%!test # layer by layer is the same net
%! x = ae_input (6);
%! h1 = ae_layer (x, "dense", 4, "relu");
%! h2 = ae_layer (h1, "dense", 3);
%! out = ae_layer (h2, "dense", 6);
%! net = ae_network (x, out, "Code", h1, "Seed", 2);
%! assert (net.code, 2);
%! stack = ae_network (6, {ae_layer("dense", 4, "relu"), ae_layer("dense", 3), ae_layer("dense", 6)}, "Seed", 2);
%! assert (net.layers, stack.layers);
%! tail = ae_network (h1, out);
%! assert (tail.input_size, 4);
%! assert (numel (tail.layers), 3);
%!test # precision, code by name, initialisers, tied weights
%! net = ae_network (8, {ae_layer("dense", 3, "Name", "a", "Initializer", "orthogonal"), ...
%!                       ae_layer("dense", 8, "Tied", "a")}, "Precision", "double", "Code", "a");
%! assert (class (net.layers(2).W), "double");
%! assert (net.layers(2).W * net.layers(2).W', eye (3), 1e-12);
%! assert (net.layers(3).W, net.layers(2).W');
%! he = ae_network (1000, {ae_layer("dense", 100, "Initializer", "he")}, "Seed", 3);
%! assert (std (he.layers(2).W(:)), single (sqrt (2 / 1000)), 1e-3);
%! le = ae_network (1000, {ae_layer("dense", 100, "Initializer", "lecun")}, "Seed", 3);
%! assert (std (le.layers(2).W(:)), single (sqrt (1 / 1000)), 1e-3);
%!test # saved and loaded by Octave itself, in every format
%! net = ae_network (4, {ae_layer("dense", 2), ae_layer("dense", 4)}, "Seed", 1);
%! file = tempname ();
%! for format = {"-text", "-binary", "-v7"}
%!   save (format{1}, file, "net");
%!   back = load (file);
%!   assert (back.net.layers(2).W, net.layers(2).W);
%!   assert (ae_predict (back.net, eye (4, "single")), ae_predict (net, eye (4, "single")));
%! endfor
%! delete (file);
%!test # typing the model prints short lines, never the weights
%! net = ae_network (784, {ae_layer("dense", 20), ae_layer("dense", 784)}, "Seed", 1);
%! text = disp (net);
%! assert (numel (strsplit (text, "\n")) < 40);
%! assert (max (cellfun (@numel, strsplit (text, "\n"))) < 80);
%!error <ae_network: layer 1, "dense_1", needs 6e.10 weights, more than can be held>
%! ae_network (1e5, {ae_layer("dense", 6e5)})
%!error <ae_network: rate of a noise layer must be in \[0, 1e.06\]>
%! ae_network (8, {ae_layer("noise", "gaussian", 1e9)})
%!test # sparse sizes are numbers too
%! assert (ae_network (sparse (8), {ae_layer("dense", sparse (2))}, "Seed", sparse (3)), ...
%!         ae_network (8, {ae_layer("dense", 2)}, "Seed", 3));
%!error <Invalid call> ae_network (3)
%!error <layers must be a cell array of what ae_layer returns, got 3> ae_network (3, 3)
%!error <layer 1 must come from ae_layer> ae_network (3, {1})
%!error <two layers are named "a"> ae_network (3, {ae_layer("dense", 1, "Name", "a"), ae_layer("dense", 3, "Name", "a")})
%!error <layer 2, "conv2d_1" \(conv2d\), does not fit after an output of 4> ...
%!  ae_network (3, {ae_layer("dense", 4), ae_layer("conv2d", 4, 3)})
%!error <Code must name a layer \(dense_1\); got "z"> ae_network (3, {ae_layer("dense", 4)}, "Code", "z")
%!error <Code must be a layer's name or node, got 3> ae_network (3, {ae_layer("dense", 4)}, "Code", 3)
%!error <is tied to "z", which is not an earlier layer> ae_network (3, {ae_layer("dense", 4, "Tied", "z")})
%!error <must be built on the input> ae_network (ae_input (3), ae_input (3))
%!error <unknown option "Sed"> ae_network (3, {ae_layer("dense", 4)}, "Sed", 1)
%!error <Precision must be one of single, double> ae_network (3, {ae_layer("dense", 4)}, "Precision", "half")
