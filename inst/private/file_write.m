## file_write (fname, file, tensors, metadata)
##
## Writes a safetensors file in one step (the old file or the new one is there,
## whole, whatever happens): 8 bytes of header length, a JSON header, raw
## little-endian arrays.  The same arguments give the same bytes.
##
## tensors is a struct array with the fields
##   name    a unique string
##   data    a real, full numeric or logical array
##   shape   optional: the row-major shape that the raw column-major bytes of
##           data have for the reader; by default (no field, or "auto")
##           fliplr (size (data)).  [] stands for a scalar.
## metadata is a scalar struct whose fields are strings; any field name but
## those of Octave's own making are fine too, as in metadata.("a/b").
##
## Errors: autoencoder:<fname>:value for a wrong argument; :full, :access,
## :folder, :name, :file when the file cannot be written.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function file_write (fname, file, tensors, metadata)
  arg_value (fname, "file", file, "file");
  [dtypes, bytes, widths] = types_of (fname, tensors);
  check_names (fname, {tensors.name});
  ## Wide numbers first, so that each array is aligned in the file.
  [~, order] = sort (-widths);
  last = zeros (1, numel (tensors));
  last(order) = cumsum (bytes(order));
  members = cell (1, numel (tensors) + 1);
  members{1} = ['"__metadata__":' metadata_json(fname, metadata)];
  for i = 1:numel (tensors)
    members{i+1} = sprintf ('%s:{"dtype":"%s","shape":[%s],"data_offsets":[%d,%d]}', ...
                            file_json (tensors(i).name), dtypes{i}, shape_text (fname, tensors(i)), ...
                            last(i) - bytes(i), last(i));
  endfor
  header = ["{" strjoin(members, ",") "}"];
  header(end+1:8*ceil (end/8)) = " ";
  check_header (fname, header);
  parts = [{uint64(numel (header)), uint8(header)}, {tensors(order).data}];
  __ae_write_file__ (fname, file, little_endian (parts));
endfunction

function [dtypes, bytes, widths] = types_of (fname, tensors)
  types = file_tensor_types ();
  n = numel (tensors);
  dtypes = cell (1, n);
  [bytes, widths] = deal (zeros (1, n));
  for i = 1:n
    data = tensors(i).data;
    k = find (strcmp (class (data), types(:,2)));
    if (isempty (k) || issparse (data) || ! isreal (data))
      error (["autoencoder:" fname ":value"], ...
             "%s: %s must be a real, full numeric or logical array to be kept in a file, got %s", ...
             fname, tensors(i).name, text_describe (data));
    endif
    dtypes{i} = types{k,1};
    widths(i) = types{k,3};
    bytes(i) = types{k,3} * numel (data);
  endfor
endfunction

function check_names (fname, names)
  if (! iscellstr (names) || any (strcmp (names, "__metadata__")) || any (cellfun (@isempty, names)))
    error (["autoencoder:" fname ":value"], "%s: a tensor's name must be a string, not empty", fname);
  endif
  [sorted, order] = sort (names);
  twice = find (strcmp (sorted(1:end-1), sorted(2:end)), 1);
  if (! isempty (twice))
    error (["autoencoder:" fname ":value"], "%s: two tensors have the name %s", fname, sorted{twice});
  endif
endfunction

function text = shape_text (fname, tensor)
  shape = size (tensor.data)(end:-1:1);
  if (isfield (tensor, "shape") && ! ischar (tensor.shape))
    shape = tensor.shape;
  endif
  if (prod (shape) != numel (tensor.data))
    error (["autoencoder:" fname ":value"], "%s: the shape of %s does not fit its %d elements", ...
           fname, tensor.name, numel (tensor.data));
  endif
  text = sprintf (",%d", shape)(2:end);
endfunction

function json = metadata_json (fname, metadata)
  names = fieldnames (metadata);
  members = cell (1, numel (names));
  for i = 1:numel (names)
    value = metadata.(names{i});
    if (! ischar (value) || (! isrow (value) && ! isempty (value)))
      error (["autoencoder:" fname ":value"], "%s: metadata %s must be a string, got %s", ...
             fname, names{i}, text_describe (value));
    endif
    members{i} = [file_json(names{i}) ":" file_json(value(:)')];
  endfor
  json = ["{" strjoin(members, ",") "}"];
endfunction

## What was written must be readable: a string may hold bytes that are not UTF-8.
function check_header (fname, header)
  try
    __ae_json__ (uint8 (header));
  catch problem
    error (["autoencoder:" fname ":value"], "%s: a string cannot be kept in a file: %s", ...
           fname, regexprep (problem.message, '^(\w+: )+', ""));
  end_try_catch
endfunction

function parts = little_endian (parts)
  if (typecast (uint8 ([1 0]), "uint16") != 1)
    wide = cellfun (@(p) ! (islogical (p) || isa (p, "uint8") || isa (p, "int8")), parts);
    parts(wide) = cellfun (@swapbytes, parts(wide), "UniformOutput", false);
  endif
endfunction
