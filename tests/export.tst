## Models for other systems: the ONNX files are those that onnxruntime was given
## (tests/reference/check_onnx.py), and its outputs are ours; the C files are
## compiled and give our outputs; the .m files run without the package and do so too.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!function table = committed ()
%!  lines = strsplit (strtrim (fileread (fullfile (fileparts (which ("export_nets")), "data", "onnx_numbers.txt"))), "\n");
%!  table = struct ("name", {}, "md5", {}, "numbers", {});
%!  for line = lines(2:end)
%!    parts = strsplit (line{1}, " ");
%!    table(end+1) = struct ("name", strrep (parts{1}, "_", " "), "md5", parts{2}, "numbers", str2double (parts(3:end))');
%!  endfor
%!endfunction

## Numbers as a row-major reader with samples first has them.
%!function y = row_major (Y, size_of_sample)
%!  k = numel (size_of_sample);
%!  if (k == 3)
%!    Y = permute (Y, [2 1 3 4]);
%!  endif
%!  y = double (Y(:));
%!endfunction

%!test # the file that onnxruntime ran, byte for byte, and what came out
%! nets = export_nets ();
%! table = committed ();
%! assert ({table.name}, {nets.name});
%! file = [tempname() ".onnx"];
%! for i = 1:numel (nets)
%!   net = nets(i).net;
%!   ae_export_onnx (net, file);
%!   fid = fopen (file, "rb");
%!   bytes = fread (fid, Inf, "uint8=>char")';
%!   fclose (fid);
%!   assert (hash ("md5", bytes), table(i).md5, nets(i).name);
%!   Y = row_major (ae_predict (net, nets(i).X), net.layers(end).output_size);
%!   assert (Y, table(i).numbers, 1e-5 * max (1, max (abs (Y))));
%! endfor
%! delete (file);

%!function Y = run_in_c (net, X, folder)
%!  ae_export_c (net, fullfile (folder, "net.c"), "model_1");
%!  fid = fopen (fullfile (folder, "main.c"), "w");
%!  fputs (fid, ["#include <stdio.h>\n#include \"net.c\"\n" ...
%!    "int main (void)\n{\n  static float x[model_1_inputs], y[model_1_outputs + 1], work[model_1_work + 1];\n" ...
%!    "  y[model_1_outputs] = work[model_1_work] = 4711; /* what is not theirs stays */\n" ...
%!    "  while (fread (x, sizeof x, 1, stdin) == 1)\n    {\n      model_1 (x, y, work);\n" ...
%!    "      fwrite (y, sizeof *y, model_1_outputs, stdout);\n    }\n" ...
%!    "  return ! (y[model_1_outputs] == 4711 && work[model_1_work] == 4711);\n}\n"]);
%!  fclose (fid);
%!  program = fullfile (folder, "run");
%!  command = sprintf ("%s -std=c99 -O1 -Wall -Wextra -Werror -pedantic -o %s %s.c -lm 2>&1", ...
%!                     strtrim (evalc ("mkoctfile -p CC")), program, fullfile (folder, "main"));
%!  [status, text] = system (command);
%!  assert (status, 0, text);
%!  fid = fopen (fullfile (folder, "x"), "wb");
%!  fwrite (fid, X, "single");
%!  fclose (fid);
%!  assert (system (sprintf ("%s < %s > %s", program, fullfile (folder, "x"), fullfile (folder, "y"))), 0);
%!  fid = fopen (fullfile (folder, "y"), "rb");
%!  Y = fread (fid, Inf, "single=>double");
%!  fclose (fid);
%!endfunction

%!test # the compiled C file gives what ae_predict gives, for every layer there is
%! nets = export_nets ();
%! folder = tempname ();
%! mkdir (folder);
%! for i = 1:numel (nets)
%!   Y = double (ae_predict (nets(i).net, nets(i).X)(:));
%!   assert (run_in_c (nets(i).net, nets(i).X, folder), Y, 1e-5 * max (1, max (abs (Y))));
%! endfor
%! confirm_recursive_rmdir (false, "local");
%! rmdir (folder, "s");

%!test # the .m file gives what ae_predict gives, for every layer there is, where the package is not
%! nets = export_nets ();
%! folder = tempname ();
%! mkdir (folder);
%! data = cell (1, numel (nets));
%! for i = 1:numel (nets)
%!   data{i} = nets(i).X;
%!   ae_export_m (nets(i).net, fullfile (folder, sprintf ("net_%d.m", i)));
%! endfor
%! save ("-binary", fullfile (folder, "in"), "data");
%! command = ["load in; for i = 1:numel (data) Y{i} = feval (sprintf ('net_%d', i), data{i}); endfor; " ...
%!            "alone = isempty (which ('ae_predict')); save -binary out Y alone"];
%! octave = fullfile (OCTAVE_HOME (), "bin", "octave-cli");
%! [status, text] = system (sprintf ("cd \"%s\" && \"%s\" --norc --no-history --eval \"%s\" 2>&1", folder, octave, command));
%! assert (status, 0, text);
%! out = load (fullfile (folder, "out"));
%! assert (out.alone);
%! for i = 1:numel (nets)
%!   Y = double (ae_predict (nets(i).net, nets(i).X));
%!   assert (class (out.Y{i}), "single");
%!   assert (double (out.Y{i}), Y, 1e-5 * max (1, max (abs (Y(:)))));
%! endfor
%! confirm_recursive_rmdir (false, "local");
%! rmdir (folder, "s");

%!test # a net of nothing but an input
%! folder = tempname ();
%! mkdir (folder);
%! net = ae_network (5, {ae_layer("dropout", 0.5, "Name", "code")});
%! assert (run_in_c (net, single (1:5), folder), (1:5)');
%! confirm_recursive_rmdir (false, "local");
%! rmdir (folder, "s");

%!test # every type of layer and every activation is among these nets
%! nets = export_nets ();
%! layers = [cellfun(@(net) {net.layers.type}, {nets.net}, "UniformOutput", false){:}];
%! types = __ae_layer_types__ ();
%! assert (setdiff ({types.type}, layers), cell (1, 0));
%! layers = [cellfun(@(net) {net.layers.activation}, {nets.net}, "UniformOutput", false){:}];
%! used = unique (layers(! cellfun (@isempty, layers)));
%! activations = __ae_choices__ ();
%! assert (setdiff ({activations.name}, used), cell (1, 0));

%!shared net
%! net = ae_dense (6, [4 2], "Seed", 1);
%!error <Invalid call> ae_export_onnx (net)
%!error <Invalid call> ae_export_c (net)
%!error <ae_export_onnx: file must be a file's name, got 5> ae_export_onnx (net, 5)
%!error <ae_export_onnx: net must be a network, got 3> ae_export_onnx (3, "x.onnx")
%!error <ae_export_c: net must be a network> ae_export_c (ae_pca (rand (3, 9), 2), "x.c")
%!error <ae_export_c: name must be a name in C that is not taken, got "while"> ae_export_c (net, "x.c", "while")
%!error <name must be a name in C that is not taken> ae_export_c (net, "x.c", "2x")
%!error <name must be a name in C that is not taken> ae_export_c (net, "x.c", "dense")
%!error <ae_export_c: the model is damaged: W of layer "code" must be real, finite>
%! bad = net;
%! bad.layers(3).W(1) = NaN;
%! ae_export_c (bad, tempname ());
%!error <cannot write /nonexistent/x.onnx: its folder does not exist> ae_export_onnx (net, "/nonexistent/x.onnx")
%!error <is not learnt yet> ae_export_onnx (ae_dense (6, 2, "Scale", "zscore"), tempname ())
