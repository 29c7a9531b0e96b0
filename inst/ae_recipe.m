## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{net}, @var{options}, @var{why}] =} ae_recipe (@var{name})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_recipe (@var{name}, @var{option}, @var{value})
## A network and the options to train it with that serve well for a purpose.
##
## @code{ae_fit (@var{net}, @var{X}, @var{options}@{:@})} trains it.  @var{options}
## is a cell of names and values, @var{why} a cell of strings: each choice and
## its reason.  Where no result is asked for, the recipe is printed as lines to
## type, with its reasons.  The recipes are for images of 28-by-28 pixels with
## values in [0, 1]; @code{type ae_recipe} shows how they are written, to be copied
## and changed.
##
## @table @asis
## @item @qcode{"dense20"}
## A code of 20 numbers, for dimensionality reduction as in the lecture.
## @item @qcode{"deep30"}
## 784-1000-500-250-30, the deep autoencoder of Hinton and Salakhutdinov.
## @item @qcode{"conv64"}
## Convolutions down to a code of 64 numbers, with less than 200,000 parameters.
## @item @qcode{"denoise"}
## Takes gaussian noise of 0.5 away, with less than 200,000 parameters; train it
## on clean images.
## @item @qcode{"map2"}
## A code of two numbers: a map to look at.
## @end table
##
## What they reach, and in what time, is in @file{bench/RESULTS.md}.  Their
## settings were chosen on a part of the training images that was set apart
## (@qcode{"ValidationSplit"}), never on the test images.
##
## Options:
##
## @table @code
## @item "Epochs"
## Passes over the data; by default the recipe's own.  The cosine schedule ends
## where they end, so ask for as many as you will wait for.
## @item "Seed"
## For the weights and for training; by default drawn from @code{rand}.
## @item "Precision"
## @qcode{"single"} (default) or @qcode{"double"}.
## @end table
##
## Errors: @code{autoencoder:ae_recipe:name}, @code{:option}, @code{:value}.
##
## Sources: Hinton and Salakhutdinov, @cite{Reducing the dimensionality of data
## with neural networks}, Science 313, 2006; Kingma and Ba, @cite{Adam}, ICLR
## 2015; Loshchilov and Hutter, @cite{SGDR}, ICLR 2017 (the cosine schedule);
## Ramachandran, Zoph and Le, @cite{Searching for activation functions}, 2017
## (swish); Clevert, Unterthiner and Hochreiter, ICLR 2016 (elu); Loshchilov and
## Hutter, ICLR 2019 (AdamW); Vincent et al., ICML 2008 (denoising); for moved images
## see @code{ae_augment}.
##
## @example
## @group
## X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:200);
## [net, options] = ae_recipe ("dense20", "Epochs", 2, "Seed", 1);
## net = ae_fit (net, X, options@{:@}, "Verbose", 0);
## size (ae_encode (net, X))
##     @result{} 20 200
## @end group
## @end example
## @seealso{ae_fit, ae_dense, ae_conv, ae_denoising, ae_network}
## @end deftypefn

function [net, options, why] = ae_recipe (name, varargin)
  if (nargin < 1)
    print_usage ();
  endif
  recipes = struct ("dense20", @dense20, "deep30", @deep30, "conv64", @conv64, "denoise", @denoise, "map2", @map2);
  if (! (ischar (name) && isrow (name) && isfield (recipes, name)))
    error ("autoencoder:ae_recipe:name", "ae_recipe: name must be one of %s; got %s", ...
           strjoin (fieldnames (recipes)', ", "), text_describe (name));
  endif
  opt = arg_options ("ae_recipe", varargin, {
    "Epochs", [], "whole >= 0?";
    "Seed", [], "whole >= 0?";
    "Precision", "single", {"single", "double"}});
  [recipe, why] = recipes.(name) ();
  if (! isempty (opt.Epochs))
    recipe.Epochs = opt.Epochs;
  endif
  if (nargout == 0)
    show (name, recipe, why);
    return;
  endif
  seed = {};
  if (! isempty (opt.Seed))
    seed = {"Seed", opt.Seed};
  endif
  net = recipe.build ([{"Precision", opt.Precision}, seed]);
  options = [{"Optimizer", recipe.Optimizer, "Loss", recipe.Loss, "LearnRate", recipe.LearnRate, ...
              "LearnRateSchedule", "cosine", "BatchSize", recipe.BatchSize, "Epochs", recipe.Epochs}, recipe.more, seed];
endfunction

## Options that a recipe does not set itself.
function recipe = usual (varargin)
  recipe = struct ("Optimizer", "adam", "Loss", "mse", "LearnRate", 2e-3, "BatchSize", 128, "Epochs", 20);
  recipe.more = {};
  for i = 1:2:numel (varargin)
    recipe.(varargin{i}) = varargin{i+1};
  endfor
endfunction

## What all of them share.
function why = shared ()
  why = {
    "Adam: its steps have the size of the learning rate from the first step on, whatever the layer"
    "a cosine schedule: large steps first, then ever smaller ones down to 0, so that the last epochs settle"
    "a sigmoid output: pixels lie in [0, 1], and a sigmoid never dies as a relu does"};
endfunction

function why = smooth ()
  why = [shared(); {"swish (x times its sigmoid) in between: smooth, and no unit of it can die"}];
endfunction

function why = linear_code ()
  why = {"a linear code: no number of the code is lost to a relu"};
endfunction

function [recipe, why] = dense20 ()
  recipe = usual ("Optimizer", "adamw", "Epochs", 30);
  recipe.more = {"WeightDecay", 0.1};
  recipe.build = @(more) ae_dense (784, [1000 500 20], "Activation", "swish", "CodeActivation", "linear", ...
                                   "OutputActivation", "sigmoid", more{:});
  why = [smooth(); linear_code(); {
    "784-1000-500-20: two wide layers before the code; the lecture's single layer of 100 is the narrow place"
    "weights that shrink a little in every step (AdamW): 2.6 million weights would learn some images by heart"}];
endfunction

function [recipe, why] = deep30 ()
  recipe = usual ("LearnRate", 1e-3, "Epochs", 100);
  recipe.more = {"Augment", {"Share", 0.6}};
  recipe.build = @(more) ae_dense (784, [1000 500 250 30], "Activation", "elu", "CodeActivation", "linear", ...
                                   "OutputActivation", "sigmoid", more{:});
  why = [shared(); linear_code(); {
    "784-1000-500-250-30: Hinton's and Salakhutdinov's sizes, trained from the start without pretraining"
    "elu in between: through eight layers it learns faster than swish, relu or tanh; steps of 0.001, since with 0.002 three of five seeds never begin to learn"
    "three images in five are turned, scaled, sheared and shifted, in every epoch another way: without, the error of new images soon stands still while that of the training images falls on"}];
endfunction

## 1 -> 16 channels at 14-by-14 -> 24 at 7-by-7 -> 64 numbers, and back.
function [recipe, why] = conv64 ()
  recipe = usual ("Epochs", 10);
  layers = {conv(16, [5 5], "swish", "Stride", [2 2]), conv(24, [3 3], "swish", "Stride", [2 2]), ...
            ae_layer("flatten"), ae_layer("dense", 64, "linear", "Name", "code"), ...
            ae_layer("dense", 1176, "swish"), ae_layer("reshape", [7 7 24]), ...
            ae_layer("upsample2d", [2 2]), conv(16, [3 3], "swish"), ...
            ae_layer("upsample2d", [2 2]), conv(1, [5 5], "sigmoid")};
  recipe.build = @(more) ae_network ([28 28 1], layers, more{:});
  why = [smooth(); linear_code(); {
    "strides of 2 in the place of pooling: cheaper, and the net learns how to shrink"
    "a dense layer to the code: 64 numbers may each tell of the whole image, 4-by-4-by-4 only of a corner"
    "24 channels at 7-by-7 keep the two dense layers small: 159,537 parameters in all"}];
endfunction

## 1 -> 32 channels at 14-by-14 -> 64 at 7-by-7, and back; noise in front in training.
function [recipe, why] = denoise ()
  recipe = usual ("Loss", "bce", "BatchSize", 64, "Epochs", 10);
  layers = {ae_layer("noise", "gaussian", 0.5), ...
            conv(32, [5 5], "swish", "Stride", [2 2]), conv(32, [3 3], "swish"), ...
            conv(64, [3 3], "swish", "Stride", [2 2]), conv(64, [3 3], "swish", "Name", "code"), conv(64, [3 3], "swish"), ...
            ae_layer("upsample2d", [2 2]), conv(48, [3 3], "swish"), conv(32, [3 3], "swish"), ...
            ae_layer("upsample2d", [2 2]), conv(1, [5 5], "sigmoid")};
  recipe.build = @(more) ae_network ([28 28 1], layers, more{:});
  why = [smooth(); {
    "64 channels at 7-by-7: 3,136 numbers are no narrow place, but each sees enough of the image to tell a stroke from noise"
    "two or three convolutions at each size: what a stroke is shows over more pixels than one kernel has; 144,785 parameters in all"
    "strides of 2 in the place of pooling: most of the work is done on small images"
    "fresh noise in every epoch: the net cannot learn the noise by heart"
    "batches of 64: twice as many steps, which count for more here than quieter ones"
    "cross-entropy: with the squared error the first steps make all pixels black, where a sigmoid has no slope left; the best answer is the same for both, the mean of what may be behind the noise"}];
endfunction

function [recipe, why] = map2 ()
  recipe = usual ();
  recipe.build = @(more) ae_dense (784, [500 250 100 2], "Activation", "swish", "CodeActivation", "linear", ...
                                   "OutputActivation", "sigmoid", more{:});
  why = [smooth(); linear_code(); {"784-500-250-100-2: two numbers have to be unfolded far, which takes a deep decoder"}];
endfunction

function layer = conv (filters, size, act, varargin)
  layer = ae_layer ("conv2d", filters, size, act, "Padding", "same", varargin{:});
endfunction

function show (name, recipe, why)
  wide = min (text_columns (), 80);
  say = @(varargin) puts (text_wrap (sprintf (varargin{:}), wide));
  say ("Recipe \"%s\": %s, learning rate %g with a cosine schedule, batches of %d, %d epochs\n\n", ...
       name, struct ("adam", "Adam", "adamw", "AdamW").(recipe.Optimizer), recipe.LearnRate, recipe.BatchSize, recipe.Epochs);
  say ("  [net, options] = ae_recipe (\"%s\");\n  net = ae_fit (net, X, options{:});\n\nWhy:\n", name);
  say ("- %s\n", why{:});
endfunction

%!function n = count (net)
%!  n = sum (arrayfun (@(l) numel (l.W) + numel (l.b), net.layers));
%!test # codes and sizes as promised
%! sizes = struct ("dense20", 20, "deep30", 30, "conv64", 64, "map2", 2);
%! for [k, name] = sizes
%!   net = ae_recipe (name);
%!   assert (prod (net.layers(net.code).output_size), k);
%!   assert (net.layers(net.code).activation, "linear");
%! endfor
%! assert (count (ae_recipe ("conv64")), 159537);
%! net = ae_recipe ("denoise");
%! assert (count (net), 144785);
%! assert (net.layers(2).type, "noise");
%! assert (net.layers(2).rate, 0.5);
%!test # each can be trained as it comes, and learns
%! X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:256);
%! for name = {"dense20", "deep30", "conv64", "denoise", "map2"}
%!   [net, options, why] = ae_recipe (name{1}, "Epochs", 2, "Seed", 3);
%!   assert (iscellstr (why) && numel (why) > 4);
%!   [out, h] = ae_fit (net, X, options{:}, "Verbose", 0);
%!   assert (h.loss(2) < h.loss(1), name{1});
%!   assert (h.seed, 3);
%!   assert (size (ae_reconstruct (out, X(:,:,:,1:2))), [28 28 1 2]);
%! endfor
%!test # options
%! [net, options] = ae_recipe ("dense20", "Epochs", 7, "Seed", 5, "Precision", "double");
%! assert (class (net.layers(2).W), "double");
%! assert (options{find (strcmp (options, "Epochs")) + 1}, 7);
%! assert (options{find (strcmp (options, "Seed")) + 1}, 5);
%! again = ae_recipe ("dense20", "Seed", 5, "Precision", "double");
%! assert (again.layers(2).W, net.layers(2).W);
%! [~, options] = ae_recipe ("denoise");
%! assert (options{find (strcmp (options, "Loss")) + 1}, "bce");
%! [~, options] = ae_recipe ("dense20");
%! assert (! any (strcmp (options, "Seed")));
%! assert (options{find (strcmp (options, "Optimizer")) + 1}, "adamw");
%! assert (options{find (strcmp (options, "WeightDecay")) + 1}, 0.1);
%! [~, options] = ae_recipe ("deep30");
%! assert (options{find (strcmp (options, "Augment")) + 1}, {"Share", 0.6});
%!test # without results: words
%! text = evalc ('ae_recipe ("map2");');
%! assert (! isempty (strfind (text, "net = ae_fit (net, X, options{:});")));
%! assert (! isempty (strfind (text, "784-500-250-100-2")));
%! text = regexprep (evalc ('ae_recipe ("dense20");'), '\s+', " ");
%! assert (! isempty (strfind (text, "Recipe \"dense20\": AdamW, learning rate 0.002 with a cosine schedule, batches of 128, 30")));
%!error <Invalid call> ae_recipe ()
%!error <ae_recipe: name must be one of dense20, deep30, conv64, denoise, map2; got> ae_recipe ("x")
%!error <ae_recipe: unknown option "x"> ae_recipe ("map2", "x", 1)
%!error <Epochs must be a whole number> ae_recipe ("map2", "Epochs", -1)
