## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} decode (@var{a}, @var{Z})
## Samples from codes, by the decoder of an autoencoder from
## @code{trainAutoencoder}.
##
## @var{Z} is @var{hiddenSize}-by-@var{n}.  @var{Y} is @var{d}-by-@var{n} in the
## data's own units, or, where the autoencoder was trained on images, a
## 1-by-@var{n} cell array of images.
##
## Errors: @code{autoencoder:decode:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}.
##
## @example
## @group
## a = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## size (decode (a, rand (2, 5)))
##     @result{} ans =
##
##           6   5
## @end group
## @end example
## @seealso{trainAutoencoder, @@Autoencoder/encode, @@Autoencoder/predict, @@network/decode}
## @end deftypefn

function Y = decode (a, Z)
  if (nargin != 2)
    print_usage ();
  endif
  Z = __matlab__ ("matrix", "decode", "Z", Z, prod (a.net.layers(2).output_size));
  form = {"cell", "matrix"}{1 + isempty(a.image_size)};
  Y = __matlab__ ("output", double (ae_decode (a.net, Z)), form, a.image_size);
endfunction

%!shared net, a, b
%! net = ae_dense (6, 2, "Activation", "sigmoid", "OutputActivation", "linear", "Seed", 1, "Precision", "double");
%! a = ae_to_matlab (net);
%! b = ae_to_matlab (net, [2 3]);
%!test
%! Z = [0.1 0.9 0.3; 0.5 0.2 0.7];
%! assert (decode (a, Z), net.layers(3).W * Z + net.layers(3).b, 1e-15);
%! I = decode (b, Z);
%! assert (size (I), [1 3]);
%! assert (I{2}, reshape (decode (a, Z(:,2)), 2, 3), 1e-15);
%!error <Invalid call> decode (a)
%!error <decode: Z must be 2-by-n, a sample a column, got 3-by-1> decode (a, ones (3, 1))
%!error <decode: Z must be a real matrix, got 1-by-1 cell> decode (a, {1})
