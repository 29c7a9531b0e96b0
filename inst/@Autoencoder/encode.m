## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Z} =} encode (@var{a}, @var{X})
## The codes of samples under an autoencoder from @code{trainAutoencoder}.
##
## @var{X} is @var{d}-by-@var{n}, or, where the autoencoder was trained on images,
## a cell array of images or one image; it is scaled as in training.  @var{Z} is
## @var{hiddenSize}-by-@var{n}, double.
##
## Errors: @code{autoencoder:encode:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}.
##
## @example
## @group
## a = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## size (encode (a, rand (6, 5)))
##     @result{} ans =
##
##           2   5
## @end group
## @end example
## @seealso{trainAutoencoder, @@Autoencoder/decode, @@Autoencoder/predict}
## @end deftypefn

function Z = encode (a, X)
  if (nargin != 2)
    print_usage ();
  endif
  M = __matlab__ ("input", "encode", "X", X, prod (a.net.input_size), a.image_size);
  Z = double (ae_encode (a.net, M));
endfunction

%!shared net, a, b
%! net = ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1, "Precision", "double");
%! a = ae_to_matlab (net);
%! b = ae_to_matlab (net, [2 3]);
%!test
%! X = reshape (1:30, 6, 5) / 30;
%! assert (encode (a, X), 1 ./ (1 + exp (-(net.layers(2).W * X + net.layers(2).b))), 1e-15);
%! assert (a.encode (X), encode (a, X));
%!test # images in cells, and one alone
%! I = {ones(2, 3) / 2, reshape(1:6, 2, 3) / 6};
%! assert (encode (b, I), [encode(b, I{1}), encode(b, I{2}(:))]);
%! assert (size (encode (b, I)), [2 2]);
%!error <Invalid call> encode (a)
%!error <encode: X must be 6-by-n, a sample a column, got 5-by-2> encode (a, ones (5, 2))
%!error <encode: X must be 6-by-n, as the autoencoder was trained on a matrix; got a cell array> encode (a, {1})
%!error <encode: X.2. must be an image of 2-by-3, got 3-by-2 double> encode (b, {ones(2, 3), ones(3, 2)})
%!error <encode: X must be finite, got NaN at element 1> encode (a, NaN (6, 1))
%!error <encode: X must be a real matrix, got "abcdef"> encode (a, "abcdef")
%!error <encode: X must not be empty> encode (b, {})
