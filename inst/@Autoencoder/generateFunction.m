## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {} generateFunction (@var{a})
## @deftypefnx {autoencoder} {} generateFunction (@var{a}, @var{file})
## @deftypefnx {autoencoder} {} generateFunction (@dots{}, "ShowLinks", @var{flag})
## Write an autoencoder as a function file that needs no package.
##
## @var{file} is a name with or without a folder and with or without @file{.m};
## default @file{neural_function.m} in the current folder.  Its name becomes that
## of the function, @code{@var{Y} = name (@var{X})}, which gives what
## @code{predict} gives to @var{d}-by-@var{n} matrices, to the last digits, in
## Octave and MATLAB.  A file of that name is replaced, at once or not at all.
## @qcode{"ShowLinks"}, default true, prints the name of the file.
##
## Errors: @code{autoencoder:generateFunction:value}, @code{:file},
## @code{:option}.
##
## @example
## @group
## a = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1));
## generateFunction (a, "my_autoencoder", "ShowLinks", false);
## X = rand (6, 3);
## max (abs (my_autoencoder (X) - predict (a, X))(:)) < 1e-6
##     @result{} ans = 1
## @end group
## @end example
## @seealso{trainAutoencoder, ae_save}
## @end deftypefn

function generateFunction (a, varargin)
  file = "neural_function";
  if (mod (numel (varargin), 2) == 1)
    file = varargin{1};
    varargin(1) = [];
  endif
  opt = __matlab__ ("options", "generateFunction", varargin, {"ShowLinks", true, "flag"});
  if (! (ischar (file) && isrow (file)))
    error ("autoencoder:generateFunction:value", "generateFunction: the file must be a name, got %s", ...
           __matlab__ ("describe", file));
  endif
  [folder, name, kind] = fileparts (file);
  if (! (isvarname (name) && any (strcmp (kind, {"", ".m"}))))
    error ("autoencoder:generateFunction:value", ...
           "generateFunction: the file's name must be that of a function, as in my_autoencoder.m, got \"%s\"", file);
  endif
  file = fullfile (folder, [name ".m"]);
  write_whole (file, source (name, a.net));
  if (opt.ShowLinks)
    printf ("generateFunction: wrote %s\n", file);
  endif
endfunction

function text = source (name, net)
  persistent formulas = struct ("sigmoid", "1 ./ (1 + exp (-A))", "satlin", "min (max (A, 0), 1)", "linear", "A", ...
                                "tanh", "tanh (A)", "relu", "max (A, 0)", "softmax", "exp (A - max (A)) ./ sum (exp (A - max (A)))");
  scaling = {"", ""};
  if (isfield (net, "scaling") && ! isempty (net.scaling.offset))
    scaling = {["offset = " numbers(net.scaling.offset) ";\nfactor = " numbers(net.scaling.factor) ...
                ";\nX = bsxfun (@rdivide, bsxfun (@minus, X, offset), factor);\n"], ...
               "Y = bsxfun (@plus, bsxfun (@times, Y, factor), offset);\n"};
  endif
  layers = net.layers;
  text = [sprintf("function Y = %s (X)\n", name), ...
          sprintf("%% Y = %s (X): an autoencoder's reconstruction of X, %d-by-n, a sample a column.\n", ...
                  name, prod (net.input_size)), ...
          sprintf("%% Written by generateFunction of the Octave package autoencoder.\n"), ...
          sprintf("if (ndims (X) ~= 2 || size (X, 1) ~= %d)\n  error ('%s: X must be %d-by-n');\nend\n", ...
                  prod (net.input_size), name, prod (net.input_size)), ...
          sprintf("X = double (X);\n"), strrep(scaling{1}, '\n', "\n")];
  for i = 2:3
    to = {"Z", "Y"}{i-1};
    from = {"X", "Z"}{i-1};
    text = [text, sprintf("A = bsxfun (@plus, %s * %s, %s);\n%s = %s;\n", numbers (layers(i).W), from, ...
                          numbers (layers(i).b), to, formulas.(layers(i).activation))];
  endfor
  text = [text, strrep(scaling{2}, '\n', "\n"), "end\n"];
endfunction

## A matrix as code, all digits, a row a line.
function text = numbers (A)
  rows_of = cell (1, rows (A));
  for i = 1:rows (A)
    rows_of{i} = sprintf ("%.17g ", double (A(i,:)))(1:end-1);
  endfor
  text = ["[" strjoin(rows_of, "; ...\n  ") "]"];
endfunction

function write_whole (file, text)
  part = [file ".part"];
  fid = fopen (part, "w");
  good = fid >= 0;
  if (good)
    good = fwrite (fid, text) == numel (text);
    good = fclose (fid) == 0 && good;
    good = good && rename (part, file) == 0;
  endif
  if (! good)
    [~] = unlink (part);
    error ("autoencoder:generateFunction:file", "generateFunction: cannot write \"%s\"", file);
  endif
endfunction

%!test
%! folder = tempname ();
%! mkdir (folder);
%! addpath (folder);
%! unwind_protect
%!   X = 7 * rand (3, 40);
%!   a = trainAutoencoder (X, 2, "MaxEpochs", 5);
%!   text = evalc ("generateFunction (a, fullfile (folder, 'made_scaled.m'))");
%!   assert (any (strfind (text, "made_scaled.m")));
%!   assert (made_scaled (X), predict (a, X), 1e-12);
%!   b = Autoencoder (ae_dense (3, 2, "Activation", "satlin", "OutputActivation", "linear", "Precision", "double"));
%!   generateFunction (b, fullfile (folder, "made_plain"), "ShowLinks", false);
%!   assert (made_plain (X), predict (b, X), 1e-12);
%!   assert (isempty (strfind (fileread (fullfile (folder, "made_plain.m")), "ae_")));
%! unwind_protect_cleanup
%!   rmpath (folder);
%!   confirm_recursive_rmdir (false, "local");
%!   rmdir (folder, "s");
%! end_unwind_protect
%!error <the file's name must be that of a function, as in my_autoencoder.m, got "1x"> generateFunction (Autoencoder (), "1x")
%!error <the file must be a name, got 3> generateFunction (Autoencoder (), 3)
%!error <cannot write> generateFunction (Autoencoder (), "/no/such/folder/f")
%!error <unknown option "Sho"|ShowLinks must be true or false> generateFunction (Autoencoder (), "f", "Sho", 3)
