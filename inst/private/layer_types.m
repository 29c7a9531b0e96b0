## rows = layer_types ()
## row = layer_types (type)
##
## The layer types that people can write: type, positional arguments, and a
## table {option, default, check} for arg_options.  Every option becomes a
## field of the layer with its name in lower case.  With an argument: the row
## of that type, [] when there is none.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function rows = layer_types (type)
  persistent table = make_table ();
  rows = table;
  if (nargin > 0)
    rows = table(strcmp (type, {table.type}));
  endif
endfunction

function table = make_table ()
  act = {"Activation", "linear", arg_choices("activation"); "Alpha", [], "slope?"};
  weights = {"Initializer", "glorot", arg_choices("initializer")};
  padding = @(default) {"Padding", default, {"valid", "same"}};
  conv = [{"Filters", [], "whole >= 1"; "Kernel", [], "pair"; "Stride", [1 1], "pair"}; padding("valid"); act; weights];
  pool = [{"Pool", [2 2], "pair"; "Stride", [], "pair?"}; padding("valid")];
  table = [
    row("input", {}, {})
    row("dense", {"Units", "Activation"}, ...
        [{"Units", [], "whole >= 1"}; act; weights; {"Tied", "", "string"}])
    row("conv2d", {"Filters", "Kernel", "Activation"}, conv)
    row("conv2d_transpose", {"Filters", "Kernel", "Activation"}, conv)
    row("maxpool2d", {"Pool"}, pool)
    row("avgpool2d", {"Pool"}, pool)
    row("upsample2d", {"Factor"}, ...
        {"Factor", [2 2], "pair"; "Interpolation", "nearest", {"nearest", "bilinear"}})
    row("crop2d", {"Margins"}, {"Margins", [], "margins"})
    row("zeropad2d", {"Margins"}, {"Margins", [], "margins"})
    row("flatten", {}, {})
    row("reshape", {"Target"}, {"Target", [], "target"})
    row("dropout", {"Rate"}, {"Rate", 0.5, "share"})
    row("noise", {"Kind", "Rate"}, ...
        {"Kind", "gaussian", {"gaussian", "masking", "saltpepper"}; "Rate", 0.5, "number >= 0"; "Clip", [0 1], "range?"})
    row("batchnorm", {}, {"Momentum", 0.99, "share"; "Epsilon", 1e-3, "number > 0"})
    row("activation", {"Activation"}, act)];
endfunction

function r = row (type, positional, options)
  common = {"Name", "", "string"; "Trainable", true, "flag"};
  r = struct ("type", type, "positional", {positional}, "options", {[options; common]});
endfunction
