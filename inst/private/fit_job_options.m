## o = fit_job_options (name, value, ...)
##
## The options struct that __ae_train__ and __ae_objective__ read (mex/job.c):
## these defaults, and the given fields.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function o = fit_job_options (varargin)
  o = struct ("batch", 128, "seed", 0, "epoch", 1, "shuffle", 0, "steps", 0, "rate", 1e-3, "decay", 0.9, ...
              "momentum", 0.9, "beta1", 0.9, "beta2", 0.999, "epsilon", 1e-7, "l1", 0, "l2", 0, ...
              "clip_norm", 0, "clip_value", 0, "threads", 0, "first", 0, "max_steps", 1e9, "seconds", 1e6, ...
              "loss_sum", 0, "inference", 0, "loss", "mse", "optimizer", "rmsprop", "scale", [], "target_scale", []);
  for i = 1:2:numel (varargin)
    o.(varargin{i}) = varargin{i+1};
  endfor
endfunction
