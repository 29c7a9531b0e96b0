## Writes the nets of tests/export_nets.m as ONNX files into a folder, with their
## inputs and our outputs; check_onnx.py then runs them in onnxruntime.
##   octave-cli --eval "addpath tests tests/reference; package_path (); make_onnx_numbers (folder)"

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function make_onnx_numbers (folder)
  nets = export_nets ();
  for i = 1:numel (nets)
    base = fullfile (folder, sprintf ("net%02d", i));
    ae_export_onnx (nets(i).net, [base ".onnx"]);
    X = nets(i).X;
    Y = ae_predict (nets(i).net, X);
    name = nets(i).name;
    save ("-v7", [base ".mat"], "X", "Y", "name");
  endfor
endfunction
