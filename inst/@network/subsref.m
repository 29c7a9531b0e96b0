## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{value} =} subsref (@var{n}, @var{s})
## @code{@var{n} (@var{X})}: the outputs of a network; @code{@var{n}.name}: one of
## its fields.
##
## @var{X} is @var{d}-by-@var{n}, a sample a column, the outputs are double.  The
## fields stand in the help of @code{network}.  Octave calls this function; there
## is no need to call it.
##
## Errors: @code{autoencoder:network:class}, @code{:empty}, @code{:size},
## @code{:nonfinite}, @code{:property}, @code{:index}.
##
## @example
## @group
## n = network (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## size (n (rand (6, 5)))
##     @result{} ans =
##
##           6   5
## @end group
## @end example
## @seealso{network}
## @end deftypefn

function varargout = subsref (n, s)
  if (strcmp (s(1).type, "()"))
    if (numel (s(1).subs) != 1)
      error ("autoencoder:network:index", "network: a network takes one argument, the samples X, got %d", numel (s(1).subs));
    endif
    X = __matlab__ ("matrix", "network", "X", s(1).subs{1}, prod (n.net.input_size));
    value = double (ae_predict (n.net, X));
  elseif (strcmp (s(1).type, "."))
    value = field_of (struct (n), s(1).subs);
  else
    error ("autoencoder:network:index", "network: a network has no elements to be taken with %s", s(1).type);
  endif
  if (numel (s) > 1)
    value = builtin ("subsref", value, s(2:end));
  endif
  varargout = {value};
endfunction

%!shared net, n
%! net = ae_network (6, {ae_layer("dense", 4, "sigmoid"), ae_layer("dense", 3, "softmax")}, "Seed", 1, "Precision", "double");
%! n = network (net);
%!test
%! X = rand (6, 7);
%! assert (n (X), ae_predict (net, X));
%! assert (n (X)(2,:), ae_predict (net, X)(2,:));
%! assert (sum (n (X)), ones (1, 7), 1e-14);
%!test
%! assert (n.numInputs, 1);
%! assert (n.numLayers, 2);
%! assert (n.numOutputs, 1);
%! assert (n.numWeightElements, 43);
%! assert (n.IW, {net.layers(2).W; []});
%! assert (n.LW, {[], []; net.layers(3).W, []});
%! assert (n.LW{2,1}, net.layers(3).W);
%! assert (n.b, {net.layers(2).b; net.layers(3).b});
%! assert (n.layers{2}.transferFcn, "softmax");
%! assert (n.layers{1}.size, 4);
%! assert (n.inputs{1}.size, 6);
%! assert (n.outputs{2}.size, 3);
%! assert (n.performFcn, "crossentropy");
%! assert (n.trainFcn, "trainscg");
%! assert (n.trainParam.epochs, 1000);
%!error <network: X must be 6-by-n, a sample a column, got 5-by-2> n (ones (5, 2))
%!error <network: a network takes one argument> n (1, 2)
%!error <network: no field "IX"; there are: numInputs> n.IX
%!error <no elements to be taken with \{\}> n{1}
