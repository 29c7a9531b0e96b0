## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{a} =} ae_to_matlab (@var{net})
## @deftypefnx {autoencoder} {@var{a} =} ae_to_matlab (@var{net}, @var{image_size})
## A network of this package as an object of MATLAB's kind.
##
## A network of one dense layer to the code and one back becomes an
## @code{Autoencoder}, for @code{encode}, @code{decode}, @code{predict},
## @code{stack} and the rest; any other network of dense layers becomes a
## @code{network}, which is called with samples.  Activations must be those that
## MATLAB has: sigmoid (logsig), satlin, linear (purelin), softmax, tanh (tansig),
## relu (poslin).  Weights become double.
##
## With @var{image_size}, [@var{h} @var{w}] or [@var{h} @var{w} 3], an
## @code{Autoencoder} takes and gives images in cells.
##
## Errors: @code{autoencoder:ae_to_matlab:model}, @code{:size}.
##
## @example
## @group
## net = ae_dense (784, 25, "Activation", "sigmoid", "Seed", 1);
## a = ae_to_matlab (net, [28 28]);
## size (predict (a, rand (28, 28)))
##     @result{} ans =
##
##           28   28
## @end group
## @end example
## @seealso{ae_from_matlab, trainAutoencoder, Autoencoder}
## @end deftypefn

function a = ae_to_matlab (net, image_size = [])
  if (nargin < 1)
    print_usage ();
  endif
  arg_network ("ae_to_matlab", net);
  model_check ("ae_to_matlab", net);
  if (! matlab_is_network (net))
    error ("autoencoder:ae_to_matlab:model", ...
           "ae_to_matlab: net must have dense layers alone, with one of the activations %s", ...
           strjoin (cellfun (@(f) matlab_transfer ("activation", f), matlab_transfer ("names"), "UniformOutput", false), ", "));
  endif
  d = prod (net.input_size);
  good = isempty (image_size) || (isnumeric (image_size) && isreal (image_size) && any (numel (image_size) == [2 3]) ...
                                  && all (image_size(:) == fix (image_size(:))) && prod (image_size) == d);
  if (! good)
    error ("autoencoder:ae_to_matlab:size", "ae_to_matlab: image_size must be [h w] or [h w 3] with %d elements in all, got %s", ...
           d, mat2str (double (image_size)));
  endif
  net = matlab_lean (net);
  for i = 2:numel (net.layers)
    net.layers(i).W = double (net.layers(i).W);
    net.layers(i).b = double (net.layers(i).b);
  endfor
  if (matlab_is_autoencoder (net))
    a = Autoencoder (net, image_size(:)');
  elseif (! isempty (image_size))
    error ("autoencoder:ae_to_matlab:size", ...
           "ae_to_matlab: only an autoencoder of two dense layers takes an image_size; this network has %d", numel (net.layers) - 1);
  else
    a = network (net);
  endif
endfunction

%!test
%! net = ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1);
%! a = ae_to_matlab (net);
%! assert (class (a), "Autoencoder");
%! assert (class (a.EncoderWeights), "double");
%! X = rand (6, 5);
%! assert (predict (a, X), double (ae_reconstruct (net, X)), 1e-6);
%! assert (size (decode (ae_to_matlab (net, [3 2]), ones (2, 4)){1}), [3 2]);
%!test # scaled
%! X = 9 * rand (6, 50);
%! net = ae_fit (ae_dense (6, 2, "Activation", "tanh", "Scale", "zscore", "Seed", 1), X, "Epochs", 2, "Verbose", 0, "Seed", 1);
%! assert (predict (ae_to_matlab (net), X), double (ae_reconstruct (net, X)), 1e-4);
%!test # deep nets
%! net = ae_dense (6, [4 2], "Activation", "relu", "Seed", 1);
%! n = ae_to_matlab (net);
%! assert (class (n), "network");
%! assert (n.layers{1}.transferFcn, "poslin");
%! assert (n (ones (6, 3)), double (ae_predict (net, ones (6, 3))), 1e-6);
%!error <Invalid call> ae_to_matlab ()
%!error <ae_to_matlab: net must be a network, got 3> ae_to_matlab (3)
%!error <net must have dense layers alone, with one of the activations sigmoid, satlin, linear> ae_to_matlab (ae_conv ([8 8 1], 2))
%!error <net must have dense layers alone> ae_to_matlab (ae_dense (4, 2, "Activation", "elu"))
%!error <image_size must be .h w. or .h w 3. with 4 elements in all, got .3 2.> ae_to_matlab (ae_dense (4, 2), [3 2])
%!error <only an autoencoder of two dense layers takes an image_size; this network has 4> ae_to_matlab (ae_dense (4, [3 2]), [2 2])
