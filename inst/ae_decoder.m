## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{decoder} =} ae_decoder (@var{net})
## The decoder half of a network, as a network of its own.
##
## It goes from the code of @var{net} to its output and has copies of the
## weights: @code{ae_predict (ae_decoder (@var{net}), @var{Z})} is
## @code{ae_decode (@var{net}, @var{Z})}.  Its code is its input.  Weights that
## were tied to the encoder's are its own from here on.
##
## Errors: @code{autoencoder:ae_decoder:model}; also when the code is the output
## itself.
##
## @example
## @group
## net = ae_dense (784, [100 20]);
## images = ae_predict (ae_decoder (net), rand (20, 5, "single"));
## size (images)
##     @result{} 784 5
## @end group
## @end example
## @seealso{ae_encoder, ae_decode, ae_plot_codes}
## @end deftypefn

function decoder = ae_decoder (net)
  if (nargin != 1)
    print_usage ();
  endif
  arg_network ("ae_decoder", net);
  model_check ("ae_decoder", net);
  if (net.code == numel (net.layers))
    error ("autoencoder:ae_decoder:model", ...
           "ae_decoder: the code of this network is its output: there is no decoder");
  endif
  net_needs_codes ("ae_decoder", net.layers, net.code);
  decoder = net_half (net, false);
endfunction

%!test # the lecture's decoder
%! net = ae_dense (784, [100 20], "Seed", 1);
%! decoder = ae_decoder (net);
%! assert (decoder.input_size, 20);
%! assert ([decoder.layers.output_size], [20 100 784]);
%! Z = rand (20, 3, "single");
%! assert (ae_predict (decoder, Z), ae_decode (net, Z));
%! assert (ae_decode (decoder, Z), ae_decode (net, Z));
%! assert (ae_encode (decoder, Z), Z);
%! assert (ae_decoder (decoder), decoder);
%!test # images, double
%! net = ae_conv ([7 7 2], [3 2], "Seed", 1, "Precision", "double");
%! Z = rand (2, 2, 2, 4);
%! assert (ae_predict (ae_decoder (net), Z), ae_decode (net, Z));
%!test # tied weights stay as they are
%! net = ae_dense (6, [4 2], "Tied", true, "Seed", 1);
%! decoder = ae_decoder (net);
%! assert (decoder.layers(3).W, net.layers(2).W');
%! assert (decoder.layers(3).tied, "");
%! Z = rand (2, 3, "single");
%! assert (ae_predict (decoder, Z), ae_decode (net, Z));
%!error <Invalid call> ae_decoder ()
%!error <ae_decoder: net must be a network, got 3> ae_decoder (3)
%!error <ae_decoder: the model is damaged> ae_decoder (struct ("kind", "network"))
%!error <there is no decoder> ae_decoder (ae_encoder (ae_dense (4, 2)))
