## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} ae_export_c (@var{net}, @var{file})
## @deftypefnx {autoencoder} {} ae_export_c (@var{net}, @var{file}, @var{name})
## Write a trained network as one C file with the weights and a function.
##
## @var{net} is a network, or a half of one from @code{ae_encoder} or
## @code{ae_decoder}; @var{file} is replaced in one step.  The file needs a C99
## compiler and its mathematical library, and nothing else; it allocates nothing,
## and several threads may call the function at once.  @var{name} (default
## @qcode{"net"}) is the function's name:
##
## @c not run
## @example
## @group
## enum @{ net_inputs = 784, net_outputs = 20, net_work = 200 @};
## void net (const float *x, float *y, float *work);
## @end group
## @end example
##
## @noindent
## @code{x} is one sample of @code{net_inputs} numbers, in Octave's order: an
## image down its columns, channel after channel.  @code{y} gets
## @code{net_outputs} numbers, and @code{work} is room for @code{net_work} numbers
## that belongs to the caller.  The function does what @code{ae_predict} does (for
## an encoder: what @code{ae_encode} does) in single precision, the model's own
## scaling included; sums are taken in another order, so that results differ in
## the last digits.
##
## Errors: @code{autoencoder:ae_export_c:model} and the like for a damaged model,
## @code{:value} (@var{name} is no
## name in C), @code{:scaling} (a scaling that is not
## learnt yet), @code{:full}, @code{:access}, @code{:folder}, @code{:name},
## @code{:file} when the file cannot be written.
##
## @example
## @group
## net = ae_dense (6, [4 2], "Seed", 1);
## file = [tempname() ".c"];
## ae_export_c (ae_encoder (net), file, "encode");
## ! isempty (strfind (fileread (file), "\nencode (const float *x, float *y, "))
##     @result{} 1
## delete (file);
## @end group
## @end example
## @seealso{ae_export_onnx, ae_export_m, ae_save, ae_encoder}
## @end deftypefn

function ae_export_c (net, file, name = "net")
  if (nargin < 2 || nargin > 3)
    print_usage ();
  endif
  arg_value ("ae_export_c", "file", file, "file");
  check_name (name);
  [steps, in, out] = export_steps ("ae_export_c", net);
  [arrays, calls, needs] = translate (steps);
  [places, room] = export_c_places (steps, ! cellfun (@isempty, calls));
  text = [head(name, in, out, room), export_pieces("export_steps.c", needs), arrays, ...
          sprintf("void\n%s (const float *x, float *y, float *work)\n{\n", name), ...
          body(steps, calls, places, prod (out), room), "}\n"];
  __ae_write_file__ ("ae_export_c", file, {uint8(text)});
endfunction

function check_name (name)
  persistent taken = {"auto", "break", "case", "char", "const", "continue", "default", "do", "double", "else", ...
    "enum", "extern", "float", "for", "goto", "if", "inline", "int", "long", "main", "register", "restrict", "return", ...
    "short", "signed", "sizeof", "static", "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", ...
    "while", "window", "between", "hyperbolic_tangent", "x", "y", "work"};
  [~, functions] = export_pieces ("export_steps.c", {});
  if (! (ischar (name) && ! isempty (regexp (name, '^[A-Za-z][A-Za-z0-9_]*$', "once"))) ...
      || any (strcmp (name, [taken, functions])))
    error ("autoencoder:ae_export_c:value", "ae_export_c: name must be a name in C that is not taken, got %s", ...
           text_describe (name));
  endif
endfunction

function text = head (name, in, out, room)
  text = sprintf (["/* A network from the Octave package autoencoder: %d numbers to %d.\n" ...
                   "   One sample: x[row + rows * (column + columns * channel)], %d-by-%d-by-%d;\n" ...
                   "   y is %d-by-%d-by-%d; work has room for %s_work numbers. */\n" ...
                   "#include <math.h>\n\n" ...
                   "enum { %s_inputs = %d, %s_outputs = %d, %s_work = %d };\n" ...
                   "void %s (const float *x, float *y, float *work);\n\n"], ...
                  prod (in), prod (out), in, out, name, name, prod (in), name, prod (out), name, max (room, 1), name);
endfunction

## The arrays of all steps as C text, the call of each ("": none), and the
## functions that they need.
function [arrays, calls, needs] = translate (steps)
  texts = needs = {};
  calls = repmat ({""}, 1, numel (steps));
  for i = 1:numel (steps)
    names = {sprintf("W%d", i), sprintf("b%d", i)};
    [calls{i}, more] = export_c_call (steps(i), names);
    texts(end+(1:2)) = {array(names{1}, steps(i).W), array(names{2}, steps(i).b)};
    needs = [needs, more];
  endfor
  arrays = ["", texts{:}];
endfunction

function text = array (name, values)
  text = "";
  if (! isempty (values))
    numbers = sprintf ("%.9g, %.9g, %.9g, %.9g, %.9g, %.9g, %.9g, %.9g,\n  ", values);
    text = sprintf ("static const float %s[%d] = {\n  %s\n};\n\n", name, numel (values), strtrim (numbers));
  endif
endfunction

function text = body (steps, calls, places, outputs, room)
  text = "";
  if (room == 0)
    text = "  (void) work;\n";
  endif
  for i = find (! cellfun (@isempty, calls))
    text = [text, "  ", sprintf(calls{i}, places{[steps(i).from, i] + 1}), ";\n"];
  endfor
  if (strcmp (places{end}, "x"))
    text = sprintf ("%s  for (int i = 0; i < %d; i++)\n    y[i] = x[i];\n", text, outputs);
  endif
endfunction

%!test
%! net = ae_dense (6, [4 2], "Seed", 1);
%! file = [tempname() ".c"];
%! ae_export_c (net, file);
%! first = fileread (file);
%! ae_export_c (net, file); # the same net gives the same bytes
%! assert (fileread (file), first);
%! delete (file);
%!error <Invalid call> ae_export_c (1)
%!error <ae_export_c: net must be a network, got 3> ae_export_c (3, "x")
%!error <ae_export_c: file must be a file's name, got 0-by-0 char> ae_export_c (ae_dense (6, 2), "")
%!error <ae_export_c: file must be a file's name, got 5> ae_export_c (ae_dense (6, 2), 5)
