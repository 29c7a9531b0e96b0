## job = fit_job (run, opt): the options struct that the MEX functions read

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function job = fit_job (run, opt)
  decay = opt.Decay;
  if (strcmp (opt.Optimizer, "adamw"))
    decay = opt.WeightDecay;
  endif
  optimizer = opt.Optimizer;
  if (opt.full_batch)
    optimizer = "sgd"; # C wants a name; the objective takes no step
  endif
  job = struct ("batch", opt.BatchSize, "seed", run.seed, "epoch", run.epoch + 1, "shuffle", double (opt.Shuffle), ...
                "steps", run.steps, "rate", opt.LearnRate, "decay", decay, "momentum", opt.Momentum, ...
                "beta1", opt.Beta1, "beta2", opt.Beta2, "epsilon", opt.Epsilon, "l1", opt.L1, "l2", opt.L2, ...
                "clip_norm", struct_get (opt, "ClipNorm", 0), "clip_value", struct_get (opt, "ClipValue", 0), ...
                "threads", struct_get (opt, "Threads", 0), "first", run.first, "max_steps", 2^52, "seconds", opt.slice_seconds, ...
                "loss_sum", run.loss_sum, "inference", 0, "loss", opt.Loss, "optimizer", optimizer, ...
                "scale", scale_in (run.net), "target_scale", scale_out (run.net), "parallel", opt.Parallel);
endfunction
