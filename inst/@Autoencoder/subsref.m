## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{value} =} subsref (@var{a}, @var{s})
## @code{@var{a}.Name}: a property of an autoencoder, or a method called by a dot.
##
## The properties stand in the help of @code{Autoencoder}.  Octave calls this
## function for @code{@var{a}.Name}; there is no need to call it.
##
## Errors: @code{autoencoder:Autoencoder:property}, @code{:index}.
##
## @example
## @group
## a = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## a.EncoderTransferFunction
##     @result{} ans = logsig
## @end group
## @end example
## @seealso{Autoencoder}
## @end deftypefn

function varargout = subsref (a, s)
  if (! strcmp (s(1).type, "."))
    error ("autoencoder:Autoencoder:index", ...
           "Autoencoder: an autoencoder has properties, as in a.HiddenSize, and no elements to be taken with %s", s(1).type);
  endif
  name = s(1).subs;
  called = numel (s) > 1 && strcmp (s(2).type, "()");
  if (any (strcmp (name, {"encode", "decode", "predict", "plotWeights", "view", "network", "stack", "generateFunction", "generateSimulink"})))
    args = {};
    if (called)
      args = s(2).subs;
    endif
    [varargout{1:nargout}] = feval (name, a, args{:});
    return;
  endif
  value = __matlab__ ("property", a.net, name);
  if (numel (s) > 1)
    value = builtin ("subsref", value, s(2:end));
  endif
  varargout = {value};
endfunction

%!test
%! net = ae_dense (6, 2, "Activation", "satlin", "OutputActivation", "linear", "Seed", 1, "Precision", "double");
%! a = ae_to_matlab (net);
%! assert (a.HiddenSize, 2);
%! assert (a.EncoderTransferFunction, "satlin");
%! assert (a.DecoderTransferFunction, "purelin");
%! assert (a.EncoderWeights, net.layers(2).W);
%! assert (a.EncoderBiases, net.layers(2).b);
%! assert (a.DecoderWeights, net.layers(3).W);
%! assert (a.DecoderBiases, net.layers(3).b);
%! assert (a.DecoderWeights(3,:), net.layers(3).W(3,:));
%! assert (a.EncoderBiases(end), net.layers(2).b(2));
%! assert (a.predict (ones (6, 1)), predict (a, ones (6, 1)));
%!error <Autoencoder: no property "Hidden"; there are: HiddenSize, EncoderTransferFunction> ae_to_matlab (ae_dense (2, 1, "Activation", "sigmoid")).Hidden
%!error <no elements to be taken with \(\)> ae_to_matlab (ae_dense (2, 1, "Activation", "sigmoid"))(1)
