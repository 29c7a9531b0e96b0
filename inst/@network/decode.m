## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} decode (@var{n}, @var{Z})
## Samples from the codes of a stack of autoencoders, back through all of their
## decoders, the last one first.
##
## @var{Z} has a row for each hidden unit of the last autoencoder, as
## @code{encode (@var{n}, @var{X})} gives it; @var{Y} is @var{d}-by-@var{n} in the
## units of the samples.  MATLAB has no such function.
##
## @code{train} changes the encoders and leaves the decoders as they were: a
## warning says so.
##
## Errors: @code{autoencoder:decode:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}, @code{:model} (not a stack of autoencoders).  Warning:
## @code{autoencoder:decode:trained}.
##
## @example
## @group
## rand ("state", 1);
## X = [1:6]' * rand (1, 40) / 6;   # all six follow one number
## a1 = trainAutoencoder (X, 4, "MaxEpochs", 20, ...
##                       "SparsityRegularization", 0);
## a2 = trainAutoencoder (encode (a1, X), 2, "MaxEpochs", 20, ...
##                       "SparsityRegularization", 0);
## net = stack (a1, a2);
## Y = decode (net, net (X));
## max (abs (Y - decode (a1, decode (a2, net (X))))(:)) < 1e-12
##     @result{} ans = 1
## @end group
## @end example
## @seealso{@@Autoencoder/stack, @@network/encode, @@Autoencoder/decode}
## @end deftypefn

function Y = decode (n, Z)
  if (nargin != 2)
    print_usage ();
  elseif (isempty (n.decoders))
    error ("autoencoder:decode:model", "decode: this network is no stack of autoencoders and has no decoders");
  endif
  Y = __matlab__ ("matrix", "decode", "Z", Z, prod (n.decoders{end}.input_size));
  if (n.trained)
    warning ("autoencoder:decode:trained", ...
             "decode: train has changed the encoders since; the decoders are those from before and fit them no longer");
  endif
  for i = numel (n.decoders):-1:1
    Y = double (ae_predict (n.decoders{i}, Y));
  endfor
endfunction

%!test
%! X = 5 * rand (6, 40);
%! a1 = trainAutoencoder (X, 4, "MaxEpochs", 5);
%! a2 = trainAutoencoder (encode (a1, X), 3, "MaxEpochs", 5);
%! a3 = trainAutoencoder (encode (a2, encode (a1, X)), 2, "MaxEpochs", 5, "ScaleData", false);
%! soft = trainSoftmaxLayer (encode (a3, encode (a2, encode (a1, X))), double ((1:2)' == 1 + mod (1:40, 2)), "MaxEpochs", 5);
%! n = stack (a1, a2, a3, soft);
%! Z = encode (n, X);
%! assert (decode (n, Z), decode (a1, decode (a2, decode (a3, Z))), 1e-12);
%! n = train (n, X, double ((1:2)' == 1 + mod (1:40, 2)));
%! warning ("on", "autoencoder:decode:trained", "local");
%! lastwarn ("");
%! evalc ("decode (n, Z);");
%! assert (! isempty (strfind (lastwarn (), "train has changed the encoders")));
%!error <Invalid call> decode (network ())
%!error <decode: this network is no stack of autoencoders> decode (network (), 1)
%!error <decode: Z must be 2-by-n, a sample a column, got 3-by-1>
%! decode (stack (trainAutoencoder (rand (4, 9), 2, "MaxEpochs", 2)), ones (3, 1))
