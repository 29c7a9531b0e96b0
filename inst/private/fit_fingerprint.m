## marks = fit_fingerprint (run, data, opt)
##
## What has to be the same for a checkpoint to be resumed, as strings: the net,
## the options that steer the steps, and the data.  Of large data a hundred
## thousand numbers and the sum of all stand for the whole.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function marks = fit_fingerprint (run, data, opt)
  steering = {"BatchSize", "Optimizer", "LearnRate", "Momentum", "Decay", "Beta1", "Beta2", "Epsilon", "WeightDecay", ...
              "Loss", "L1", "L2", "Sparsity", "SparsityWeight", "CodeL1", "ClipNorm", "ClipValue", "Shuffle", ...
              "LearnRateSchedule", "ScheduleFactor", "ScheduleEvery"};
  parts = cell (1, numel (steering));
  for i = 1:numel (steering)
    value = opt.(steering{i});
    if (! ischar (value))
      value = sprintf ("%.17g", value);
    endif
    parts{i} = [steering{i} "=" value];
  endfor
  if (! isempty (data.augment))
    parts{end+1} = ["Augment=" sprintf("%.17g,", data.augment)];
  endif
  marks.options = strjoin (parts, " ");
  marks.net = net_text (run.net);
  marks.data = [data_text(data.X) "; " data_text(data.T) "; " data_text(data.VX) "; " data_text(data.VT)];
endfunction

function text = net_text (net)
  text = text_size (net.input_size);
  for i = 1:numel (net.layers)
    layer = net.layers(i);
    text = [text sprintf("; %s %s %s %s", layer.type, struct_get (layer, "activation", ""), text_size (layer.output_size), ...
                         text_size (size (layer.W)))];
    if (! isempty (struct_get (layer, "inputs", [])))
      text = [text " from " strjoin(cellstr (layer.inputs), ", ")];
    endif
  endfor
  text = [text "; " class(net_pack (net.layers))];
  if (isfield (net, "scaling"))
    text = [text "; scale " net.scaling.kind " missing " net.missing];
  endif
endfunction

function text = data_text (X)
  text = "none";
  if (samples_is_source (X))
    text = source_text (X);
  elseif (! isempty (X))
    some = X(1:max (1, floor (numel (X) / 1e5)):end);
    total = sum (X(:));
    if (isinteger (X)) # which would stop at the largest of its class
      total = sum (X(:), "double");
    endif
    text = sprintf ("%s %s", strrep (text_size (size (X)), " ", "-by-"), ...
                    hash ("md5", [char(typecast (some(:)', "uint8")) sprintf("%.17g", double (total))]));
  endif
endfunction

## Some samples stand for all: reading the whole file would take too long.
function text = source_text (X)
  some = samples_take (X, unique (round (linspace (1, X.n, 32))));
  text = sprintf ("%d-by-%d %s", X.d, X.n, hash ("md5", char (typecast (some(:)', "uint8"))));
endfunction
