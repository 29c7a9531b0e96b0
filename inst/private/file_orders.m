## orders = file_orders (fname, net, layout)
##
## In which order vectors that are flattened images stand in Keras ("keras":
## channels fastest, rows slowest) or PyTorch ("pytorch": columns fastest,
## channels slowest).  orders is a struct array with a row a layer, with fields
## in and out: theirs = ours(in); [] where the order is the same.
##
## The order of an image that is flattened, and of a vector that is reshaped to an
## image, is known; it goes on through layers that treat each number by itself.
## A dense layer has its outputs in the order that the layers behind it demand.
##
## Errors: autoencoder:<fname>:layout when no order of the weights gives the same
## net.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function orders = file_orders (fname, net, layout)
  at = struct ("fname", fname, "layout", layout);
  sources = net_sources (net.layers);
  demands = demands_of (net.layers, sources, layout);
  orders = struct ("in", cell (1, numel (net.layers)), "out", []);
  for j = 1:numel (net.layers)
    layer = net.layers(j);
    given = {orders(sources{j}(sources{j} > 0)).out};
    if (isempty (given))
      given = demands(j);
    endif
    orders(j).in = given{1};
    if (! isscalar (layer.input_size))
      orders(j).in = theirs (layer.input_size, layout);
    endif
    orders(j).out = order_behind (at, layer, orders(j).in, given, demands{j});
  endfor
endfunction

## What the layers behind a layer ask of its vector.
function demands = demands_of (layers, sources, layout)
  demands = cell (1, numel (layers));
  for j = numel (layers):-1:1
    layer = layers(j);
    if (! isscalar (layer.input_size))
      continue;
    endif
    need = [];
    if (passes (layer.type))
      need = demands{j};
    elseif (strcmp (layer.type, "reshape"))
      need = demands{j};
      if (! isscalar (layer.output_size))
        need = theirs (layer.output_size, layout);
      endif
    endif
    if (! isempty (need))
      demands(sources{j}(sources{j} > 0)) = {need};
    endif
  endfor
endfunction

## Layers that treat each number of a vector by itself.
function t = passes (type)
  t = any (strcmp (type, {"input", "dropout", "noise", "activation", "sparsity", "batchnorm", "prelu", "add"}));
endfunction

## The order of what comes out of a layer.
function order = order_behind (at, layer, in, given, demand)
  order = [];
  if (layer_is_dense (layer))
    order = demand;
  elseif (any (strcmp (layer.type, {"flatten", "reshape"})))
    order = regrouped (at, layer, in);
  elseif (isscalar (layer.input_size))
    order = of_vector (at, layer, in, given);
  endif
endfunction

function order = regrouped (at, layer, in)
  order = in;
  if (! isscalar (layer.output_size))
    order = [];
    if (! isequal (in, theirs (layer.output_size, at.layout)))
      refuse (at, layer);
    endif
  endif
endfunction

function order = of_vector (at, layer, in, given)
  order = in;
  if (strcmp (layer.type, "concat"))
    if (! all (cellfun (@isempty, given)))
      refuse (at, layer);
    endif
  elseif (passes (layer.type))
    if (numel (given) > 1 && ! isequal (given{:}))
      refuse (at, layer);
    endif
  elseif (! isempty (in))
    refuse (at, layer);
  endif
endfunction

function refuse (at, layer)
  error (["autoencoder:" at.fname ":layout"], ...
         "%s: layer \"%s\" (%s) gets numbers in another order in layout \"%s\", and no order of the weights makes up for it", ...
         at.fname, layer.name, layer.type, at.layout);
endfunction

## The numbers of an image of ours, in the order in which they flatten it.
function order = theirs (size_of, layout)
  persistent axes_of = struct ("keras", {{[2 1], [3 2 1]}}, "pytorch", {{[1 2], [2 1 3]}});
  places = permute (reshape (1:prod (size_of), size_of), axes_of.(layout){numel (size_of) - 1})(:);
  order = [];
  if (! issorted (places))
    order = places;
  endif
endfunction
