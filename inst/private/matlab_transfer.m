## activation = matlab_transfer ("activation", name)
## name = matlab_transfer ("name", activation)
## names = matlab_transfer ("names")
##
## MATLAB's names of transfer functions beside the package's of activations; ""
## for one that has no counterpart.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function result = matlab_transfer (what, key)
  persistent table = {"logsig", "sigmoid"; "satlin", "satlin"; "purelin", "linear"; "softmax", "softmax"; ...
                      "tansig", "tanh"; "poslin", "relu"};
  if (strcmp (what, "names"))
    result = table(:,1)';
    return;
  endif
  from = 1 + strcmp (what, "name");
  result = [table(strcmp (key, table(:,from)),3-from); {""}]{1};
endfunction
