## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} stack (@var{a1}, @var{a2}, @dots{})
## @deftypefnx {autoencoder} {@var{net} =} stack (@var{a1}, @var{a2}, @dots{}, @var{softnet})
## One network of the encoders of several autoencoders, and a softmax layer.
##
## Each autoencoder takes the codes of the one before; @var{softnet}, from
## @code{trainSoftmaxLayer}, those of the last one.  The result is called with
## samples, @code{@var{net} (@var{X})}, trained further by
## @code{train (@var{net}, @var{X}, @var{T})}, and shown by @code{view}.  What
## autoencoders behind the first did to scale their input is taken up into their
## weights, so that the network gives exactly what they gave one after the other.
##
## The decoders are kept: @code{decode (@var{net}, @var{Z})} goes back through all
## of them, which MATLAB does not have.
##
## Errors: @code{autoencoder:stack:class}, @code{:size}.
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
## max (abs (net (X) - encode (a2, encode (a1, X)))(:)) < 1e-12
##     @result{} ans = 1
## size (decode (net, net (X)))
##     @result{} ans =
##
##            6   40
## @end group
## @end example
## @seealso{trainAutoencoder, trainSoftmaxLayer, @@network/train, @@network/decode}
## @end deftypefn

function n = stack (varargin)
  list = varargin;
  soft = [];
  if (isa (list{end}, "network"))
    soft = struct (list{end}).net;
    list(end) = [];
  endif
  for i = 1:numel (list)
    if (! isa (list{i}, "Autoencoder"))
      error ("autoencoder:stack:class", ...
             "stack: argument %d must be an autoencoder from trainAutoencoder, got class %s; only the last may be a network", ...
             i, class (list{i}));
    endif
  endfor
  [net, decoders] = stack_encoders (cellfun (@(a) a.net, list, "UniformOutput", false), soft);
  n = network (net, decoders);
endfunction

%!shared a1, a2, soft, X
%! X = rand (6, 40);
%! a1 = trainAutoencoder (3 * X, 4, "MaxEpochs", 5);
%! a2 = trainAutoencoder (encode (a1, 3 * X), 2, "MaxEpochs", 5);
%! soft = trainSoftmaxLayer (encode (a2, encode (a1, 3 * X)), double ((1:3)' == 1 + mod (1:40, 3)), "MaxEpochs", 5);
%!test
%! n = stack (a1, a2, soft);
%! assert (n.numLayers, 3);
%! assert (n (X), soft (encode (a2, encode (a1, X))), 1e-12);
%! assert (encode (n, X), encode (a2, encode (a1, X)), 1e-12);
%!test
%! n = stack (a1, a2);
%! assert (n (X), encode (a2, encode (a1, X)), 1e-12);
%! assert (decode (n, n (X)), decode (a1, decode (a2, n (X))), 1e-12);
%! assert (stack (a1)(X), encode (a1, X), 1e-12);
%!error <stack: autoencoder 2 takes 4 inputs, but the codes of the one before have 2 units> stack (a2, a2)
%!error <stack: the softmax layer takes 2 inputs, but the codes of the last autoencoder have 4 units> stack (a1, soft)
%!error <stack: argument 2 must be an autoencoder from trainAutoencoder, got class double> stack (a1, 3)
%!error <stack: argument 1 must be an autoencoder> stack (soft, a1, soft)
