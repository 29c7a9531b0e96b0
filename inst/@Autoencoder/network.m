## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{net} =} network (@var{a})
## An autoencoder as a network object, which is called with samples:
## @code{@var{net} (@var{X})} is @code{predict (@var{a}, @var{X})}.
##
## @example
## @group
## a = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## net = network (a);
## X = rand (6, 3);
## isequal (net (X), predict (a, X))
##     @result{} ans = 1
## @end group
## @end example
## @seealso{trainAutoencoder, @@Autoencoder/stack, @@network/train}
## @end deftypefn

function n = network (a)
  n = network (a.net, {});
endfunction

%!test
%! a = Autoencoder (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1, "Precision", "double"));
%! n = network (a);
%! assert (class (n), "network");
%! assert (n (ones (6, 2)), predict (a, ones (6, 2)));
%! assert (n.numLayers, 2);
