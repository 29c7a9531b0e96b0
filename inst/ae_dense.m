## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} ae_dense (@var{input_size}, @var{units})
## @deftypefnx {autoencoder} {@var{net} =} ae_dense (@dots{}, @var{name}, @var{value})
## A dense autoencoder, symmetric about its code.
##
## @var{units} are the units of the encoder's layers, the code last:
## @code{ae_dense (784, [100 20])} is 784-100-20-100-784.  The code layer is
## named @qcode{"code"}.  @var{input_size} is @var{d}, or [@var{h} @var{w}
## @var{c}] for images, which are then flattened; the output has the shape of the images again.
##
## Options:
##
## @table @code
## @item "Activation"
## Of every layer but the last: default @qcode{"relu"}.
## @item "CodeActivation", "OutputActivation"
## Of the code and of the last layer; by default as @qcode{"Activation"}.
## @item "Initializer"
## See @code{ae_layer}; default @qcode{"glorot"}.
## @item "Tied"
## true: the decoder uses the encoder's weights, transposed.  Default false.
## @item "Dropout"
## Share of the inputs of every layer that is dropped in training; default 0.
## @item "Scale", "Missing"
## How samples are scaled on their way in, and what a missing value does: see
## @code{ae_network}.  With @qcode{"zscore"} and @qcode{"robust"} the output
## activation is @qcode{"linear"} unless given.
## @item "Seed", "Precision"
## See @code{ae_network}.
## @end table
##
## Errors: @code{autoencoder:ae_dense:size}, @code{:units}, @code{:option},
## @code{:value}.
##
## Source: Hinton and Salakhutdinov, @cite{Reducing the dimensionality of data
## with neural networks}, Science 313, 2006.
##
## @example
## @group
## net = ae_dense (784, [100 20]);
## @{net.layers.output_size@}
##     @result{} @{
##          [1,1] = 784
##          [1,2] = 100
##          [1,3] = 20
##          [1,4] = 100
##          [1,5] = 784
##        @}
## numel (ae_parameters (net))
##     @result{} 161804
## @end group
## @end example
## @seealso{ae_conv, ae_denoising, ae_network, ae_fit}
## @end deftypefn

function net = ae_dense (input_size, units, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  input_size = arg_input_size ("ae_dense", input_size);
  none = cell (0, 3);
  [layers, opt] = net_dense_stack ("ae_dense", input_size, units, varargin, none);
  net = net_build ("ae_dense", input_size, layers, opt);
endfunction

%!test # the lecture's net
%! net = ae_dense (784, [100 20]);
%! assert ([net.layers.output_size], [784 100 20 100 784]);
%! assert ({net.layers(2:end).activation}, repmat ({"relu"}, 1, 4));
%! assert (net.layers(net.code).name, "code");
%! assert (sum (arrayfun (@(l) numel (l.W) + numel (l.b), net.layers)), 161804);
%!test # images, options
%! net = ae_dense ([4 3 2], 5, "OutputActivation", "sigmoid", "CodeActivation", "linear", "Seed", 1);
%! assert (net.layers(end).output_size, [4 3 2]);
%! assert ({net.layers([3 4]).activation}, {"linear", "sigmoid"});
%! net = ae_dense (9, [6 3], "Activation", "tanh", "Tied", true, "Precision", "double", "Initializer", "he", "Seed", 1);
%! assert (net.layers(5).W, net.layers(2).W');
%! assert (net.layers(4).W, net.layers(3).W');
%! assert (class (net.layers(2).b), "double");
%! net = ae_dense (9, [6 3], "Dropout", 0.2);
%! assert (net.layers(2).type, "dropout");
%! assert (net.layers(2).rate, 0.2);
%!error <Invalid call> ae_dense (3)
%!error <ae_dense: units must be whole numbers of 1 or more, got 0> ae_dense (3, 0)
%!error <the input size must be d> ae_dense ([3 3 3 3], 2)
%!error <Activation must be one of> ae_dense (3, 2, "Activation", "x")
%!error <unknown option "x"> ae_dense (3, 2, "x", 1)
