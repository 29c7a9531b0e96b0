## fit_checkpoint (run, data, opt)
##
## Writes the whole state of a run to opt.Checkpoint, in one step: whatever
## happens, the old file or the new one is there.  The weights are in it as
## ae_save would write them, so ae_load reads a checkpoint as a model.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function fit_checkpoint (run, data, opt)
  net = run.net;
  net.layers = net_unpack (net.layers, run.p);
  [tensors, metadata] = file_pack ("ae_fit", net);
  for [value, name] = fit_state (run)
    tensors(end+1) = struct ("name", ["training/" name], "data", value, "shape", "auto");
  endfor
  for [value, name] = run.marks
    metadata.(["training_" name]) = value;
  endfor
  metadata.training_stopped = run.stopped;
  file_write ("ae_fit", opt.Checkpoint, tensors, metadata);
endfunction
