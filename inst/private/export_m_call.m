## [text, needs] = export_m_call (step, names, values)
##
## One step as a line of a .m file, and which functions of
## inst/data/export_steps_m.txt it needs; names are those of its arrays W and b,
## values those of what it takes.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [text, needs] = export_m_call (step, names, values)
  persistent arguments = struct ( ...
    "dense", {{"W", "b"}}, "conv", {{"W", "b", "stride", "pad", "out"}}, ...
    "conv_transpose", {{"W", "b", "stride", "pad", "out"}}, "maxpool", {{"kernel", "stride", "pad", "out"}}, ...
    "avgpool", {{"kernel", "stride", "pad", "out"}}, "upsample_nearest", {{"factor"}}, ...
    "upsample_bilinear", {{"factor"}}, "crop", {{"margins"}}, "zeropad", {{"margins", "out"}}, ...
    "reshape", {{"out"}}, "first", {{"out"}}, "affine", {{"W", "b"}}, "groupnorm", {{"groups", "epsilon"}}, ...
    "prelu", {{"W"}}, "fill", {{"W"}}, "standardize", {{"W", "b"}}, "restore", {{"W", "b"}}, ...
    "leakyrelu", {{"alpha"}}, "elu", {{"alpha"}});
  persistent slides = {"conv", "maxpool", "avgpool"};
  known = struct_get (step, "args", struct ());
  known.W = names{1};
  known.b = names{2};
  known.out = step.out;
  text = strjoin (values, ", ");
  for name = struct_get (arguments, step.op, {})
    value = known.(name{1});
    if (! ischar (value))
      value = mat2str (double (value), 9);
    endif
    text = [text, ", ", value];
  endfor
  text = sprintf ("  x = step_%s (%s);\n", step.op, text);
  needs = {step.op};
  if (any (strcmp (step.op, slides)))
    needs{end+1} = "taken";
  endif
endfunction
