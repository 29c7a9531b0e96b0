## list = arg_choices (what)
##
## The names that an option can take: "activation", "initializer", "loss",
## "optimizer".  The MEX functions have the same tables.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function list = arg_choices (what)
  persistent lists = struct (
    "activation", {{"linear", "relu", "leakyrelu", "elu", "sigmoid", "tanh", "softplus"}},
    "initializer", {{"glorot", "he", "lecun", "orthogonal"}},
    "loss", {{"mse", "mae", "bce"}},
    "optimizer", {{"sgd", "momentum", "nesterov", "rmsprop", "adam", "adamw", "nadam", "adagrad"}});
  list = lists.(what);
endfunction
