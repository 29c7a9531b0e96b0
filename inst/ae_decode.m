## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{X} =} ae_decode (@var{m}, @var{Z})
## Decode: data from codes, by the decoder half of a model.
##
## @var{m} is a network or a PCA model.  @var{Z} holds @var{n} codes as
## @code{ae_encode} returns them.  @var{X} is @var{d}-by-@var{n}, or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n} for a model whose output is an
## image; its class is that of the model's weights.
##
## Errors: @code{autoencoder:ae_decode:model}, @code{:size}, @code{:class},
## @code{:empty}, @code{:nonfinite}.
##
## @example
## @group
## net = ae_dense (784, [100 20]);
## X = ae_decode (net, rand (20, 3, "single"));
## size (X)
##     @result{} 784 3
## @end group
## @end example
## @seealso{ae_encode, ae_reconstruct, ae_decoder}
## @end deftypefn

function X = ae_decode (m, Z)
  if (nargin != 2)
    print_usage ();
  endif
  X = model_apply ("ae_decode", "decode", m, Z);
endfunction

%!test # decode (encode (X)) is predict (X)
%! net = ae_network (5, {ae_layer("dense", 4, "tanh"), ae_layer("dense", 2), ae_layer("dense", 5, "sigmoid")}, "Seed", 3);
%! X = rand (5, 7, "single");
%! assert (ae_decode (net, ae_encode (net, X)), ae_predict (net, X), 1e-6);
%!test # a network that ends with its code has nothing to decode
%! net = ae_network (5, {ae_layer("dense", 2)}, "Seed", 3);
%! Z = rand (2, 3, "single");
%! assert (ae_decode (net, Z), Z);
%!error <Invalid call> ae_decode ()
%!error <ae_decode: Z must be 2-by-n, got 3-by-1> ...
%!  ae_decode (ae_network (5, {ae_layer("dense", 2), ae_layer("dense", 5)}), ones (3, 1))
%!error <the model must come from> ae_decode (struct ("kind", "tree"), 1)
