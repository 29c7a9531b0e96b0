## Y = net_run (fname, net, spec, from, to, X, undo = false)
##
## Runs layers from .. to of a checked network over X, whose samples have the
## input size of layer `from`.  Y is d-by-n, or h-by-w-by-c-by-n or t-by-c-by-n
## where the last layer gives images or series.  Samples enter as the net's scaling says; with undo it is
## undone behind the last layer.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = net_run (fname, net, spec, from, to, X, undo = false)
  cls = net_class (net.layers);
  name = "X";
  in = net.input_size;
  owner = scale_owner (net);
  if (from > 1)
    in = net.layers(from-1).output_size;
    name = "Z";
    owner = [];
  endif
  out_scale = [];
  if (undo)
    out_scale = scale_out (net);
  endif
  if (! isempty (owner) || undo)
    scale_require (fname, net);
  endif
  if (from > to) # the code is the output: nothing to decode
    Y = scale_undo (out_scale, X);
    return;
  endif
  [x, n] = arg_samples (fname, name, X, in, cls, owner);
  part = spec(from:to);
  if (from > 1)
    net_needs_codes (fname, spec(1:to), from - 1);
    part = [setfield(spec(1), "name", spec(from-1).name), part]; # layers may name the one before as theirs
  endif
  if (isfield (part, "tied"))
    [part.tied] = deal (""); # weights are in the block; ties matter in training only
  endif
  weights = cast (net_pack (net.layers(from:to)), cls); # a part may have none
  [Y, finite] = __ae_forward__ (weights, part, in, x, 0, 1, scale_in (owner), out_scale);
  if (! finite)
    model_check_result (fname, Y);
  endif
  out = net.layers(to).output_size;
  if (numel (out) > 1)
    Y = reshape (Y, [out n]);
  endif
endfunction
