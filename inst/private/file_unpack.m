## m = file_unpack (fname, file, tensors, metadata)
##
## The model struct that file_pack made tensors and metadata of; file is for
## messages.  Tensors that the architecture does not name are ignored.  Nothing
## is evaluated: the JSON can only make numbers, strings, cells and structs.
##
## Errors: autoencoder:<fname>:format, and those of model_check.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function m = file_unpack (fname, file, tensors, metadata)
  at = struct ("fname", fname, "file", file);
  at.names = {tensors.name};
  check_version (at, metadata);
  try
    tree = __ae_json__ (uint8 (metadata.architecture));
  catch problem
    refuse (at, "in its architecture %s", regexprep (problem.message, '^(\w+: )+', ""));
  end_try_catch
  if (! isstruct (tree) || ! isfield (tree, "kind") || ! ischar (tree.kind))
    refuse (at, "its architecture names no kind of model");
  elseif (strcmp (tree.kind, "network"))
    m = unpack_network (at, tree, tensors);
  else
    m = unpack_struct (at, tree, tensors);
  endif
endfunction

function refuse (at, varargin)
  error (["autoencoder:" at.fname ":format"], "%s: %s is not a model file that can be read: %s", ...
         at.fname, at.file, sprintf (varargin{:}));
endfunction

function check_version (at, metadata)
  if (! isfield (metadata, "format") || ! isfield (metadata, "architecture"))
    refuse (at, ["it has tensors but no architecture; " ...
                 "give the model that they belong to, as in %s (file, net)"], at.fname);
  elseif (! isfield (metadata, "format_version") || ! strcmp (metadata.format_version, "1"))
    refuse (at, "its format version is not 1; a newer autoencoder package may read it");
  endif
endfunction

function m = unpack_network (at, tree, tensors)
  if (! isfield (tree, "$fields") || ! isfield (tree, "layers"))
    refuse (at, "its architecture has no layers");
  endif
  fields = list_of_texts (at, tree.("$fields"));
  layers = tree.layers;
  if (! iscell (layers) || ! all (cellfun (@isstruct, layers)) || numel (layers) > 1e4)
    refuse (at, "its layers are not a list of objects");
  endif
  tree = rmfield (tree, "$fields");
  empty = cell2struct (cell (numel (fields), 1), fields, 1);
  out = repmat (empty, 1, numel (layers));
  for i = 1:numel (layers)
    for name = fieldnames (layers{i})'
      if (! any (strcmp (name{1}, fields)))
        refuse (at, "layer %d has the field \"%s\", which is not in the list", i, name{1});
      endif
      out(i).(name{1}) = unpack_value (at, layers{i}.(name{1}), tensors);
    endfor
  endfor
  tree.layers = [];
  m = unpack_struct (at, tree, tensors);
  m.layers = out;
endfunction

function value = unpack_value (at, tree, tensors)
  if (! isstruct (tree))
    value = tree;
    if (iscell (tree))
      refuse (at, "a list in its architecture is not of numbers");
    endif
  elseif (isfield (tree, "$tensor"))
    value = unpack_tensor (at, tree.("$tensor"), tensors);
  elseif (isfield (tree, "$class"))
    value = unpack_short (at, tree);
  elseif (isfield (tree, "$cell"))
    value = reshape_to (at, tree, unpack_list (at, tree.("$cell"), tensors));
  elseif (isfield (tree, "$struct"))
    value = unpack_struct_array (at, tree, tensors);
  else
    value = unpack_struct (at, tree, tensors);
  endif
endfunction

function value = unpack_struct (at, tree, tensors)
  value = struct ();
  names = list_of_texts (at, fieldnames (tree)');
  for i = 1:numel (names)
    value.(names{i}) = unpack_value (at, tree.(names{i}), tensors);
  endfor
endfunction

function value = unpack_struct_array (at, tree, tensors)
  if (! isfield (tree, "$fields"))
    refuse (at, "a struct array has no list of its fields");
  endif
  fields = list_of_texts (at, tree.("$fields"));
  list = unpack_list (at, tree.("$struct"), tensors);
  parts = cell (numel (fields), numel (list));
  for i = 1:numel (list)
    if (! isstruct (list{i}) || ! isequal (fieldnames (list{i}), fields(:)))
      refuse (at, "the elements of a struct array have different fields");
    endif
    parts(:,i) = struct2cell (list{i});
  endfor
  value = reshape_to (at, tree, cell2struct (parts, fields, 1));
endfunction

function list = unpack_list (at, tree, tensors)
  if (isnumeric (tree) && ! isempty (tree))
    list = num2cell (tree);
  elseif (isnumeric (tree))
    list = cell (1, 0);
  elseif (iscell (tree))
    list = cellfun (@(t) unpack_value (at, t, tensors), tree, "UniformOutput", false);
  else
    refuse (at, "a list in its architecture is none");
  endif
endfunction

function value = unpack_short (at, tree)
  class_name = tree.("$class");
  known = [file_tensor_types()(:,2); {"char"}];
  if (! ischar (class_name) || ! any (strcmp (class_name, known)) || ! isfield (tree, "$values") ...
      || ! isnumeric (tree.("$values")))
    refuse (at, "an array in its architecture is damaged");
  endif
  values = tree.("$values");
  switch (class_name)
    case "char"
      if (any (values < 0 | values > 255 | values != fix (values)))
        refuse (at, "a string in its architecture is damaged");
      endif
      values = char (values);
    case "logical"
      values = (values != 0);
    otherwise
      values = cast (values, class_name);
  endswitch
  value = reshape_to (at, tree, values);
endfunction

## values in the shape that "$size" says, which must fit.
function values = reshape_to (at, tree, values)
  if (! isfield (tree, "$size"))
    refuse (at, "an array in its architecture has no size");
  endif
  dims = tree.("$size");
  if (! isnumeric (dims) || numel (dims) < 2 || numel (dims) > 16 || any (dims < 0 | dims != fix (dims)) ...
      || max (dims) > 1e6 || prod (dims) != numel (values))
    refuse (at, "the size of an array in its architecture does not fit");
  endif
  values = reshape (values, dims);
endfunction

function value = unpack_tensor (at, name, tensors)
  k = [];
  if (ischar (name))
    k = find (strcmp (name, at.names));
  endif
  if (isempty (k))
    refuse (at, "it has no tensor %s", text_describe (name));
  endif
  value = tensors(k).data;
  rank = numel (tensors(k).shape);
  if (rank > 2)
    value = permute (value, rank:-1:1);
  endif
endfunction

## A list of names that a struct may have: each can stand after a dot.
function list = list_of_texts (at, list)
  if (isnumeric (list) && isempty (list))
    list = cell (1, 0);
  elseif (! iscellstr (list) || ! all (cellfun (@isvarname, list)) || numel (unique (list)) < numel (list))
    refuse (at, "a list of field names in its architecture is damaged");
  endif
endfunction
