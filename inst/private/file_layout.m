## arrays = file_layout (fname, net, layout)
##
## The weights of a network as Keras or PyTorch have them (layout "keras" or
## "pytorch"): a struct array with a row an array and the fields
##   layer, field   where it is: net.layers(layer).(field)
##   name           in the file, "dense_1/kernel" or "dense_1.weight"
##   shape          in the file, row-major
##   places         for file_write: data = net.layers(layer).(field)(places)
## so that the way back is .(field)(places) = data.
##
## Errors: those of file_orders.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function arrays = file_layout (fname, net, layout)
  orders = file_orders (fname, net, layout);
  arrays = struct ("layer", {}, "field", {}, "name", {}, "shape", {}, "places", {});
  for i = 1:numel (net.layers)
    layer = net.layers(i);
    for row = layer_arrays (layer)
      value = layer.(row.name);
      places = ordered (reshape (1:numel (value), size (value)), layer, row, orders(i));
      places = turned (places, layer, row, layout);
      arrays(end+1) = struct ("layer", i, "field", row.name, "name", name_of (layer, row, layout), ...
                              "shape", shape_of (places, row.rank), "places", places);
    endfor
  endfor
endfunction

## The elements in the order of their vectors: a dense layer's W has an output a
## row and an input a column; other arrays an element a number.
function places = ordered (places, layer, row, order)
  if (row.rank == 1)
    if (isscalar (layer.output_size) && ! isempty (order.out) && numel (places) == numel (order.out))
      places = places(order.out);
    endif
    places = places(:);
  elseif (layer_is_dense (layer))
    if (! isempty (order.out))
      places = places(order.out,:);
    endif
    if (! isempty (order.in))
      places = places(:,order.in);
    endif
  endif
endfunction

## The axes in their order, reversed as a row-major reader needs them.
function places = turned (places, layer, row, layout)
  persistent keras_order = struct ("conv2d_transpose", [2 1 3 4]); # outputs before inputs
  if (row.rank > 2)
    places = permute (places, row.rank:-1:1);
  endif
  order = row.torch_order;
  if (strcmp (layout, "keras"))
    order = [];
    if (row.rank > 1)
      order = struct_get (keras_order, layer.type, []);
    endif
  endif
  if (! isempty (order))
    places = ipermute (places, order);
  endif
endfunction

function name = name_of (layer, row, layout)
  name = [layer.name "/" row.file];
  if (strcmp (layout, "pytorch"))
    name = [layer.name "." row.torch];
  endif
endfunction

function shape = shape_of (places, rank)
  shape = size (places);
  shape = fliplr ([shape(1:min (rank, end)), ones(1, rank - numel (shape))]);
endfunction
