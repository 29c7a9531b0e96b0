## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## value = field_of (n, name): a field of a network object, given as struct (object),
## as MATLAB names it

function value = field_of (n, name)
  persistent table = {
    "numInputs", @(n) 1;
    "numLayers", @(n) numel (dense (n));
    "numOutputs", @(n) 1;
    "numWeightElements", @(n) sum (arrayfun (@(l) numel (l.W) + numel (l.b), n.net.layers));
    "inputs", @(n) {struct("size", prod (n.net.input_size))};
    "outputs", @(n) [cell(1, numel (dense (n)) - 1), {struct("size", dense (n)(end).output_size)}];
    "layers", @(n) arrayfun (@describe, dense (n)', "UniformOutput", false);
    "IW", @(n) [{double(dense (n)(1).W)}; cell(numel (dense (n)) - 1, 1)];
    "LW", @(n) layer_weights (dense (n));
    "b", @(n) arrayfun (@(l) double (l.b), dense (n)', "UniformOutput", false);
    "trainFcn", @(n) "trainscg";
    "performFcn", @(n) n.performFcn;
    "trainParam", @(n) n.trainParam;
    "name", @(n) n.name;
    "userdata", @(n) n.userdata};
  k = find (strcmp (name, table(:,1)));
  if (isempty (k))
    error ("autoencoder:network:property", "network: no field \"%s\"; there are: %s", name, strjoin (table(:,1)', ", "));
  endif
  value = table{k,2} (n);
endfunction

function layers = dense (n)
  layers = n.net.layers(2:end);
endfunction

function s = describe (layer)
  s = struct ("name", layer.name, "size", layer.output_size, "transferFcn", __matlab__ ("transfer", "name", layer.activation));
endfunction

function LW = layer_weights (layers)
  LW = cell (numel (layers));
  for i = 2:numel (layers)
    LW{i,i-1} = double (layers(i).W);
  endfor
endfunction
