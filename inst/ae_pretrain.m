## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{net}, @var{losses}] =} ae_pretrain (@var{net}, @var{X})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_pretrain (@dots{}, @var{name}, @var{value})
## Train a dense autoencoder greedily, a pair of layers after the other.
##
## @var{net} comes from @code{ae_dense}: its decoder mirrors its encoder.  The first
## layer of the encoder and the last of the decoder are trained alone as a small
## autoencoder on @var{X} (@var{d}-by-@var{n}, or images), then the second and the
## last but one on what the first makes of @var{X}, and so on down to the code.
## @var{net} then starts @code{ae_fit} with these weights; its layers, options and
## use are the same as before.  @var{losses} holds for each pair, in a row, the
## losses of its epochs.
##
## It helps where layers are many and the steps of training few.  With 784-500-250-100-20
## and 1,000 images of Fashion-MNIST, 20 epochs of @code{ae_fit} against 5 for
## each pair (as much work as 5 of @code{ae_fit}) and 15 of @code{ae_fit} gave these
## squared errors of images that the nets had not seen (mean of three seeds, whose
## standard deviation is 0.0000 to 0.0013):
##
## @multitable {sigmoid} {0.0000 alone} {0.0000 first} {0.0000 with noise}
## @headitem @tab @code{ae_fit} alone @tab pretrained @tab with Noise 0.2
## @item sigmoid @tab 0.0868 @tab 0.0616 @tab 0.0616
## @item tanh @tab 0.0314 @tab 0.0273 @tab 0.0314
## @item relu @tab 0.0303 @tab 0.0251 @tab 0.0263
## @item swish @tab 0.0259 @tab 0.0250 @tab 0.0254
## @end multitable
##
## A deep net of sigmoids learns nothing by itself in so few steps: 0.087 is about
## the error of the mean image.  With @qcode{"swish"} the gain is within what seeds
## differ by, and the epochs may as well be spent on @code{ae_fit}.
## @file{bench/pretrain.m} measures this again, with the environment variable
## @env{IMAGES} for another number of images.
##
## Options:
##
## @table @code
## @item "Epochs"
## For each pair; default 10.
## @item "Noise"
## The level of the noise that each pair learns to remove from its input (stacked
## denoising autoencoders); default 0: none.
## @item "NoiseKind"
## @qcode{"masking"} (default: each number becomes 0 with probability Noise) or
## @qcode{"gaussian"}.
## @item "Loss"
## Of the first pair; default @qcode{"mse"}, which all others have.
## @item "Optimizer", "LearnRate", "BatchSize", "Seed", "Threads", "Verbose"
## As in @code{ae_fit}; by default @qcode{"adam"}, 1e-3, 128, drawn from
## @code{rand}, as many as there are, 1.  The same seed gives the same bits.
## @end table
##
## Errors: @code{autoencoder:ae_pretrain:model} (not such a net),
## @code{:size}, @code{:class}, @code{:empty}, @code{:nonfinite}, @code{:option},
## @code{:value}.  Warning: @code{autoencoder:ae_pretrain:error}, when an error ends
## training behind the first pair: the pairs before it stay trained.
##
## Sources: Bengio, Lamblin, Popovici, Larochelle, @cite{Greedy layer-wise training
## of deep networks}, NIPS 2006; Vincent, Larochelle, Lajoie, Bengio, Manzagol,
## @cite{Stacked denoising autoencoders}, JMLR 11, 2010.
##
## @example
## @group
## X = (1 + sin ((1:20)' * linspace (0.1, 1, 300))) / 2;
## net = ae_dense (20, [12 6 3], "Activation", "sigmoid", "Seed", 1);
## [net, losses] = ae_pretrain (net, X, "Epochs", 50, "LearnRate", 0.01, ...
##                              "Seed", 1, "Verbose", 0);
## size (losses)
##     @result{}  3   50
## net = ae_fit (net, X, "Optimizer", "adam", "LearnRate", 0.01, "Epochs", 50, ...
##               "Seed", 1, "Verbose", 0);
## @end group
## @end example
## @seealso{ae_dense, ae_fit, ae_denoising}
## @end deftypefn

function [net, losses] = ae_pretrain (net, X, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  arg_network ("ae_pretrain", net);
  model_check ("ae_pretrain", net);
  pairs = pairs_of (net);
  opt = arg_options ("ae_pretrain", varargin, {
    "Epochs", 10, "whole >= 0";
    "Noise", 0, "number >= 0";
    "NoiseKind", "masking", {"masking", "gaussian"};
    "Loss", "mse", arg_choices("loss");
    "Optimizer", "adam", arg_choices("optimizer");
    "LearnRate", 1e-3, "number > 0";
    "BatchSize", 128, "whole >= 1";
    "Seed", [], "whole >= 0?";
    "Threads", [], "threads?";
    "Verbose", 1, "whole >= 0"});
  if (strcmp (opt.NoiseKind, "masking") && opt.Noise > 1)
    error ("autoencoder:ae_pretrain:value", ...
           "ae_pretrain: Noise must be a share in [0, 1] with \"masking\", got %g", opt.Noise);
  endif
  warning ("off", "autoencoder:ae_fit:mean", "local"); # a pair alone may well be no better yet
  A = arg_samples ("ae_pretrain", "X", X, net.input_size, net_class (net.layers));
  opt.Seed = arg_seed (opt.Seed);
  losses = zeros (rows (pairs), opt.Epochs);
  for k = 1:rows (pairs)
    try
      [net, losses(k,:)] = train_pair (net, pairs(k,:), A, opt, k);
    catch err
      if (k == 1)
        text_reraise ("ae_pretrain", err);
      endif
      losses(k:end,:) = NaN;
      text_warning ("autoencoder:ae_pretrain:error", ...
                    "ae_pretrain: an error ended training at pair %d of %d; the pairs before are trained.  The error: %s", ...
                    k, rows (pairs), err.message);
      return;
    end_try_catch
    A = net_run ("ae_pretrain", encoder_layer (net, pairs(k,1), rows (A)), ...
                 layer_spec (net.layers(pairs(k,1))), 1, 1, A);
    opt.Loss = "mse"; # what lies inside has no range that other losses could count on
  endfor
endfunction

## [encoder layer, decoder layer] in a row for each pair, from the outside in.
function pairs = pairs_of (net)
  at = find (layer_is_dense (net.layers));
  inner = at(at <= net.code);
  outer = fliplr (at(at > net.code));
  others = setdiff (unique ({net.layers.type}), {"input", "dense", "contractive", "flatten", "reshape"});
  if (isempty (inner) || numel (inner) != numel (outer) || ! isempty (others))
    refuse ("layers other than dense ones, or not as many behind its code as before it");
  elseif (isfield (net, "scaling"))
    refuse ("a scaling of its own: scale the samples first");
  endif
  for k = 1:numel (inner)
    if (columns (net.layers(inner(k)).W) != rows (net.layers(outer(k)).W))
      refuse (sprintf ("layers \"%s\" and \"%s\", which do not mirror each other", ...
                       net.layers(inner(k)).name, net.layers(outer(k)).name));
    endif
  endfor
  pairs = [inner(:), outer(:)];
endfunction

function refuse (what)
  error ("autoencoder:ae_pretrain:model", "ae_pretrain: the net must be one of ae_dense; this has %s", what);
endfunction

## A new layer like that one, with its penalty times `share`.
function layer = alone (like, name, share, varargin)
  own = {};
  if (strcmp (like.type, "contractive"))
    own = {like.contraction * share};
  endif
  layer = ae_layer (like.type, rows (like.W), own{:}, like.activation, "Name", name, ...
                    "Alpha", struct_get (like, "alpha", []), varargin{:});
endfunction

## The small autoencoder of one pair, trained on A; its weights go back to the net.
function [net, loss] = train_pair (net, pair, A, opt, k)
  up = net.layers(pair(1));
  down = net.layers(pair(2));
  layers = {};
  if (opt.Noise > 0)
    layers = {ae_layer("noise", opt.NoiseKind, opt.Noise, "Clip", [])};
  endif
  tied = {"", "up"}{1 + ! isempty(struct_get (down, "tied", ""))};
  share = prod (net.layers(end).output_size) / rows (A); # penalties were divided by the outputs of the whole net
  layers = [layers, {alone(up, "up", share), alone(down, "down", share, "Tied", tied)}];
  small = ae_network (rows (A), layers, "Precision", class (A), "Seed", opt.Seed);
  small.layers(end-1).W = up.W;
  small.layers(end-1).b = up.b;
  small.layers(end).W = down.W;
  small.layers(end).b = down.b;
  if (opt.Verbose > 0)
    puts (text_wrap (sprintf ("ae_pretrain: layers \"%s\" and \"%s\" (%d-%d-%d)\n", ...
                              up.name, down.name, rows (A), rows (up.W), rows (A)), text_columns ()));
  endif
  threads = {};
  if (! isempty (opt.Threads))
    threads = {"Threads", opt.Threads};
  endif
  [small, history] = ae_fit (small, A, "Epochs", opt.Epochs, "Optimizer", opt.Optimizer, "LearnRate", opt.LearnRate, ...
                             "BatchSize", opt.BatchSize, "Loss", opt.Loss, "Seed", opt.Seed + k, ...
                             "Verbose", opt.Verbose, threads{:});
  loss = NaN (1, opt.Epochs);
  loss(1:numel (history.loss)) = history.loss;
  net.layers(pair(1)).W = small.layers(end-1).W;
  net.layers(pair(1)).b = small.layers(end-1).b;
  net.layers(pair(2)).W = small.layers(end).W;
  net.layers(pair(2)).b = small.layers(end).b;
endfunction

## One layer of a net as a net, for net_run.
function part = encoder_layer (net, i, d)
  part = net;
  part.layers = net.layers(i);
  part.input_size = d;
endfunction

%!shared X, make, quiet
%! X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:400);
%! make = @(varargin) ae_dense (784, [40 20 5], "Activation", "sigmoid", "Seed", 1, varargin{:});
%! quiet = {"Seed", 3, "Verbose", 0};

%!test # each pair learns; what comes out is the same net with other weights
%! net = make ();
%! [out, losses] = ae_pretrain (net, X, "Epochs", 8, quiet{:});
%! assert (size (losses), [3 8]);
%! assert (all (losses(:,8) < losses(:,1)));
%! assert ({out.layers.name}, {net.layers.name});
%! for i = 2:7
%!   assert (! isequal (out.layers(i).W, net.layers(i).W));
%! endfor
%! assert (isfield (out, "training"), false);
%!test # the first pair is the autoencoder that ae_fit would train
%! out = ae_pretrain (ae_dense (784, 12, "Activation", "tanh", "Seed", 1), X, "Epochs", 2, quiet{:});
%! fit = ae_fit (ae_dense (784, 12, "Activation", "tanh", "Seed", 1), X, "Epochs", 2, "Optimizer", "adam", "Seed", 4, "Verbose", 0);
%! assert (out.layers(2).W, fit.layers(2).W);
%! assert (out.layers(3).b, fit.layers(3).b);
%!test # the second pair is trained on what the first encoder layer gives
%! [out, losses] = ae_pretrain (make (), X, "Epochs", 2, quiet{:});
%! A = ae_activations (out, X, 2);
%! start = make ();
%! small = ae_dense (40, 20, "Activation", "sigmoid", "Seed", 1);
%! small.layers(2).W = start.layers(3).W;
%! small.layers(3).W = start.layers(6).W;
%! fit = ae_fit (small, A, "Epochs", 2, "Optimizer", "adam", "Seed", 5, "Verbose", 0);
%! assert (out.layers(3).W, fit.layers(2).W, 1e-6);
%! assert (out.layers(6).W, fit.layers(3).W, 1e-6);
%!test # a deep net of sigmoids: it starts where training from the start does not get
%! fit = @(net) ae_fit (net, X, "Epochs", 15, "Optimizer", "adam", quiet{:});
%! plain = ae_evaluate (fit (make ()), X).mse;
%! greedy = ae_evaluate (fit (ae_pretrain (make (), X, "Epochs", 15, quiet{:})), X).mse;
%! assert (greedy < 0.95 * plain);
%!test # Noise, NoiseKind, Loss, Optimizer, LearnRate, BatchSize; the seed decides
%! base = ae_pretrain (make (), X, "Epochs", 1, quiet{:});
%! assert (isequal (base.layers, ae_pretrain (make (), X, "Epochs", 1, quiet{:}, "Threads", 1).layers));
%! for option = {"Noise", 0.3; "Loss", "bce"; "Optimizer", "rmsprop"; "LearnRate", 1e-2; "BatchSize", 32; "Seed", 9}'
%!   other = ae_pretrain (make (), X, "Epochs", 1, quiet{:}, option{:});
%!   assert (! isequal (base.layers(2).W, other.layers(2).W), option{1});
%! endfor
%! a = ae_pretrain (make (), X, "Epochs", 1, quiet{:}, "Noise", 0.3);
%! b = ae_pretrain (make (), X, "Epochs", 1, quiet{:}, "Noise", 0.3, "NoiseKind", "gaussian");
%! assert (! isequal (a.layers(2).W, b.layers(2).W));
%!test # tied weights stay tied; images in and out; no epochs, no change
%! out = ae_pretrain (make ("Tied", true), X, "Epochs", 1, quiet{:});
%! assert (out.layers(7).W, out.layers(2).W');
%! net = ae_dense ([28 28 1], [9 4], "Seed", 1);
%! assert (size (ae_predict (ae_pretrain (net, X, "Epochs", 1, quiet{:}), X)), size (X));
%! assert (isequal (ae_pretrain (make (), X, "Epochs", 0, quiet{:}).layers, make ().layers));
%!test # a line a pair, with Verbose
%! text = evalc ('ae_pretrain (make (), X, "Epochs", 1, "Seed", 1);');
%! assert (numel (strfind (text, "ae_pretrain: layers")), 3);
%! assert (! isempty (strfind (text, 'layers "code" and "dense_4" (20-5-20)')));
%!error <Invalid call> ae_pretrain (1)
%!error <ae_pretrain: net must be a network, got 1> ae_pretrain (1, X)
%!error <ae_pretrain: X must be 784-by-n, got 3-by-5> ae_pretrain (make (), ones (3, 5))
%!error <must be one of ae_dense; this has layers other than dense ones> ae_pretrain (ae_conv ([28 28 1], 2), X)
%!error <layers "dense_2" and "dense_3", which do not mirror each other> ...
%!  ae_pretrain (ae_network (4, {ae_layer("dense", 3), ae_layer("dense", 2), ae_layer("dense", 5), ae_layer("dense", 4)}), ones (4, 2))
%!error <a scaling of its own: scale the samples first> ae_pretrain (ae_dense (4, 2, "Scale", "zscore"), rand (4, 9))
%!error <Noise must be a share in .0, 1. with "masking", got 2> ae_pretrain (make (), X, "Noise", 2)
%!error <NoiseKind must be one of masking, gaussian; got "x"> ae_pretrain (make (), X, "NoiseKind", "x")
%!error <ae_pretrain: unknown option "x"> ae_pretrain (make (), X, "x", 1)
%!error <^ae_pretrain: LearnRate must be 1e30 or less> ae_pretrain (ae_dense (6, 2), rand (6, 9), "LearnRate", 1e308, "Verbose", 0)
