## opt = fit_options (args): ae_fit's options, checked one by one and together

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function opt = fit_options (args)
  opt = arg_options ("ae_fit", args, {
    "Epochs", 50, "whole >= 0";
    "BatchSize", 128, "whole >= 1";
    "Optimizer", "rmsprop", [arg_choices("optimizer"), {"lbfgs", "scg"}];
    "LearnRate", 1e-3, "number > 0";
    "Momentum", 0.9, "share";
    "Decay", 0.9, "share";
    "Beta1", 0.9, "share";
    "Beta2", 0.999, "share";
    "Epsilon", 1e-7, "number > 0";
    "WeightDecay", 0.01, "number >= 0";
    "Loss", "mse", arg_choices("loss");
    "ValidationData", [], "";
    "ValidationSplit", 0, "share";
    "Patience", [], "whole >= 1?";
    "MinDelta", 0, "number >= 0";
    "LearnRateSchedule", "constant", {"constant", "step", "cosine", "plateau"};
    "ScheduleFactor", 0.5, "share";
    "ScheduleEvery", 10, "whole >= 1";
    "L1", 0, "number >= 0";
    "L2", 0, "number >= 0";
    "Sparsity", 0.05, "share";
    "SparsityWeight", 0, "number >= 0";
    "CodeL1", 0, "number >= 0";
    "ClipNorm", [], "number > 0?";
    "ClipValue", [], "number > 0?";
    "Shuffle", true, "flag";
    "Augment", false, "";
    "Seed", [], "whole >= 0?";
    "Continue", false, "flag";
    "Callback", [], "function?";
    "Checkpoint", "", "string";
    "CheckpointEpochs", 1, "whole >= 1";
    "CheckpointSeconds", 60, "number > 0";
    "Resume", "", "string";
    "Log", "", "string";
    "Plot", false, "flag";
    "Verbose", 1, "whole >= 0";
    "Threads", [], "threads?";
    "Parallel", "", {"mpi", ""};
    "Precision", "", {"single", "double", ""};
    "Revive", true, "flag"});
  if (! isempty (opt.ValidationData) && opt.ValidationSplit > 0)
    error ("autoencoder:ae_fit:option", "ae_fit: give ValidationData or ValidationSplit, not both");
  endif
  if (! isempty (opt.Resume) && opt.Continue)
    error ("autoencoder:ae_fit:option", "ae_fit: give Resume or Continue, not both");
  endif
  opt.Augment = augment_numbers ("ae_fit", opt.Augment);
  if (opt.Sparsity == 0 && opt.SparsityWeight > 0)
    error ("autoencoder:ae_fit:value", "ae_fit: Sparsity must be above 0, got 0");
  endif
  for name = {"LearnRate", "Epsilon", "WeightDecay", "MinDelta", "L1", "L2", ...
                "SparsityWeight", "CodeL1", "ClipNorm", "ClipValue"}
    if (opt.(name{1}) > 1e30)
      error ("autoencoder:ae_fit:value", "ae_fit: %s must be 1e30 or less, got %g", name{1}, opt.(name{1}));
    endif
  endfor
  opt = ranks_start (opt);
  check_files (opt);
  opt.slice_seconds = 0.5; # progress, and with MPI Ctrl-C, wait for no more than this
  opt.full_batch = any (strcmp (opt.Optimizer, {"lbfgs", "scg"}));
endfunction

## Files that could not be written are told before training, not after it.
function check_files (opt)
  if (! isempty (opt.Log))
    fit_log (opt.Log, "at", "");
  endif
  folder = fileparts (opt.Checkpoint);
  if (! isempty (folder) && ! isfolder (folder))
    error ("autoencoder:ae_fit:folder", "ae_fit: the folder of Checkpoint does not exist: %s", folder);
  endif
  if (! isempty (opt.Checkpoint) && isfolder (opt.Checkpoint))
    error ("autoencoder:ae_fit:file", "ae_fit: Checkpoint must be a file, %s is a folder", opt.Checkpoint);
  endif
endfunction
