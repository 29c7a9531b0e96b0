## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{encoder} =} ae_encoder (@var{net})
## The encoder half of a network, as a network of its own.
##
## It goes from the input of @var{net} to its code layer and has copies of the
## weights: @code{ae_predict (ae_encoder (@var{net}), @var{X})} is
## @code{ae_encode (@var{net}, @var{X})}.
##
## Errors: @code{autoencoder:ae_encoder:model}; also when the code is the input
## itself.
##
## @example
## @group
## net = ae_dense (784, [100 20]);
## encoder = ae_encoder (net);
## numel (ae_parameters (encoder))
##     @result{} 80520
## X = rand (784, 3, "single");
## isequal (ae_predict (encoder, X), ae_encode (net, X))
##     @result{} 1
## @end group
## @end example
## @seealso{ae_decoder, ae_encode, ae_summary}
## @end deftypefn

function encoder = ae_encoder (net)
  if (nargin != 1)
    print_usage ();
  endif
  arg_network ("ae_encoder", net);
  model_check ("ae_encoder", net);
  if (net.code == 1)
    error ("autoencoder:ae_encoder:model", ...
           "ae_encoder: the code of this network is its input: there is no encoder");
  endif
  encoder = net_half (net, true);
endfunction

%!test # the lecture's encoder
%! net = ae_dense (784, [100 20], "Seed", 1);
%! encoder = ae_encoder (net);
%! assert (sum (arrayfun (@(l) numel (l.W) + numel (l.b), encoder.layers)), 80520);
%! X = rand (784, 3, "single");
%! assert (ae_predict (encoder, X), ae_encode (net, X));
%! assert (ae_encode (encoder, X), ae_encode (net, X));
%! assert (ae_encoder (encoder), encoder);
%!test # images, double
%! net = ae_conv ([7 7 2], [3 2], "Seed", 1, "Precision", "double");
%! X = rand (7, 7, 2, 4);
%! assert (ae_predict (ae_encoder (net), X), ae_encode (net, X));
%! assert (size (ae_encode (net, X)), [2 2 2 4]);
%!error <Invalid call> ae_encoder ()
%!error <ae_encoder: net must be a network, got 3> ae_encoder (3)
%!error <ae_encoder: net must be a network> ae_encoder (ae_pca (rand (4, 9), 2))
%!error <ae_encoder: the model is damaged> ae_encoder (struct ("kind", "network"))
%!error <there is no encoder> ae_encoder (ae_decoder (ae_dense (4, 2)))
