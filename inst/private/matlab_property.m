## value = matlab_property (net, name)
## names = matlab_property (net, "")
##
## A property of an Autoencoder object around net, by MATLAB's name.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function value = matlab_property (net, name)
  persistent table = {
    "HiddenSize", @(l) l(2).output_size;
    "EncoderTransferFunction", @(l) matlab_transfer ("name", l(2).activation);
    "EncoderWeights", @(l) double (l(2).W);
    "EncoderBiases", @(l) double (l(2).b);
    "DecoderTransferFunction", @(l) matlab_transfer ("name", l(3).activation);
    "DecoderWeights", @(l) double (l(3).W);
    "DecoderBiases", @(l) double (l(3).b)};
  value = table(:,1)';
  if (isempty (name))
    return;
  endif
  k = find (strcmp (name, table(:,1)));
  if (isempty (k))
    error ("autoencoder:Autoencoder:property", "Autoencoder: no property \"%s\"; there are: %s", name, strjoin (value, ", "));
  endif
  value = table{k,2} (net.layers);
endfunction
