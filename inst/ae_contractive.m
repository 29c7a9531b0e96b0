## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} ae_contractive (@var{input_size}, @var{units})
## @deftypefnx {autoencoder} {@var{net} =} ae_contractive (@dots{}, @var{name}, @var{value})
## A contractive autoencoder: a code that changes little where samples change little.
##
## It is the net of @code{ae_dense (@var{input_size}, @var{units})} with sigmoids, and
## the layers of its encoder add to the loss of @code{ae_fit} the mean over the
## minibatch's samples of @math{c ||J||^2 / d}: @math{J} is the matrix of derivatives
## of the layer's output by its input, @math{||J||} its Frobenius norm, @math{c} the
## option Contraction, @math{d} the number of the net's outputs.  With the loss
## @qcode{"mse"} or @qcode{"bce"}, which is a mean over outputs, @math{d} times the
## loss of a net with one layer in the encoder is what the paper minimizes:
## the sum over the outputs plus @math{c ||J||^2}.
##
## Where the encoder has several layers, each has a penalty of its own, as in the
## paper's stacks: that of the whole, which takes far longer to compute, is no more
## than the product of theirs.  @code{ae_pretrain} trains the layers one by one, with
## their penalties.  A layer's weights shrink under the penalty and those behind it
## may grow to make up for that; @qcode{"Tied", true} rules it out, which the paper
## does.
##
## Only training knows the penalty: validation losses, @code{ae_evaluate} and models
## for other systems are those of the dense net.
##
## Options, and those of @code{ae_dense}, with @qcode{"sigmoid"} as the default
## @qcode{"Activation"}; the encoder takes all but @qcode{"softmax"}:
##
## @table @code
## @item "Contraction"
## The weight @math{c} of the penalty; default 0.1.
## @end table
##
## Errors: @code{autoencoder:ae_contractive:size}, @code{:units}, @code{:option},
## @code{:value}.
##
## Source: Rifai, Vincent, Muller, Glorot and Bengio, @cite{Contractive
## auto-encoders: explicit invariance during feature extraction}, ICML 2011.
##
## @example
## @group
## X = (1 + sin ((1:20)' * linspace (0.1, 1, 300))) / 2;
## fit = @@(c) ae_fit (ae_contractive (20, 8, "Contraction", c, "Tied", true, "Seed", 1), X, ...
##                    "Optimizer", "adam", "LearnRate", 0.01, "Epochs", 40, "Seed", 1, "Verbose", 0);
## moved = @@(net) norm (ae_encode (net, X + 0.01) - ae_encode (net, X), "fro");
## moved (fit (1)) < 0.8 * moved (fit (0))
##     @result{} 1
## @end group
## @end example
## @seealso{ae_dense, ae_denoising, ae_sparse, ae_pretrain, ae_fit}
## @end deftypefn

function net = ae_contractive (input_size, units, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  input_size = arg_input_size ("ae_contractive", input_size);
  [layers, opt] = net_dense_stack ("ae_contractive", input_size, units, [{"Activation", "sigmoid"}, varargin], {
    "Contraction", 0.1, "number >= 0"});
  code = find (cellfun (@(l) strcmp (l.name, "code"), layers));
  for i = 1:code
    if (strcmp (layers{i}.type, "dense"))
      layers{i} = contractive (layers{i}, opt.Contraction / prod (input_size));
    endif
  endfor
  net = net_build ("ae_contractive", input_size, layers, opt);
endfunction

function layer = contractive (dense, weight)
  layer = ae_layer ("contractive", dense.units, weight, dense.activation, "Name", dense.name, ...
                    "Initializer", dense.initializer);
endfunction

%!test # layers and options
%! net = ae_contractive (784, [50 20], "Seed", 1);
%! assert ({net.layers.type}, {"input", "contractive", "contractive", "dense", "dense"});
%! assert ({net.layers(2:end).activation}, {"sigmoid", "sigmoid", "sigmoid", "sigmoid"});
%! assert (net.layers(net.code).name, "code");
%! assert ([net.layers(2:3).contraction], [0.1 0.1] / 784);
%! net = ae_contractive ([4 3 1], [6 2], "Contraction", 6, "Activation", "tanh", "CodeActivation", "linear", ...
%!                       "OutputActivation", "sigmoid", "Dropout", 0.2, "Initializer", "he", "Precision", "double");
%! assert (net.layers(net.code).contraction, 0.5);
%! assert (net.layers(net.code).activation, "linear");
%! assert (net.layers(end).output_size, [4 3 1]);
%! assert (sum (strcmp ({net.layers.type}, "dropout")), 4);
%! assert (class (net.layers(net.code).W), "double");
%!test # the loss of ae_fit: the mean over outputs, and the Jacobians of single samples by the textbook
%! X = rand (6, 40);
%! net = ae_contractive (6, [5 3], "Contraction", 2, "Activation", "tanh", "OutputActivation", "sigmoid", ...
%!                       "Precision", "double", "Seed", 4);
%! penalty = 0;
%! for i = 1:40
%!   h = tanh (net.layers(2).W * X(:,i) + net.layers(2).b);
%!   z = tanh (net.layers(3).W * h + net.layers(3).b);
%!   penalty += (norm (diag (1 - h .^ 2) * net.layers(2).W, "fro") ^ 2 ...
%!               + norm (diag (1 - z .^ 2) * net.layers(3).W, "fro") ^ 2) / 40;
%! endfor
%! plain = mean ((ae_reconstruct (net, X) - X)(:) .^ 2);
%! [~, h] = ae_fit (net, X, "Epochs", 1, "BatchSize", 40, "Verbose", 0);
%! assert (h.loss, plain + 2 / 6 * penalty, 1e-12);
%!test # the code contracts, more with a larger weight; with 0 it is ae_dense
%! X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:256);
%! fit = @(net) ae_fit (net, X, "Optimizer", "adam", "LearnRate", 5e-3, "Epochs", 15, "Seed", 2, "Verbose", 0);
%! moved = @(net) norm (ae_encode (net, X + 0.01) - ae_encode (net, X), "fro");
%! make = @(c) ae_contractive (784, 30, "Contraction", c, "Tied", true, "Seed", 1);
%! none = fit (make (0));
%! warning ("off", "autoencoder:ae_fit:mean", "local");
%! some = fit (make (10));
%! assert (moved (some) < 0.5 * moved (none));
%! assert (moved (fit (make (100))) < 0.5 * moved (some));
%! dense = fit (ae_dense (784, 30, "Activation", "sigmoid", "Tied", true, "Seed", 1));
%! assert (ae_reconstruct (none, X), ae_reconstruct (dense, X));
%!test # the same bits for any number of threads and after Resume; files; pretraining
%! X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:300);
%! fit = @(varargin) ae_fit (ae_contractive (784, [30 8], "Seed", 1), X, "Optimizer", "adam", "Seed", 2, "Verbose", 0, varargin{:});
%! a = fit ("Epochs", 4, "Threads", 1);
%! assert (isequal (fit ("Epochs", 4, "Threads", 3).layers, a.layers));
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   fit ("Epochs", 2, "Checkpoint", file);
%!   assert (isequal (fit ("Epochs", 4, "Resume", file).layers, a.layers));
%!   ae_save (a, file);
%!   assert (isequal (ae_load (file).layers, a.layers));
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%! [net, losses] = ae_pretrain (ae_contractive (784, [30 8], "Seed", 1), X, "Epochs", 3, "Seed", 1, "Verbose", 0);
%! assert (all (losses(:,3) < losses(:,1)));
%! assert ({net.layers.type}, {"input", "contractive", "contractive", "dense", "dense"});
%!error <Invalid call> ae_contractive (3)
%!error <ae_contractive: units must be whole numbers of 1 or more, got 0> ae_contractive (3, 0)
%!error <ae_contractive: Contraction must be a finite number .= 0, got -1> ae_contractive (3, 2, "Contraction", -1)
%!error <a contractive layer cannot have the activation "softmax"> ae_contractive (3, 2, "Activation", "softmax")
%!error <ae_contractive: unknown option "x"> ae_contractive (3, 2, "x", 1)
