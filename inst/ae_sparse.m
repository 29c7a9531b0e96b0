## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} ae_sparse (@var{input_size}, @var{units})
## @deftypefnx {autoencoder} {@var{net} =} ae_sparse (@dots{}, @var{name}, @var{value})
## A sparse autoencoder: few of the code's units answer to a sample.
##
## It is the net of @code{ae_dense (@var{input_size}, @var{units})} with a sigmoid
## code, followed by a layer that lets the code pass and adds a penalty to the loss of
## @code{ae_fit}: of each unit the divergence of its mean over the minibatch from a
## small target.  The code may be larger than the input: @code{ae_sparse (784, 1000)}.
## What @code{ae_fit} does with its options @qcode{"SparsityWeight"} and
## @qcode{"CodeL1"} belongs to the net here, and is saved with it.
##
## Options, and those of @code{ae_dense}, with @qcode{"sigmoid"} as the default
## @qcode{"CodeActivation"}:
##
## @table @code
## @item "Sparsity"
## The mean that each unit should have, between 0 and 1; default 0.05.
## @item "SparsityWeight"
## Of the divergences' sum; default 0.01.
## @item "CodeL1"
## Weight of the mean over samples of sum |code|; default 0.
## @end table
##
## Errors: @code{autoencoder:ae_sparse:size}, @code{:units}, @code{:option},
## @code{:value}.
##
## Source: Ng, @cite{Sparse autoencoder}, CS294A lecture notes, 2011.
##
## @example
## @group
## net = ae_sparse (20, 30, "Sparsity", 0.1, "Seed", 1);
## @{net.layers.type@}
##     @result{}
##         @{
##           [1,1] = input
##           [1,2] = dense
##           [1,3] = sparsity
##           [1,4] = dense
##         @}
##
## @end group
## @end example
## @seealso{ae_dense, ae_denoising, ae_vae, ae_fit}
## @end deftypefn

function net = ae_sparse (input_size, units, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  input_size = arg_input_size ("ae_sparse", input_size);
  [layers, opt] = net_dense_stack ("ae_sparse", input_size, units, [{"CodeActivation", "sigmoid"}, varargin], {
    "Sparsity", 0.05, "share";
    "SparsityWeight", 0.01, "weight";
    "CodeL1", 0, "weight"});
  if (opt.Sparsity == 0)
    error ("autoencoder:ae_sparse:value", "ae_sparse: Sparsity must be above 0, got 0");
  endif
  code = find (cellfun (@(l) strcmp (l.name, "code"), layers));
  penalty = ae_layer ("sparsity", opt.Sparsity, opt.SparsityWeight, opt.CodeL1);
  net = net_build ("ae_sparse", input_size, [layers(1:code), {penalty}, layers(code+1:end)], opt);
endfunction

%!shared X, quiet
%! X = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:128);
%! quiet = {"Optimizer", "adam", "LearnRate", 5e-3, "Epochs", 15, "Seed", 2, "Verbose", 0};
%!test # layers and options
%! net = ae_sparse (784, [50 20], "Sparsity", 0.1, "SparsityWeight", 2, "CodeL1", 0.5, "Activation", "tanh", "Seed", 1);
%! assert ({net.layers.type}, {"input", "dense", "dense", "sparsity", "dense", "dense"});
%! assert (net.layers(net.code).name, "code");
%! assert (net.layers(net.code).activation, "sigmoid");
%! assert ([net.layers(4).target_rate, net.layers(4).kl_weight, net.layers(4).l1_weight], [0.1 2 0.5]);
%!test # the code becomes sparse; it trains as ae_fit's own options do
%! plain = ae_dense (784, 30, "CodeActivation", "sigmoid", "OutputActivation", "sigmoid", "Seed", 1);
%! net = ae_sparse (784, 30, "SparsityWeight", 0.1, "OutputActivation", "sigmoid", "Seed", 1);
%! net.layers(4).W = plain.layers(3).W; # drawn by a layer's place
%! net = ae_fit (net, X, quiet{:});
%! same = ae_fit (plain, X, quiet{:}, "Sparsity", 0.05, "SparsityWeight", 0.1);
%! assert (ae_reconstruct (net, X), ae_reconstruct (same, X), 1e-4);
%! away = @(m) mean (abs (mean (ae_encode (m, X), 2) - 0.05));
%! assert (away (net) < 0.5 * away (ae_fit (plain, X, quiet{:})));
%!test # CodeL1
%! make = @(l1) ae_fit (ae_sparse (784, 30, "SparsityWeight", 0, "CodeL1", l1, "Seed", 1), X, quiet{:});
%! assert (mean (ae_encode (make (0.1), X)(:)) < 0.5 * mean (ae_encode (make (0), X)(:)));
%!test # gradients, saving
%! net = ae_sparse (6, [5 3], "Activation", "tanh", "OutputActivation", "sigmoid", "Precision", "double", "Seed", 4);
%! assert (max (ae_gradcheck (net, rand (6, 40))) < 1e-7);
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   ae_save (net, file);
%!   assert (ae_load (file).layers(4).kl_weight, 0.01);
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!error <Invalid call> ae_sparse (3)
%!error <ae_sparse: units must be whole numbers of 1 or more, got 0> ae_sparse (3, 0)
%!error <ae_sparse: Sparsity must be above 0, got 0> ae_sparse (3, 2, "Sparsity", 0)
%!error <SparsityWeight must be a number from 0 to 1e30, got 1e.308> ae_sparse (3, 2, "SparsityWeight", 1e308)
%!error <SparsityWeight must be a number from 0 to 1e30, got -1> ae_sparse (3, 2, "SparsityWeight", -1)
%!error <CodeL1 must be a number from 0 to 1e30> ae_sparse (3, 2, "CodeL1", -1)
%!error <ae_sparse: unknown option "x"> ae_sparse (3, 2, "x", 1)
