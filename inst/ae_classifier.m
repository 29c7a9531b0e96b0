## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{net}, @var{T}] =} ae_classifier (@var{m}, @var{y})
## @deftypefnx {autoencoder} {[@var{net}, @var{T}] =} ae_classifier (@var{m}, @var{y}, @var{name}, @var{value})
## A classifier on top of an encoder: its code and a softmax layer, in one
## network that @code{ae_fit} trains.
##
## @var{m} is a network with a code or a PCA model; its encoder, with weights and
## scaling, becomes the lower part of @var{net}.  @var{y} holds the labels of the
## training samples, one a sample: numbers, logicals or a cell of strings.
## @var{net.classes} are the @var{k} different ones in order, and @var{T} the
## targets, @var{k}-by-@var{n}: a 1 in the row of the class.
##
## @code{ae_fit (@var{net}, @var{X}, @var{T}, "Loss", "crossentropy")} then trains
## the softmax layer and, through it, the encoder; @code{ae_classify} gives labels.
## @code{ae_encode (@var{net}, @var{X})} still gives the codes.
##
## Options:
##
## @table @code
## @item "Freeze"
## true: the encoder keeps its weights, the softmax layer alone is trained.
## Default false.
## @item "Seed"
## Of the softmax layer's first weights, a whole number >= 0; by default drawn from
## @code{rand}.
## @end table
##
## Errors: @code{autoencoder:ae_classifier:model}, @code{:class}, @code{:empty},
## @code{:nonfinite}, @code{:value} (fewer than two classes), @code{:option}.
##
## Source: Hinton and Salakhutdinov, Science 313, 2006 (an autoencoder first, its
## labels after).
##
## @example
## @group
## t = linspace (0, 2*pi, 200);
## X = [0.3*cos(t), 0.9*cos(t); 0.3*sin(t), 0.9*sin(t)];      # two rings
## y = [repmat(@{"inner"@}, 1, 200), repmat(@{"outer"@}, 1, 200)];
## code = ae_fit (ae_dense (2, [16 3], "Activation", "tanh", "Seed", 1), X, ...
##                "Epochs", 20, "Seed", 1, "Verbose", 0);
## [net, T] = ae_classifier (code, y, "Seed", 1);
## net = ae_fit (net, X, T, "Loss", "crossentropy", "Optimizer", "adam", ...
##               "LearnRate", 0.01, "BatchSize", 32, "Epochs", 60, "Seed", 1, "Verbose", 0);
## mean (strcmp (ae_classify (net, X), y)) > 0.98
##     @result{} ans = 1
## @end group
## @end example
## @seealso{ae_classify, ae_fit, ae_encoder, ae_knn_accuracy, trainSoftmaxLayer}
## @end deftypefn

function [net, T] = ae_classifier (m, y, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  opt = arg_options ("ae_classifier", varargin, {"Freeze", false, "flag"; "Seed", [], "whole >= 0?"});
  model_check ("ae_classifier", m);
  [classes, T] = one_of (y);
  encoder = encoder_of (m);
  layers = num2cell (encoder.layers);
  if (opt.Freeze)
    layers = cellfun (@(l) setfield (l, "trainable", false), layers, "UniformOutput", false);
  endif
  head = softmax_head (encoder, numel (classes), opt.Seed);
  net = encoder;
  net.layers = net_join ([layers, num2cell(head.layers(2:end))]);
  net.classes = classes;
endfunction

## The classes in order, a row, and the targets.
function [classes, T] = one_of (y)
  arg_labels ("ae_classifier", "y", y, numel (y));
  if (isempty (y))
    error ("autoencoder:ae_classifier:empty", "ae_classifier: y must not be empty");
  endif
  [classes, ~, which_class] = unique (y(:)');
  classes = classes(:)';
  if (numel (classes) < 2)
    error ("autoencoder:ae_classifier:value", "ae_classifier: y must hold two classes or more, got one");
  endif
  if (islogical (classes))
    classes = double (classes);
  endif
  T = double ((1:numel (classes))' == which_class(:)');
endfunction

function encoder = encoder_of (m)
  builders = struct ("network", @ae_encoder, "pca", @linear_encoder);
  if (! isfield (builders, m.kind))
    error ("autoencoder:ae_classifier:model", "ae_classifier: m must be a network or a PCA model, got a model of kind %s", m.kind);
  endif
  encoder = builders.(m.kind) (m);
endfunction

## A PCA model as a network of one linear layer.
function net = linear_encoder (p)
  V = p.components;
  if (p.whiten)
    V ./= sqrt (p.variances.');
  endif
  [d, k] = size (V);
  net = ae_network (d, {ae_layer("dense", k, "linear", "Name", "code")}, "Precision", class (V), "Seed", 0);
  net.layers(2).W = V';
  net.layers(2).b = -V' * p.mean;
  if (isfield (p, "scaling"))
    net.scaling = p.scaling;
    net.missing = p.missing;
    net.scaling.output = false;
  endif
endfunction

## The softmax layer, behind a flatten where the code is an image, as a network
## of its own; its names are not among the encoder's.
function head = softmax_head (encoder, k, seed)
  code_size = encoder.layers(end).output_size;
  list = {};
  if (numel (code_size) == 3)
    list = {ae_layer("flatten", "Name", new_name (encoder, "flatten_code"))};
  endif
  list{end+1} = ae_layer ("dense", k, "softmax", "Name", new_name (encoder, "classes"));
  head = ae_network (code_size, list, "Seed", seed, "Precision", net_class (encoder.layers));
endfunction

function name = new_name (net, name)
  while (any (strcmp (name, {net.layers.name})))
    name = [name "_"];
  endwhile
endfunction

%!shared X, y, net
%! X = [cos(1:40), 3 + cos(1:40); sin(1:40), sin(1:40); ones(1, 80)];
%! y = [zeros(1, 40), ones(1, 40) * 7];
%! net = ae_dense (3, [5 2], "Activation", "tanh", "Seed", 1);
%!test
%! [c, T] = ae_classifier (net, y, "Seed", 1);
%! assert (c.classes, [0 7]);
%! assert (T, double ([y == 0; y == 7]));
%! assert ({c.layers.name}, {"input", "dense_1", "code", "classes"});
%! assert (c.layers(2).W, net.layers(2).W);
%! assert (ae_encode (c, X), ae_encode (net, X));
%! assert (size (ae_predict (c, X)), [2 80]);
%! assert (sum (ae_predict (c, X)), ones (1, 80, "single"), 1e-6);
%! c = ae_fit (c, X, T, "Loss", "crossentropy", "Optimizer", "adam", "LearnRate", 0.05, "Epochs", 30, "Seed", 1, "Verbose", 0);
%! assert (mean (ae_classify (c, X) == y) > 0.98);
%! assert (! isequal (c.layers(2).W, net.layers(2).W));
%! assert (max (ae_gradcheck (c, X(:,1:9), T(:,1:9), "Loss", "crossentropy")) < 1e-7);
%!test # frozen, and labels of other kinds
%! [c, T] = ae_classifier (net, strsplit (strtrim (sprintf ("%d ", y))), "Freeze", true, "Seed", 1);
%! assert (c.classes, {"0", "7"});
%! c = ae_fit (c, X, T, "Loss", "crossentropy", "Epochs", 2, "Seed", 1, "Verbose", 0);
%! assert (c.layers(3).W, net.layers(3).W);
%! assert (iscellstr (ae_classify (c, X)));
%! c = ae_classifier (net, y > 1);
%! assert (c.classes, [0 1]);
%!test # PCA, scaled and whitened
%! for o = {{}, {"Scale", "zscore"}, {"Whiten", true}}
%!   p = ae_pca (X(1:2,:), 2, o{1}{:});
%!   assert (ae_encode (ae_classifier (p, y), X(1:2,:)), ae_encode (p, X(1:2,:)), 1e-5);
%! endfor
%!test # convolutional codes are flattened; names stay apart; saved and loaded
%! net = ae_conv ([8 8 1], [3 2], "Seed", 1, "Precision", "double");
%! I = rand (8, 8, 1, 4);
%! c = ae_classifier (net, [1 2 1 3], "Seed", 1);
%! c = ae_classifier (c, {"a", "b", "a", "b"}, "Seed", 1);
%! assert (ae_encode (c, I), ae_encode (net, I));
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   ae_save (c, file);
%!   assert (ae_classify (ae_load (file), I), ae_classify (c, I));
%! unwind_protect_cleanup
%!   unlink (file);
%! end_unwind_protect
%!error <Invalid call> ae_classifier (net)
%!error <ae_classifier: the model must come from> ae_classifier (3, [1 2])
%!error <ae_classifier: y must not be empty> ae_classifier (net, [])
%!error <ae_classifier: y must hold two classes or more, got one> ae_classifier (net, [3 3])
%!error <ae_classifier: y must not hold NaN> ae_classifier (net, [3 NaN])
%!error <ae_classifier: y must be numbers, logicals or a cell of strings> ae_classifier (net, struct ())
%!error <Freeze must be true or false> ae_classifier (net, [1 2], "Freeze", 3)
