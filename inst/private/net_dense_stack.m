## [layers, opt] = net_dense_stack (fname, input_size, units, args, more)
##
## Checks and layers of ae_dense, for whoever builds on them.  args are the
## options given, more further rows for arg_options; opt is what came out.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [layers, opt] = net_dense_stack (fname, input_size, units, args, more)
  units = arg_counts (fname, "units", units);
  names = arg_choices ("activation");
  opt = arg_options (fname, args, [more; {
    "Activation", "relu", names;
    "CodeActivation", "", names;
    "OutputActivation", "", names;
    "Initializer", "glorot", arg_choices("initializer");
    "Tied", false, "flag";
    "Dropout", 0, "share";
    "Seed", [], "whole >= 0?";
    "Precision", "single", {"single", "double"}}; scale_options()]);
  opt = scale_output (opt);
  layers = stack (input_size, units, opt);
endfunction

function layers = stack (input_size, units, opt)
  all_units = [units, units(end-1:-1:1), prod(input_size)];
  k = numel (units);
  L = numel (all_units);
  layers = {};
  if (numel (input_size) > 1)
    layers{end+1} = layer_make ("flatten");
  endif
  for i = 1:L
    if (opt.Dropout > 0)
      layers{end+1} = layer_make ("dropout", opt.Dropout);
    endif
    act = opt.Activation;
    if (i == k)
      act = struct_get (opt, "CodeActivation", act);
    elseif (i == L)
      act = struct_get (opt, "OutputActivation", act);
    endif
    tied = "";
    if (opt.Tied && i > k)
      tied = layer_name (L + 1 - i, k);
    endif
    layers{end+1} = layer_make ("dense", all_units(i), act, "Name", layer_name (i, k), ...
                                "Initializer", opt.Initializer, "Tied", tied);
  endfor
  if (numel (input_size) > 1)
    layers{end+1} = layer_make ("reshape", input_size);
  endif
endfunction

function name = layer_name (i, k)
  name = sprintf ("dense_%d", i);
  if (i == k)
    name = "code";
  endif
endfunction
