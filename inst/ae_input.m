## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{x} =} ae_input (@var{d})
## @deftypefnx {autoencoder} {@var{x} =} ae_input ([@var{h} @var{w} @var{c}])
## @deftypefnx {autoencoder} {@var{x} =} ae_input ([@var{t} @var{c}])
## The input of a network that is built layer by layer.
##
## The input is a vector of @var{d} numbers, an image of @var{h} rows, @var{w}
## columns and @var{c} channels, or a series of @var{t} times and @var{c}
## channels (samples are then @var{t}-by-@var{c}-by-@var{n}; it has layers of its
## own, @qcode{"conv1d"} and its kin).  Each layer is then a function of the
## one before: @code{@var{h1} = ae_layer (@var{x}, @dots{})}, and
## @code{ae_network (@var{x}, @var{out})} makes the network.
##
## The result is a plain struct (a node) with the fields @code{kind},
## @code{input_size}, @code{output_size} and @code{layers}.
##
## Error: @code{autoencoder:ae_input:size} unless the argument is one whole
## number, two or three, all 1 or more.
##
## @example
## @group
## x = ae_input (784);
## h = ae_layer (x, "dense", 20, "relu");
## net = ae_network (x, ae_layer (h, "dense", 784, "relu"), "Code", h);
## net.layers(net.code).output_size
##     @result{} 20
## @end group
## @end example
## @seealso{ae_layer, ae_network}
## @end deftypefn

function x = ae_input (input_size)
  if (nargin != 1)
    print_usage ();
  endif
  input_size = arg_input_size ("ae_input", input_size);
  x = struct ("kind", "node", "input_size", input_size, "output_size", input_size, "layers", {{}});
endfunction

%!test
%! x = ae_input (784);
%! assert (x.input_size, 784);
%! assert (x.output_size, 784);
%! x = ae_input ([28; 28; 1]);
%! assert (x.input_size, [28 28 1]);
%! x = ae_input ([100 4]);
%! assert (ae_layer (x, "conv1d", 8, 5).output_size, [96 8]);
%!error <Invalid call> ae_input ()
%!error <ae_input: the input size must be d, \[t c\] or \[h w c\], whole numbers of 1 or more, got 0> ae_input (0)
%!error <got 1-by-4 double> ae_input ([28 28 1 1])
%!error <got "a"> ae_input ("a")
%!error <got 2.5> ae_input (2.5)
