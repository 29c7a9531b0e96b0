## What looking for dead units costs: the lecture's nets with "Revive" true and false
## in turn, on one thread, seconds of the processor for an epoch (without the first,
## in which it is looked three times more).  In the root folder, after make build:
##
##   octave-cli --no-history bench/revive_cost.m

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

1;

function cost (name, net, data, turns)
  seconds = zeros (turns, 2);
  for t = 1:turns
    for revive = [true, false]
      seconds(t,2-revive) = epoch (net, data, revive);
    endfor
  endfor
  m = median (seconds);
  ratio = median (seconds(:,1) ./ seconds(:,2));
  printf ("%s: %.3f s an epoch with, %.3f without; median ratio %.3f (%.3f to %.3f) of %d turns\n", name, m, ratio, ...
          min (seconds(:,1) ./ seconds(:,2)), max (seconds(:,1) ./ seconds(:,2)), turns);
  fflush (stdout);
endfunction

## The second of two epochs
function s = epoch (net, data, revive)
  mark ();
  ae_fit (net, data{:}, "Epochs", 2, "Seed", 1, "Verbose", 0, "Threads", 1, "Revive", revive, "Callback", @mark);
  s = diff (mark ()(1:2));
endfunction

## Notes the time after an epoch; asked without argument it tells the times and forgets them.
function out = mark (varargin)
  persistent at = [];
  if (nargin > 0)
    at(end+1) = cputime ();
    out = false;
  else
    out = at;
    at = [];
  endif
endfunction

here = fileparts (mfilename ("fullpath"));
addpath (fullfile (here, "..", "src"), fullfile (here, "..", "inst"));
warning ("off", "autoencoder:ae_fit:mean");
warning ("off", "autoencoder:ae_fit:dead");
X = ae_load_mnist ("train", "/usr/share/datasets/fashion-mnist", "Quiet", true);
cost ("dense 784-100-20, 60,000 images", ae_dense (784, [100 20], "Seed", 1), {X}, 11);
few = X(:,:,:,1:25600);
cost ("denoising [32 32], 25,600 images", ae_conv ([28 28 1], [32 32], "Seed", 1), ...
      {ae_add_noise(few, "gaussian", 0.5, "Seed", 1), few}, 5);
