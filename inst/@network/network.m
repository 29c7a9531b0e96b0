## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{n} =} network (@var{net})
## @deftypefnx {autoencoder} {@var{n} =} network (@var{net}, @var{decoders})
## A feed-forward network as MATLAB's scripts know it, around a network of the
## package with dense layers.
##
## People get one from @code{stack}, @code{trainSoftmaxLayer},
## @code{network (@var{a})} of an autoencoder, or @code{ae_to_matlab}.
## @code{@var{n} (@var{X})} gives its outputs for @var{d}-by-@var{n} samples.
## @var{decoders} is a cell of the networks that go back from its code, the outermost
## first.
##
## Fields to read: @code{numInputs}, @code{numLayers}, @code{numOutputs},
## @code{numWeightElements}, @code{IW}, @code{LW}, @code{b} (cells as MATLAB's),
## @code{layers} (a cell of structs with @code{name}, @code{size},
## @code{transferFcn}), @code{inputs}, @code{outputs}, @code{trainFcn},
## @code{performFcn}.  To read and to write: @code{name}, @code{userdata}, and
## @code{trainParam.epochs} (1000), @code{trainParam.goal} (0),
## @code{trainParam.time} (seconds, Inf), @code{trainParam.showWindow} (true),
## which @code{train} follows.
##
## It is a class of the old kind: @code{save} and @code{load} keep it in every
## format, as long as the package is loaded.
##
## Errors: @code{autoencoder:network:model}.
##
## @example
## @group
## n = network (ae_dense (6, [4 2], "Activation", "sigmoid", "Seed", 1));
## n.numLayers
##     @result{} ans = 4
## @end group
## @end example
## @seealso{@@Autoencoder/stack, trainSoftmaxLayer, @@network/train, ae_from_matlab, ae_to_matlab}
## @end deftypefn

function n = network (net, decoders = {})
  if (nargin < 1)
    net = ae_dense (1, 1, "Activation", "sigmoid", "Precision", "double", "Seed", 0); # what load begins with
  endif
  if (! __matlab__ ("is_network", net))
    error ("autoencoder:network:model", ...
           "network: net must be a network of dense layers with transfer functions that MATLAB has; take stack, trainSoftmaxLayer or ae_to_matlab");
  endif
  performance = "mse";
  if (strcmp (net.layers(end).activation, "softmax"))
    performance = "crossentropy";
  endif
  param = struct ("epochs", 1000, "goal", 0, "time", Inf, "showWindow", true);
  n = class (struct ("net", net, "decoders", {decoders}, "trained", false, "name", "Neural network", "userdata", [], ...
                     "trainParam", param, "performFcn", performance), "network");
endfunction

%!test
%! n = network (ae_dense (6, [4 2], "Activation", "sigmoid", "Seed", 1));
%! assert (class (n), "network");
%! assert (isobject (network ()));
%!error <network: net must be a network of dense layers> network (3)
%!error <network: net must be a network of dense layers> network (ae_conv ([8 8 1], 2))
%!error <network: net must be a network of dense layers> network (ae_dense (6, 2, "Activation", "elu"))
