## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} predict (@var{a}, @var{X})
## Samples encoded and decoded again by an autoencoder from
## @code{trainAutoencoder}.
##
## @var{X} is @var{d}-by-@var{n}, or, where the autoencoder was trained on images,
## a cell array of images or one image.  @var{Y} has its form and units, double.
##
## Errors: @code{autoencoder:predict:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}.
##
## @example
## @group
## a = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## size (predict (a, rand (6, 5)))
##     @result{} ans =
##
##           6   5
## @end group
## @end example
## @seealso{trainAutoencoder, @@Autoencoder/encode, @@Autoencoder/decode}
## @end deftypefn

function Y = predict (a, X)
  if (nargin != 2)
    print_usage ();
  endif
  [M, form] = __matlab__ ("input", "predict", "X", X, prod (a.net.input_size), a.image_size);
  Y = __matlab__ ("output", double (ae_reconstruct (a.net, M)), form, a.image_size);
endfunction

%!shared net, a, b, X
%! net = ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1, "Precision", "double");
%! a = ae_to_matlab (net);
%! b = ae_to_matlab (net, [1 2 3]);
%! X = reshape (1:24, 6, 4) / 24;
%!test
%! assert (predict (a, X), ae_reconstruct (net, X), 1e-15);
%! assert (predict (a, X), decode (a, encode (a, X)), 1e-15);
%! assert (predict (a, single (X)), predict (a, X), 1e-6);
%!test # images in, images out; columns in, columns out
%! I = {reshape(X(:,1), 1, 2, 3), reshape(X(:,2), 1, 2, 3)};
%! R = predict (b, I);
%! assert (size (R), [1 2]);
%! assert (R{2}(:), predict (a, X(:,2)), 1e-15);
%! assert (predict (b, I{1}), R{1});
%! assert (predict (b, X), predict (a, X), 1e-15);
%!error <Invalid call> predict (a)
%!error <predict: X must be 6-by-n, a sample a column, got 4-by-6> predict (a, X')
%!error <predict: X must be 6-by-n, as the autoencoder was trained on a matrix> predict (a, {X})
