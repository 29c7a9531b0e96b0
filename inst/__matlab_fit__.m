## [net, history] = __matlab_fit__ (fname, net, X, T, opt, varargin)
##
## Trains as MATLAB's functions do: over all data at once by scaled conjugate
## gradients, in double, opt.MaxEpochs iterations at most.  T may be [].
## opt.ShowProgressWindow: a bar on the terminal, where MATLAB opens a window,
## with the loss times opt.Unit (default 1).
## stop = opt.Stop (state), where there is one, may end it.  varargin: further
## options of ae_fit.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [net, history] = __matlab_fit__ (fname, net, X, T, opt, varargin)
  data = {X};
  if (! isempty (T))
    data = {X, T};
  endif
  show = opt.ShowProgressWindow && __ae_terminal__ (0) > 0;
  stop = struct_get (opt, "Stop", @(state) false);
  callback = {};
  if (show || isfield (opt, "Stop"))
    callback = {"Callback", @(state) progress(fname, state, opt, show) || stop(state)};
  endif
  if (sum (cellfun (@numel, {net.layers.W})) * columns (X) < 5e6)
    callback = [callback, {"Threads", 1}]; # waking a second one would take longer than the work
  endif
  [net, history] = ae_fit (net, data{:}, "Optimizer", "scg", "Epochs", opt.MaxEpochs, "Verbose", 0, ...
                           "Precision", "double", callback{:}, varargin{:});
  if (show)
    fputs (stdout, "\n");
  endif
  net = matlab_lean (net);
endfunction

function stop = progress (fname, state, opt, show)
  stop = false;
  if (! show)
    return;
  endif
  figures = {sprintf("%.1f s", state.seconds), sprintf("performance %.5g", state.loss * struct_get (opt, "Unit", 1))};
  fputs (stdout, ["\r" text_progress(fname, state.epoch, opt.MaxEpochs, figures, text_columns ())]);
  fflush (stdout);
endfunction
