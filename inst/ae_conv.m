## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} ae_conv (@var{input_size}, @var{filters})
## @deftypefnx {autoencoder} {@var{net} =} ae_conv (@dots{}, @var{name}, @var{value})
## A convolutional autoencoder, symmetric about its code.
##
## @var{input_size} is [@var{h} @var{w} @var{c}].  @var{filters} has a number
## for each level of the encoder, which is a convolution with that many filters
## and a max pooling; the last pooling is the code, a layer named
## @qcode{"code"}.  Each level of the decoder is a convolution and an
## upsampling; one more convolution gives the @var{c} channels of the output.
## @code{ae_conv ([28 28 1], [8 4 4])} has 1,185 parameters and a code of
## 4-by-4-by-4, @code{ae_conv ([28 28 1], [32 32])} has 28,353.
##
## Any @var{h} and @var{w} of 1 or more are allowed, and the output has exactly the
## size of the input.  Pooling covers an odd edge (7 becomes 4), which
## upsampling would bring back too large (4 becomes 8).  The surplus is removed
## by a convolution without padding (@qcode{"valid"}) where the kernel removes
## exactly that much, as in the first net above, where 16 becomes 14;
## otherwise by a cropping layer.  @code{ae_summary} says where.
##
## Options:
##
## @table @code
## @item "Kernel"
## Rows and columns of the kernels, one number or two; default 3.
## @item "Pool"
## Rows and columns of the windows that are pooled, and the factor of the
## upsampling; default 2.
## @item "Activation"
## Of every convolution but the last: default @qcode{"relu"}.
## @item "OutputActivation"
## Of the last one; by default as @qcode{"Activation"}.
## @item "Initializer"
## See @code{ae_layer}; default @qcode{"glorot"}.
## @item "Interpolation"
## Of the upsampling: @qcode{"nearest"} (default) or @qcode{"bilinear"}.
## @item "Scale", "Missing"
## How samples are scaled on their way in, and what a missing value does: see
## @code{ae_network}.  With @qcode{"zscore"} and @qcode{"robust"} the output
## activation is @qcode{"linear"} unless given.
## @item "Seed", "Precision"
## See @code{ae_network}.
## @end table
##
## Errors: @code{autoencoder:ae_conv:size}, @code{:filters}, @code{:option},
## @code{:value}.
##
## Source: Masci, Meier, Cire@,{s}an, Schmidhuber, @cite{Stacked convolutional
## auto-encoders for hierarchical feature extraction}, ICANN 2011.
##
## @example
## @group
## net = ae_conv ([28 28 1], [8 4 4]);
## net.layers(net.code).output_size
##     @result{} 4   4   4
## numel (ae_parameters (net))
##     @result{} 1185
## @end group
## @end example
## @seealso{ae_dense, ae_denoising, ae_network, ae_layer, ae_fit}
## @end deftypefn

function net = ae_conv (input_size, filters, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  input_size = arg_input_size ("ae_conv", input_size);
  none = cell (0, 3);
  [layers, opt] = net_conv_stack ("ae_conv", input_size, filters, varargin, none);
  net = net_build ("ae_conv", input_size, layers, opt);
endfunction

%!function n = count (net)
%!  n = sum (arrayfun (@(l) numel (l.W) + numel (l.b), net.layers));
%!test # the lecture's net
%! net = ae_conv ([28 28 1], [8 4 4], "Seed", 1);
%! sizes = [28 28 1; 28 28 8; 14 14 8; 14 14 4; 7 7 4; 7 7 4; 4 4 4; 4 4 4; 8 8 4; 8 8 4; 16 16 4; ...
%!          14 14 8; 28 28 8; 28 28 1];
%! assert (vertcat (net.layers.output_size), sizes);
%! assert (arrayfun (@(l) numel (l.W) + numel (l.b), net.layers), [0 80 0 292 0 148 0 148 0 148 0 296 0 73]);
%! assert (count (net), 1185);
%! assert (net.layers(net.code).name, "code");
%! assert (net.layers(net.code).output_size, [4 4 4]);
%! convolutions = strcmp ({net.layers.type}, "conv2d");
%! assert ({net.layers(convolutions).padding}, {"same", "same", "same", "same", "same", "valid", "same"});
%! assert ({net.layers(convolutions).activation}, repmat ({"relu"}, 1, 7));
%!test # the denoising net
%! net = ae_conv ([28 28 1], [32 32], "Seed", 1);
%! assert (count (net), 28353);
%! assert (net.layers(net.code).output_size, [7 7 32]);
%! assert (any (strcmp ({net.layers.padding}, "valid")), false);
%! assert (any (strcmp ({net.layers.type}, "crop2d")), false);
%!test # every size comes out as it went in
%! for h = [1 2 3 7 13 26 31]
%!   for w = [1 3 7 13 28]
%!     for filters = {2, [3 2], [1 2 1 1]}
%!       net = ae_conv ([h w 3], filters{1}, "Seed", 1);
%!       assert (net.layers(end).output_size, [h w 3]);
%!       assert (net.layers(net.code).output_size, [ceil([h w] / 2^numel (filters{1})), filters{1}(end)]);
%!     endfor
%!   endfor
%! endfor
%! assert (size (ae_predict (net, rand (31, 28, 3, 2))), [31 28 3 2]);
%!test # the last convolution may be the valid one; cropping where nothing else does
%! net = ae_conv ([26 26 1], [2 2]);
%! assert (net.layers(end).padding, "valid");
%! assert (net.layers(end).input_size, [28 28 2]);
%! net = ae_conv ([13 13 1], [2 2]);
%! k = find (strcmp ({net.layers.type}, "crop2d"));
%! assert (numel (k), 2);
%! assert (vertcat (net.layers(k).margins), [0 1 0 1; 0 1 0 1]);
%! net = ae_conv ([28 26 1], [2 2]); # one axis alone is never valid
%! assert (any (strcmp ({net.layers.padding}, "valid")), false);
%! assert (net.layers(strcmp ({net.layers.type}, "crop2d")).margins, [0 0 0 1]);
%!test # kernels and pools
%! net = ae_conv ([9 11 1], [2 3], "Kernel", 2, "Pool", [3 2]);
%! assert (net.layers(end).output_size, [9 11 1]);
%! assert (size (net.layers(2).W), [2 2 1 2]);
%! assert (net.layers(net.code).output_size, [1 3 3]);
%! net = ae_conv ([7 7 1], 2, "Kernel", 2);
%! assert (net.layers(end).padding, "valid");
%! for kernel = {1, 2, 3, 4, 5, [1 3], [3 5]}
%!   for pool = {1, 2, 3, [1 2]}
%!     net = ae_conv ([13 10 2], [2 2 2], "Kernel", kernel{1}, "Pool", pool{1});
%!     assert (net.layers(end).output_size, [13 10 2]);
%!   endfor
%! endfor
%!test # the other options
%! net = ae_conv ([8 8 1], 2, "Activation", "elu", "OutputActivation", "sigmoid", "Initializer", "he", ...
%!                "interpolation", "bilinear", "Precision", "double", "Seed", 3);
%! assert ({net.layers([2 4 6]).activation}, {"elu", "elu", "sigmoid"});
%! assert (net.layers(2).initializer, "he");
%! assert (net.layers(5).interpolation, "bilinear");
%! assert (class (net.layers(2).W), "double");
%! assert (ae_conv ([8 8 1], 2, "Seed", 3), ae_conv ([8 8 1], 2, "Seed", 3));
%! assert (! isequal (ae_conv ([8 8 1], 2, "Seed", 3), ae_conv ([8 8 1], 2, "Seed", 4)));
%!error <filters must be whole numbers of 1 or more, got 1-by-0 double> ae_conv ([8 8 1], 1:0)
%!error <Invalid call> ae_conv ([3 3 1])
%!error <ae_conv: the input size must be \[h w c\], got 784; ae_dense> ae_conv (784, 2)
%!error <the input size must be \[h w c\], got \[28 28\]> ae_conv ([28 28], 2)
%!error <the input size must be d, \[t c\] or \[h w c\]> ae_conv ([0 28 1], 2)
%!error <ae_conv: filters must be whole numbers of 1 or more, got 1.5> ae_conv ([8 8 1], 1.5)
%!error <filters must be whole numbers of 1 or more, got 0-by-0 double> ae_conv ([8 8 1], [])
%!error <filters must be whole numbers of 1 or more, got 1-by-1 cell> ae_conv ([8 8 1], {2})
%!error <ae_conv: Kernel must be a whole number .= 1, or two of them, got 0> ae_conv ([8 8 1], 2, "Kernel", 0)
%!error <ae_conv: Pool must be a whole number .= 1, or two of them> ae_conv ([8 8 1], 2, "Pool", [2 2 2])
%!error <ae_conv: Activation must be one of linear> ae_conv ([8 8 1], 2, "Activation", "x")
%!error <ae_conv: OutputActivation must be one of linear> ae_conv ([8 8 1], 2, "OutputActivation", 3)
%!error <ae_conv: Initializer must be one of glorot> ae_conv ([8 8 1], 2, "Initializer", "x")
%!error <ae_conv: Interpolation must be one of nearest, bilinear> ae_conv ([8 8 1], 2, "Interpolation", "x")
%!error <ae_conv: Precision must be one of single, double> ae_conv ([8 8 1], 2, "Precision", "half")
%!error <ae_conv: Seed must be a whole number> ae_conv ([8 8 1], 2, "Seed", -1)
%!error <ae_conv: unknown option "Kernels".*valid are: Kernel, Pool> ae_conv ([8 8 1], 2, "Kernels", 3)
