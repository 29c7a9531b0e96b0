## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} disp (@var{n})
## The fields of a network, without the weights.
##
## @example
## @group
## disp (network (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1)))
##     @print{}   Neural network
##     @print{}
##     @print{}             numInputs: 1
##     @print{}             numLayers: 2
##     @print{}            numOutputs: 1
##     @print{}     numWeightElements: 32
##     @print{}                inputs: 6
##     @print{}               outputs: 6
##     @print{}                layers: 2 (logsig), 6 (logsig)
##     @print{}              trainFcn: trainscg
##     @print{}            performFcn: mse
##     @print{}     trainParam.epochs: 1000
## @end group
## @end example
## @seealso{network, @@network/display}
## @end deftypefn

function disp (n)
  get = @(name) field_of (struct (n), name);
  layers = cellfun (@(l) sprintf ("%d (%s)", l.size, l.transferFcn), get ("layers"), "UniformOutput", false);
  printf ("  %s\n\n", n.name);
  for name = {"numInputs", "numLayers", "numOutputs", "numWeightElements"}
    printf ("%21s: %d\n", name{1}, get (name{1}));
  endfor
  printf ("%21s: %d\n", "inputs", get ("inputs"){1}.size, "outputs", get ("outputs"){end}.size);
  printf ("%21s: %s\n", "layers", strjoin (layers', ", "), "trainFcn", get ("trainFcn"), "performFcn", n.performFcn);
  printf ("%21s: %d\n", "trainParam.epochs", n.trainParam.epochs);
endfunction

%!test
%! text = evalc ("disp (network (ae_dense (6, 2, 'Activation', 'sigmoid')))");
%! assert (any (strfind (text, "layers: 2 (logsig), 6 (logsig)\n")));
%! assert (any (strfind (text, "numWeightElements: 32\n")));
