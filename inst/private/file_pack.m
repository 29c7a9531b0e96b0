## [tensors, metadata] = file_pack (fname, m)
##
## A model struct as named arrays and strings, for file_write; file_unpack
## is the way back.  metadata has the fields format, format_version, kind and
## architecture: the model as JSON in which an array is {"$tensor": name}.
##
## What a value becomes: a finite double scalar a number, a short row an array,
## 0-by-0 null, a string a string, a logical scalar true or false, a scalar
## struct an object; any other short array {"$class", "$size", "$values"}, a
## longer one a tensor, a cell {"$cell", "$size"}, a struct array {"$struct",
## "$size", "$fields"}.  The layers of a network are objects without the fields
## that are []; "$fields" has the names of all.
##
## Layout of a tensor, as a row-major reader sees it: a column is a vector, a
## matrix is transposed, an array of three dimensions or more (and a kernel of
## a convolution) has the same indices.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [tensors, metadata] = file_pack (fname, m)
  persistent ranks = struct ("network", struct (), ...
                             "pca", struct ("mean", 1, "components", 2, "variances", 1, "explained", 1), ...
                             "tsne", struct ("samples", 2, "embedding", 2));
  tensors = struct ("name", {}, "data", {}, "shape", {});
  names = fieldnames (m)';
  members = cell (1, numel (names));
  for i = 1:numel (names)
    value = m.(names{i});
    if (strcmp (m.kind, "network") && strcmp (names{i}, "layers"))
      [json, more] = pack_layers (fname, value);
    else
      [json, more] = pack_value (fname, [m.kind "/" names{i}], value, struct_get (ranks.(m.kind), names{i}, 0));
    endif
    members{i} = [file_json(names{i}) ":" json];
    tensors = [tensors, more];
  endfor
  if (strcmp (m.kind, "network"))
    members{end+1} = ['"$fields":' text_list(fieldnames (m.layers))];
  endif
  metadata = struct ("format", "autoencoder", "format_version", "1", "kind", m.kind, ...
                     "architecture", ["{" strjoin(members, ",") "}"]);
endfunction

function [json, tensors] = pack_layers (fname, layers)
  tensors = struct ("name", {}, "data", {}, "shape", {});
  names = fieldnames (layers)';
  objects = cell (1, numel (layers));
  for i = 1:numel (layers)
    layer = layers(i);
    members = {};
    for name = names
      value = layer.(name{1});
      if (isa (value, "double") && isequal (size (value), [0 0]))
        continue;
      endif
      [path, rank] = place_of (layer, name{1});
      [json, more] = pack_value (fname, path, value, rank);
      members{end+1} = [file_json(name{1}) ":" json];
      tensors = [tensors, more];
    endfor
    objects{i} = ["{" strjoin(members, ",") "}"];
  endfor
  json = ["[" strjoin(objects, ",") "]"];
endfunction

## What a field of a layer is called in the file, and how many dimensions it
## keeps there even where they are 1, so that its shape does not depend on
## chance; 0: whatever it has.  With a rank it is a tensor however short it is.
function [path, rank] = place_of (layer, field)
  path = [layer.name "/" field];
  rank = 0;
  for row = layer_arrays (layer)
    if (strcmp (row.name, field))
      path = [layer.name "/" row.file];
      rank = row.rank;
    endif
  endfor
endfunction

function [json, tensors] = pack_value (fname, path, value, rank = 0)
  tensors = struct ("name", {}, "data", {}, "shape", {});
  if (iscell (value))
    [list, tensors] = pack_elements (fname, path, value);
    json = sprintf ('{"$cell":%s,"$size":%s}', list, number_list (size (value)));
  elseif (isstruct (value))
    [json, tensors] = pack_struct (fname, path, value);
  elseif (ischar (value))
    json = pack_text (value);
  elseif (! (isnumeric (value) || islogical (value)) || issparse (value) || ! isreal (value))
    error (["autoencoder:" fname ":value"], ...
           ["%s: a model with %s in %s cannot be kept in a file: " ...
            "only real, full arrays, strings, cells and structs"], fname, text_describe (value), path);
  elseif (rank > 0 || ! is_short (value))
    tensors = pack_array (path, value, rank);
    json = sprintf ('{"$tensor":%s}', file_json (path));
  else
    json = pack_short (value);
  endif
endfunction

function [list, tensors] = pack_elements (fname, path, values)
  tensors = struct ("name", {}, "data", {}, "shape", {});
  items = cell (1, numel (values));
  for i = 1:numel (values)
    [items{i}, more] = pack_value (fname, sprintf ("%s/%d", path, i), values{i});
    tensors = [tensors, more];
  endfor
  list = ["[" strjoin(items, ",") "]"];
endfunction

function [json, tensors] = pack_struct (fname, path, value)
  if (! isscalar (value))
    [list, tensors] = pack_elements (fname, path, num2cell (value));
    json = sprintf ('{"$struct":%s,"$size":%s,"$fields":%s}', list, number_list (size (value)), ...
                    text_list (fieldnames (value)));
    return;
  endif
  tensors = struct ("name", {}, "data", {}, "shape", {});
  names = fieldnames (value)';
  members = cell (1, numel (names));
  for i = 1:numel (names)
    [json, more] = pack_value (fname, [path "/" names{i}], value.(names{i}));
    members{i} = [file_json(names{i}) ":" json];
    tensors = [tensors, more];
  endfor
  json = ["{" strjoin(members, ",") "}"];
endfunction

## A string that JSON can hold is one; anything else becomes its codes.
function json = pack_text (value)
  plain = isequal (size (value), [0 0]) ...
          || (isrow (value) && ! isempty (value) && ! any (value == 0 | value > 127));
  if (plain)
    json = file_json (value(:)');
  else
    json = sprintf ('{"$class":"char","$size":%s,"$values":%s}', number_list (size (value)), ...
                    number_list (double (value)));
  endif
endfunction

function t = is_short (value)
  t = numel (value) <= 16 && ! any (strcmp (class (value), {"int64", "uint64"})) ...
      && (! isfloat (value) || all (isfinite (value(:))));
endfunction

function json = pack_short (value)
  if (islogical (value) && isscalar (value))
    json = {"false", "true"}{value + 1};
  elseif (isa (value, "double") && isscalar (value))
    json = sprintf ("%.17g", value);
  elseif (isa (value, "double") && isequal (size (value), [0 0]))
    json = "null";
  elseif (isa (value, "double") && isrow (value))
    json = number_list (value);
  else
    json = sprintf ('{"$class":"%s","$size":%s,"$values":%s}', class (value), number_list (size (value)), ...
                    number_list (double (value)));
  endif
endfunction

function tensor = pack_array (path, value, rank)
  if (rank < 2 && iscolumn (value))
    shape = numel (value);
  else
    rank = max (rank, ndims (value));
    shape = [size(value), ones(1, rank - ndims (value))];
    if (rank == 2)
      shape = shape([2 1]);
    else
      value = permute (value, rank:-1:1);
    endif
  endif
  tensor = struct ("name", path, "data", value, "shape", {shape});
endfunction

function json = number_list (values)
  json = ["[" sprintf(",%.17g", values)(2:end) "]"];
endfunction

function json = text_list (texts)
  json = ["[" strjoin(cellfun (@file_json, texts(:)', "UniformOutput", false), ",") "]"];
endfunction
