## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} ae_predict (@var{net}, @var{X})
## The output of a network.
##
## @var{X} holds @var{n} samples, @var{d}-by-@var{n} or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  @var{Y} is @var{m}-by-@var{n}, or
## images where the last layer gives them; its class is that of the weights.
## Layers that act in training only (dropout, noise) do nothing, and batch
## normalisation uses its moving moments.
##
## Errors: @code{autoencoder:ae_predict:model}, @code{:size}, @code{:class},
## @code{:empty}, @code{:nonfinite}.
##
## @example
## @group
## net = ae_dense (784, [100 20]);
## X = rand (784, 3, "single");
## isequal (ae_predict (ae_encoder (net), X), ae_encode (net, X))
##     @result{} 1
## @end group
## @end example
## @seealso{ae_encode, ae_reconstruct, ae_activations}
## @end deftypefn

function Y = ae_predict (net, X)
  if (nargin != 2)
    print_usage ();
  endif
  arg_network ("ae_predict", net);
  Y = model_apply ("ae_predict", "predict", net, X);
endfunction

%!test # by hand, in double
%! net = ae_network (3, {ae_layer("dense", 2, "sigmoid"), ae_layer("dense", 3)}, "Seed", 1, "Precision", "double");
%! X = rand (3, 5);
%! l = net.layers;
%! H = 1 ./ (1 + exp (-(l(2).W * X + l(2).b)));
%! assert (ae_predict (net, X), l(3).W * H + l(3).b, 1e-14);
%!test # many samples, every count around the size of a shard
%! net = ae_network (3, {ae_layer("dense", 2, "relu"), ae_layer("dense", 4)}, "Seed", 1, "Precision", "double");
%! l = net.layers;
%! for n = [1 15 16 17 63 64 65 130]
%!   X = rand (3, n);
%!   assert (ae_predict (net, X), l(3).W * max (l(2).W * X + l(2).b, 0) + l(3).b, 1e-14);
%! endfor
%!error <Invalid call> ae_predict (1)
%!error <ae_predict: net must be a network> ae_predict (1, 2)
%!error <X must be 3-by-n, got 4-by-1> ae_predict (ae_network (3, {ae_layer("dense", 2)}), ones (4, 1))
