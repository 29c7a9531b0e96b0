## [text, needs] = export_c_call (step, names)
##
## One step as a call in C, with %s for each value that it takes and for the one
## that it makes, and which functions of inst/data/export_steps.c it needs; names
## are those of its arrays W and b.  "" for a step that changes nothing in memory.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [text, needs] = export_c_call (step, names)
  persistent makers = struct ( ...
    "dense", @dense, "conv", @convolution, "conv_transpose", @convolution, "maxpool", @pooling, "avgpool", @pooling, ...
    "upsample_nearest", @upsampling, "upsample_bilinear", @upsampling, "crop", @moving, "zeropad", @moving, ...
    "affine", @affine, "groupnorm", @groupnorm, "prelu", @prelu, "softmax", @softmax, "fill", @fill, ...
    "standardize", @elements, "restore", @elements, "add", @add, "concat", @concat, "first", @first, "tanh", @tangent);
  needs = {step.op};
  if (strcmp (step.op, "reshape"))
    text = "";
    needs = {};
  elseif (isfield (makers, step.op))
    [text, needs] = makers.(step.op) (step, names, needs);
  else
    text = sprintf ("%s (%%s, %%s, %s, %d)", step.op, number (step.args.alpha), prod (step.out));
  endif
endfunction

## A C constant of type float
function text = number (value)
  text = sprintf ("%.9g", single (value));
  if (! any (text == "." | text == "e"))
    text = [text ".0"];
  endif
  text = [text "f"];
endfunction

function [text, needs] = dense (step, names, needs)
  text = sprintf ("dense (%%s, %%s, %s, %s, %d, %d)", names{:}, step.in(3), step.out(3));
endfunction

function text = window (step)
  text = sprintf ("(window){ %d, %d, %d, %d, %d, %d }", step.args.kernel, step.args.stride, step.args.pad(1:2));
endfunction

function [text, needs] = convolution (step, names, needs)
  needs = {"window", step.op};
  text = sprintf ("%s (%%s, %%s, %s, %s, %s, %d, %d, %d, %d, %d, %d)", step.op, names{:}, window (step), step.in, step.out);
endfunction

function [text, needs] = pooling (step, names, needs)
  needs = {"window", step.op};
  text = sprintf ("%s (%%s, %%s, %s, %d, %d, %d, %d, %d)", step.op, window (step), step.in(1:2), step.out);
endfunction

function [text, needs] = upsampling (step, names, needs)
  text = sprintf ("%s (%%s, %%s, %d, %d, %d, %d, %d)", step.op, step.args.factor, step.in);
endfunction

function [text, needs] = moving (step, names, needs)
  needs = {"shift"};
  by = step.args.margins([1 3]);
  if (strcmp (step.op, "zeropad"))
    by = -by;
  endif
  text = sprintf ("shift (%%s, %%s, %d, %d, %d, %d, %d, %d, %d)", by, step.in(1:2), step.out);
endfunction

function [text, needs] = affine (step, names, needs)
  text = sprintf ("affine (%%s, %%s, %s, %s, %d, %d)", names{:}, prod (step.out(1:2)), step.out(3));
endfunction

function [text, needs] = groupnorm (step, names, needs)
  text = sprintf ("groupnorm (%%s, %%s, %d, %d, %.17g)", step.args.groups, prod (step.out) / step.args.groups, ...
                  step.args.epsilon);
endfunction

function [text, needs] = prelu (step, names, needs)
  text = sprintf ("prelu (%%s, %%s, %s, %d, %d)", names{1}, prod (step.out(1:2)), step.out(3));
endfunction

function [text, needs] = softmax (step, names, needs)
  text = sprintf ("softmax (%%s, %%s, %d, %d)", prod (step.out(1:2)), step.out(3));
endfunction

function [text, needs] = fill (step, names, needs)
  text = sprintf ("fill (%%s, %%s, %s, %d, %d)", names{1}, numel (step.W) > 1, prod (step.out));
endfunction

function [text, needs] = elements (step, names, needs)
  text = sprintf ("%s (%%s, %%s, %s, %s, %d, %d)", step.op, names{:}, numel (step.W) > 1, prod (step.out));
endfunction

function [text, needs] = add (step, names, needs)
  text = sprintf ("add (%%s, %%s, %%s, %d)", prod (step.out));
endfunction

function [text, needs] = concat (step, names, needs)
  text = sprintf ("concat (%%s, %%s, %%s, %d, %d)", prod (step.in), prod (step.out) - prod (step.in));
endfunction

function [text, needs] = first (step, names, needs)
  text = sprintf ("first (%%s, %%s, %d)", prod (step.out));
endfunction

function [text, needs] = tangent (step, names, needs)
  text = sprintf ("hyperbolic_tangent (%%s, %%s, 0, %d)", prod (step.out));
endfunction
