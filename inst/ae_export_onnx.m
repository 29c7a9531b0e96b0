## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {} ae_export_onnx (@var{net}, @var{file})
## Write a trained network as an ONNX file, which most other systems run.
##
## @var{net} is a network, or a half of one from @code{ae_encoder} or
## @code{ae_decoder}; @var{file} is replaced in one step.  The graph does what
## @code{ae_predict} does (for an encoder: what @code{ae_encode} does), in single
## precision, the model's own scaling included; dropout and noise are left out,
## batch normalisation uses its moving mean and variance.  It needs operators of
## opset 17 and no others than the standard ones.
##
## The graph's one input is called @qcode{"input"}, its output @qcode{"output"}.
## Samples come first there: vectors are @code{(n, d)}, images @code{(n, channels,
## rows, columns)}, series @code{(n, channels, times)}; @code{n} is free.  When
## the net takes images as vectors, their pixels must stand in Octave's order,
## down the columns: @code{images.transpose (0, 2, 1).reshape (n, -1)} in Python
## (for images @code{(n, rows, columns)}).
##
## @c not run
## @example
## @group
## import numpy as np, onnxruntime
## run = onnxruntime.InferenceSession ("net.onnx").run
## x = np.random.rand (5, 784).astype ("float32")
## y = run (None, @{"input": x@})[0]          # (5, 784)
## @end group
## @end example
##
## Errors: @code{autoencoder:ae_export_onnx:model} and the like for a damaged
## model, @code{:scaling} (a
## scaling that is not learnt yet), @code{:full}, @code{:access}, @code{:folder},
## @code{:name}, @code{:file} when the file cannot be written.
##
## Source of the format: @url{https://onnx.ai/onnx/intro}.
##
## @example
## @group
## net = ae_dense (6, [4 2], "Seed", 1);
## file = [tempname() ".onnx"];
## ae_export_onnx (ae_encoder (net), file);
## stat (file).size > 100
##     @result{} 1
## delete (file);
## @end group
## @end example
## @seealso{ae_export_c, ae_export_m, ae_save, ae_encoder}
## @end deftypefn

function ae_export_onnx (net, file)
  if (nargin != 2)
    print_usage ();
  endif
  arg_value ("ae_export_onnx", "file", file, "file");
  steps = export_steps ("ae_export_onnx", net);
  shape_in = shape_of (net.input_size);
  shape_out = shape_of (net.layers(end).output_size);
  [nodes, tensors] = export_onnx_graph (steps, shape_in, shape_out);
  graph = export_protobuf ({1, "message", nodes; 2, "text", "autoencoder"; 5, "message", tensors; ...
                            11, "message", value_info("input", shape_in); ...
                            12, "message", value_info("output", shape_out)});
  opset = export_protobuf ({1, "text", ""; 2, "int", 17});
  model = export_protobuf ({1, "int", 8; 2, "text", "autoencoder for GNU Octave"; 7, "message", graph; ...
                            8, "message", opset});
  __ae_write_file__ ("ae_export_onnx", file, {model});
endfunction

## Samples, then channels, then places; NaN for the free number of samples.
function shape = shape_of (size_of)
  shape = [NaN, size_of];
  if (numel (size_of) == 2)
    shape = [NaN, size_of([2 1])];
  elseif (numel (size_of) == 3)
    shape = [NaN, size_of([3 1 2])];
  endif
endfunction

function bytes = value_info (name, shape)
  dims = cell (1, numel (shape));
  dims{1} = export_protobuf ({2, "text", "n"});
  for i = 2:numel (shape)
    dims{i} = export_protobuf ({1, "int", shape(i)});
  endfor
  tensor = export_protobuf ({1, "int", 1; 2, "message", export_protobuf({1, "message", dims})});
  bytes = export_protobuf ({1, "text", name; 2, "message", export_protobuf({1, "message", tensor})});
endfunction

%!test
%! net = ae_dense (6, [4 2], "Seed", 1);
%! file = [tempname() ".onnx"];
%! ae_export_onnx (net, file);
%! first = fileread (file);
%! ae_export_onnx (net, file); # the same net gives the same bytes
%! assert (fileread (file), first);
%! delete (file);
%!error <Invalid call> ae_export_onnx (1)
%!error <ae_export_onnx: net must be a network, got 3> ae_export_onnx (3, "x")
%!error <ae_export_onnx: file must be a file's name, got 0-by-0 char> ae_export_onnx (ae_dense (6, 2), "")
%!error <ae_export_onnx: file must be a file's name, got 5> ae_export_onnx (ae_dense (6, 2), 5)
