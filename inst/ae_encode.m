## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Z} =} ae_encode (@var{m}, @var{X})
## Encode: the codes of data, by the encoder half of a model.
##
## @var{m} is a network (@code{ae_network}, @code{ae_dense}, @code{ae_conv})
## or a PCA model (@code{ae_pca}).  @var{X} holds @var{n} samples:
## @var{d}-by-@var{n}, or @var{h}-by-@var{w}-by-@var{c}-by-@var{n} images, which
## a model with a vector input flattens column-major.  @var{Z} is
## @var{k}-by-@var{n}, or rows-by-columns-by-channels-by-@var{n} where the code
## layer gives images; its class is that of the model's weights.
##
## For PCA the code of x is V' (x - mean), each divided by its standard
## deviation when the model whitens.  A model that scales its samples does so
## first.  Of a t-SNE map (the third output of @code{ae_tsne}) @var{Z} are the places
## of new samples on it.
##
## Errors: @code{autoencoder:ae_encode:model} (no model, or a damaged one),
## @code{:size}, @code{:class}, @code{:empty}, @code{:nonfinite}.
##
## @example
## @group
## net = ae_dense (784, [100 20]);
## Z = ae_encode (net, rand (784, 5, "single"));
## size (Z)
##     @result{} 20 5
## @end group
## @end example
## @seealso{ae_decode, ae_reconstruct, ae_encoder}
## @end deftypefn

function Z = ae_encode (m, X)
  if (nargin != 2)
    print_usage ();
  endif
  Z = model_apply ("ae_encode", "encode", m, X);
endfunction

%!test # the code layer's output, by hand
%! net = ae_network (3, {ae_layer("dense", 2, "relu"), ae_layer("dense", 3)}, "Seed", 1, "Precision", "double");
%! X = [1 2; 3 4; 5 6] / 10;
%! assert (ae_encode (net, X), max (net.layers(2).W * X + net.layers(2).b, 0), 1e-14);
%!test # images into a vector input; single stays single
%! net = ae_network (6, {ae_layer("dense", 2)}, "Seed", 1);
%! X = rand (3, 2, 1, 4);
%! Z = ae_encode (net, X);
%! assert (size (Z), [2 4]);
%! assert (class (Z), "single");
%! assert (Z, ae_encode (net, reshape (X, 6, 4)));
%!test # a code of images
%! net = ae_network ([4 4 1], {ae_layer("conv2d", 2, 3, "Padding", "same"), ae_layer("maxpool2d", 2), ...
%!                             ae_layer("upsample2d", 2), ae_layer("conv2d", 1, 3, "Padding", "same")});
%! assert (size (ae_encode (net, rand (4, 4, 1, 5))), [2 2 2 5]);
%!error <damaged: W of layer 1 must be single or double, got 1-by-1 cell>
%! net = ae_network (6, {ae_layer("dense", 2)});  net.layers(1).W = {1};
%! ae_encode (net, ones (6, 1));
%!error <ae_encode: the result must be finite, got numbers too large for class single>
%! net = ae_network (6, {ae_layer("dense", 2)});  net.layers(2).W(:) = 1;
%! ae_encode (net, single (3e38) * ones (6, 2, "single"))
%!error <damaged: the name of each layer must be a string>
%! net = ae_network (6, {ae_layer("dense", 2)});  net.layers(2).name = ["ab"; "cd"];
%! ae_encode (net, ones (6, 1));
%!error <damaged: trainable of layer 2 must be true or false, got "yes">
%! net = ae_network (6, {ae_layer("dense", 2)});  net.layers(2).trainable = "yes";
%! ae_encode (net, ones (6, 1));
%!error <ae_encode: the result must be finite>
%! p = ae_pca (single (rand (6, 9)), 2);
%! p.components(:,1) = 1 / sqrt (single (6));
%! ae_encode (p, single (3e38) * ones (6, 2));
%!error <damaged: padding of layer 2 must be a string, got class cell>
%! net = ae_network ([4 4 1], {ae_layer("conv2d", 1, 3)});  net.layers(2).padding = {"a", "b"};
%! ae_encode (net, ones (16, 1));
%!error <damaged: p.whiten must be true or false, got 1-by-1 cell>
%! p = ae_pca (rand (6, 9), 2);  p.whiten = {1};
%! ae_encode (p, ones (6, 1));
%!error <Invalid call> ae_encode (1)
%!error <ae_encode: the model must come from ae_network.*got 3> ae_encode (3, 4)
%!error <samples are columns here: transpose, X'> ae_encode (ae_network (6, {ae_layer("dense", 2)}), ones (5, 6))
%!error <X must be 6-by-n, got 5-by-7> ae_encode (ae_network (6, {ae_layer("dense", 2)}), ones (5, 7))
%!error <X must be 2-by-3-by-1-by-n or 6-by-n, got 5-by-7> ae_encode (ae_network ([2 3 1], {ae_layer("flatten")}), ones (5, 7))
%!error <scale it first> ae_encode (ae_network (6, {ae_layer("dense", 2)}), uint8 (ones (6, 7)))
%!error <must not be empty> ae_encode (ae_network (6, {ae_layer("dense", 2)}), ones (6, 0))
%!error <X must be finite> ae_encode (ae_network (6, {ae_layer("dense", 2)}), Inf (6, 1))
%!error <damaged: W of layer "dense_1" must be 2-by-6, got 1-by-1 single|got 1>
%! net = ae_network (6, {ae_layer("dense", 2)}); net.layers(2).W = single (1); ae_encode (net, ones (6, 1));
%!error <damaged: W of layer "dense_1" must be real, finite and single, got NaN or Inf>
%! net = ae_network (6, {ae_layer("dense", 2)}); net.layers(2).W(3) = NaN; ae_encode (net, ones (6, 1));
%!error <damaged: layer 2 has the unknown type "evil">
%! net = ae_network (6, {ae_layer("dense", 2)}); net.layers(2).type = "evil"; ae_encode (net, ones (6, 1));
%!error <damaged: the network has no field code>
%! net = rmfield (ae_network (6, {ae_layer("dense", 2)}), "code"); ae_encode (net, ones (6, 1));
