## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Z} =} encode (@var{n}, @var{X})
## The codes of samples under a stack of autoencoders, in front of its softmax
## layer.
##
## @var{X} is @var{d}-by-@var{n}; @var{Z} has a row for each hidden unit of the last
## autoencoder.
##
## Errors: @code{autoencoder:encode:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}.
##
## @example
## @group
## rand ("state", 1);
## X = [1:6]' * rand (1, 40) / 6;   # all six follow one number
## a = trainAutoencoder (X, 3, "MaxEpochs", 20, ...
##                       "SparsityRegularization", 0);
## size (encode (stack (a), X))
##     @result{} ans =
##
##            3   40
## @end group
## @end example
## @seealso{@@Autoencoder/stack, @@network/decode}
## @end deftypefn

function Z = encode (n, X)
  if (nargin != 2)
    print_usage ();
  endif
  Z = double (ae_encode (n.net, __matlab__ ("matrix", "encode", "X", X, prod (n.net.input_size))));
endfunction

%!test
%! n = network (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1, "Precision", "double"));
%! assert (size (encode (n, ones (6, 5))), [2 5]);
%!error <Invalid call> encode (network ())
%!error <encode: X must be 1-by-n, a sample a column, got 2-by-1> encode (network (), [1; 2])
