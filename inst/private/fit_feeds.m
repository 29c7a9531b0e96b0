## [feeds, apart] = fit_feeds (layers, i, dead)
##
## Whose weights the dead units of layer i feed: a struct array of the layer, the
## dimension of its W that counts inputs, and those of them that come from dead units.
## apart: whether taking these weights away takes away all that the units do.  In a
## chain of layers it is always said to be so: what a reshape mixes is new for both.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [feeds, apart] = fit_feeds (layers, i, dead)
  feeds = struct ("layer", {}, "axis", {}, "fed", {});
  maps = net_maps (layers);
  sources = net_sources (layers);
  joined = isfield (layers, "inputs");
  apart = true;
  from = cell (1, numel (layers)); # of each layer's units: which come from dead ones; empty: none
  from{i} = dead;
  for k = i+1:numel (layers)
    before = [{[]}, from]([1 + sources{k}]);
    if (all (cellfun (@isempty, before)))
      continue;
    endif
    if (maps(k))
      [feed, good] = weights_of (layers(k), k, before{1});
      feeds = [feeds, feed];
    else
      [from{k}, good] = passed (layers, k, sources{k}, before);
    endif
    apart &= good;
  endfor
  apart &= ! any (from{end}); # what is given out feeds nobody
  apart |= ! joined;
endfunction

## None where one weight serves several units, or must not change.
function [feed, good] = weights_of (layer, k, dead)
  feed = struct ("layer", {}, "axis", {}, "fed", {});
  axis = struct ("dense", 2, "contractive", 2, "conv2d", 3, "conv2d_transpose", 3).(layer.type);
  each = size (layer.W, axis) / numel (dead); # a flattened channel is a block of inputs
  good = each == fix (each) && (each == 1 || axis == 2) && logical (struct_get (layer, "trainable", true));
  if (good && any (dead))
    feed = struct ("layer", k, "axis", axis, "fed", repelem (dead, 1, each));
  endif
endfunction

## Through a layer without such weights.  Its units are those of its input, unless it
## joins several.
function [dead, good] = passed (layers, k, sources, before)
  dead = before{1};
  good = true;
  type = layers(k).type;
  if (any (strcmp (type, {"add", "concat"})))
    [parts, good] = cellfun (@(b, s) as_units (b, layers(s).output_size(end)), before, num2cell (sources), ...
                             "UniformOutput", false);
    good = all ([good{:}]);
    dead = [parts{:}];
  elseif (any (strcmp (type, {"groupnorm", "sampling"})))
    good = ! any (dead);
  endif
  if (strcmp (type, "add") && good)
    together = reshape (dead, [], numel (parts))';
    dead = all (together, 1);
    good = isequal (dead, any (together, 1)); # a sum of dead and living units can't be taken apart
  endif
endfunction

## A flattened channel is a block of units.
function [dead, good] = as_units (dead, units)
  if (isempty (dead))
    dead = false;
  endif
  each = units / numel (dead);
  good = each == fix (each);
  dead = repelem (dead, 1, max (fix (each), 1));
endfunction
