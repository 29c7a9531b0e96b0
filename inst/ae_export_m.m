## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} ae_export_m (@var{net}, @var{file})
## Write a trained network as one @file{.m} file that needs no package.
##
## @var{net} is a network, or a half of one from @code{ae_encoder} or
## @code{ae_decoder}.  @var{file} is replaced in one step; its name is that of the
## function, as in @file{encode.m}.  It holds the weights and runs in GNU Octave
## and (by what it uses: tested in Octave alone) MATLAB from R2016b on:
##
## @c not run
## @example
## @group
## ae_export_m (ae_encoder (net), "encode.m");
## Z = encode (X);                  # where the package is not installed, too
## @end group
## @end example
##
## The function does what @code{ae_predict} does (for an encoder: what
## @code{ae_encode} does) in single precision, samples last, the model's own
## scaling included; sums are taken in another order, so that results differ in
## the last digits.  It is slower than the package.
##
## Errors: @code{autoencoder:ae_export_m:model} and the like for a damaged model,
## @code{:value} (@var{file} is not
## the name of a function with @file{.m}), @code{:scaling} (a scaling that is not
## learnt yet), @code{:full}, @code{:access}, @code{:folder}, @code{:name},
## @code{:file} when the file cannot be written.
##
## @example
## @group
## net = ae_dense (6, [4 2], "Seed", 1);
## file = fullfile (tempdir (), "encode_six.m");
## ae_export_m (ae_encoder (net), file);
## ! isempty (strfind (fileread (file), "function y = encode_six (x)"))
##     @result{} 1
## delete (file);
## @end group
## @end example
## @seealso{ae_export_c, ae_export_onnx, ae_save, ae_encoder}
## @end deftypefn

function ae_export_m (net, file)
  if (nargin != 2)
    print_usage ();
  endif
  arg_value ("ae_export_m", "file", file, "file");
  [~, name, ending] = fileparts (file);
  if (! strcmp (ending, ".m") || ! isvarname (name))
    error ("autoencoder:ae_export_m:value", ...
           "ae_export_m: file must be the name of a function and .m, as in encode.m, got %s", text_describe (file));
  endif
  steps = export_steps ("ae_export_m", net);
  [arrays, calls, needs] = translate (steps);
  text = [head(name, net.input_size), arrays, calls, ...
          sprintf("  y = reshape (x, [%s, n]);\nend\n\n", sizes (net.layers(end).output_size)), ...
          export_pieces("export_steps_m.txt", needs)];
  __ae_write_file__ ("ae_export_m", file, {uint8(text)});
endfunction

function text = sizes (size_of)
  text = sprintf (", %d", size_of)(3:end);
endfunction

function text = head (name, size_of)
  d = prod (size_of);
  if (numel (size_of) == 2)
    size_of = [size_of(1) 1 size_of(2)];
  elseif (isscalar (size_of))
    size_of = [1 1 size_of];
  endif
  text = sprintf (["%% y = %s (x): a network from the Octave package autoencoder; samples come last.\n" ...
                   "function y = %s (x)\n  n = numel (x) / %d;\n  if (n ~= fix (n))\n" ...
                   "    error ('%s: a sample has %d numbers');\n  end\n" ...
                   "  x = reshape (single (x), [%s, n]);\n"], name, name, d, name, d, sizes (size_of));
endfunction

## The arrays of all steps, read when the function is called first; the calls; and
## the functions that they need.
## Each step makes an x out of the last one; an x that a later step takes as well
## is kept under a name of its own.
function [arrays, calls, needs] = translate (steps)
  variables = needs = {};
  arrays = "";
  calls = kept (steps, 0);
  for i = 1:numel (steps)
    names = {sprintf("W%d", i), sprintf("b%d", i)};
    values = {steps(i).W, steps(i).b};
    for k = find (! cellfun (@isempty, values))
      variables{end+1} = names{k};
      arrays = [arrays, array(names{k}, values{k})];
    endfor
    taken = arrayfun (@(v) sprintf ("v%d", v), steps(i).from, "UniformOutput", false);
    taken(steps(i).from == i - 1) = "x";
    [call, more] = export_m_call (steps(i), names, taken);
    calls = [calls, call, kept(steps, i)];
    needs = [needs, more];
  endfor
  if (! isempty (variables))
    arrays = [sprintf("  persistent %s\n  if (isempty (%s))\n", strjoin (variables, " "), variables{end}), ...
              arrays, "  end\n"];
  endif
endfunction

function text = kept (steps, value)
  text = "";
  if (any (arrayfun (@(s) any (s.from == value), steps(value+2:end))))
    text = sprintf ("  v%d = x;\n", value);
  endif
endfunction

function text = array (name, values)
  lines = strsplit (strtrim (sprintf ("%.9g %.9g %.9g %.9g %.9g %.9g %.9g %.9g\n", values)), "\n");
  text = sprintf ("    %s = reshape (single (sscanf ([ ...\n%s      ], '%%f')), [%s]);\n", name, ...
                  sprintf ("      '%s ' ...\n", lines{:}), sizes (size (values)));
endfunction

%!test
%! net = ae_dense (6, [4 2], "Seed", 1);
%! file = fullfile (tempdir (), "net_of_six.m");
%! ae_export_m (net, file);
%! first = fileread (file);
%! ae_export_m (net, file); # the same net gives the same bytes
%! assert (fileread (file), first);
%! delete (file);
%!error <Invalid call> ae_export_m (1)
%!error <ae_export_m: net must be a network, got 3> ae_export_m (3, "x.m")
%!error <ae_export_m: file must be a file's name, got 5> ae_export_m (ae_dense (6, 2), 5)
%!error <file must be the name of a function and .m, as in encode.m, got "x.c"> ae_export_m (ae_dense (6, 2), "x.c")
%!error <file must be the name of a function and .m, as in encode.m, got "2x.m"> ae_export_m (ae_dense (6, 2), "2x.m")
%!error <file must be the name of a function and .m, as in encode.m, got "while.m"> ae_export_m (ae_dense (6, 2), "while.m")
