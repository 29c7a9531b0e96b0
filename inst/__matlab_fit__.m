## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {[@var{net}, @var{history}] =} __matlab_fit__ (@var{fname}, @var{net}, @var{X}, @var{T}, @var{opt}, @dots{})
## Undocumented internal function: train as MATLAB's functions do, over all data
## at once by scaled conjugate gradients, in double, for at most
## @code{opt.MaxEpochs} iterations.
##
## @var{T} may be @code{[]}.  @code{opt.ShowProgressWindow} asks for a bar on the
## terminal, where MATLAB opens a window, with the loss times @code{opt.Unit}
## (default 1); @code{opt.Stop (state)}, where there is one, may end training.
## What follows are further options of @code{ae_fit}.
## @end deftypefn

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
  try
    [net, history] = ae_fit (net, data{:}, "Optimizer", "scg", "Epochs", opt.MaxEpochs, "Verbose", 0, ...
                             "Precision", "double", callback{:}, varargin{:});
  catch err
    text_reraise (fname, err);
  end_try_catch
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

%!test # so many iterations at most, in double; the loss falls
%! X = [1:6]' * linspace (0, 1, 30) / 6;
%! opt = struct ("MaxEpochs", 5, "ShowProgressWindow", false);
%! net = ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1);
%! [net, history] = __matlab_fit__ ("test", net, X, [], opt);
%! assert (class (net.layers(2).W), "double");
%! assert (numel (history.loss) <= 5);
%! assert (history.loss(end) < history.loss(1));
