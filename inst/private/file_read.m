## [tensors, metadata] = file_read (fname, file)
##
## Reads a safetensors file.  tensors is a 1-by-n struct array in the order of
## the header with the fields name, data and shape (a row, as the file has it);
## data has the reversed shape, so that the raw bytes stay in place: what
## file_write stored without a shape comes back as it was.  metadata is a
## struct of strings.
##
## Nothing in the file is believed: every size is checked against the file
## before memory is taken for it; names must differ, arrays must fill the file
## without gap or overlap.  Nothing is ever evaluated.
##
## Errors: autoencoder:<fname>:file (there is none, or it cannot be read),
## :format (not a whole safetensors file), :json, :type.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [tensors, metadata] = file_read (fname, file)
  arg_value (fname, "file", file, "file");
  total = file_size (fname, file);
  [fid, message] = fopen (file, "r", "ieee-le");
  if (fid < 0)
    error (["autoencoder:" fname ":file"], "%s: cannot read %s: %s", fname, file, message);
  endif
  closer = onCleanup (@() fclose (fid));
  [header, start] = read_header (fname, file, fid, total);
  [tensors, metadata] = read_table (fname, file, header, total - start);
  tensors = read_data (fname, file, fid, start, tensors);
endfunction

## Only regular files have a size that can be trusted (a pipe would hang).
function total = file_size (fname, file)
  [info, failed, message] = stat (file);
  if (failed)
    error (["autoencoder:" fname ":file"], "%s: cannot read %s: %s", fname, file, message);
  elseif (! S_ISREG (info.mode))
    error (["autoencoder:" fname ":file"], "%s: cannot read %s: it is not a regular file", fname, file);
  endif
  total = info.size;
endfunction

## Raises; reason is a sentence without the names.
function refuse (fname, file, what, varargin)
  error (["autoencoder:" fname ":" what], "%s: %s is not a model file that can be read: %s", ...
         fname, file, sprintf (varargin{:}));
endfunction

function [header, start] = read_header (fname, file, fid, total)
  most = 1e7;
  if (total < 10)
    refuse (fname, file, "format", "it has %d bytes, fewer than any safetensors file", total);
  endif
  n = double (fread (fid, 1, "uint64=>uint64"));
  if (isempty (n) || n > total - 8 || n < 2)
    refuse (fname, file, "format", "its header length is %.0f, the file has %d bytes", n, total);
  elseif (n > most)
    refuse (fname, file, "format", "its header has %d bytes, more than %d", n, most);
  endif
  bytes = fread (fid, n, "uint8=>uint8")';
  if (numel (bytes) != n || bytes(1) != "{")
    refuse (fname, file, "format", "it does not begin with a JSON header");
  endif
  try
    header = __ae_json__ (bytes);
  catch problem
    refuse (fname, file, "json", "in its header %s", regexprep (problem.message, '^(\w+: )+', ""));
  end_try_catch
  start = 8 + n;
endfunction

## The header's rows, checked; space is the number of data bytes.
function [tensors, metadata] = read_table (fname, file, header, space)
  metadata = struct ();
  if (isfield (header, "__metadata__"))
    metadata = header.__metadata__;
    header = rmfield (header, "__metadata__");
    if (! isstruct (metadata) || ! all (structfun (@ischar, metadata)))
      refuse (fname, file, "format", "its metadata are not strings");
    endif
  endif
  names = fieldnames (header)';
  n = numel (names);
  if (n > space + 1000) # a net has few arrays without numbers; thousands would take seconds
    refuse (fname, file, "format", "its header names %d arrays, more than %d data bytes can fill", n, space);
  endif
  tensors = struct ("name", names, "data", [], "shape", [], "type", 0, "from", 0, "to", 0);
  for i = 1:n
    tensors(i) = read_row (fname, file, tensors(i), header.(names{i}), space);
  endfor
  check_cover (fname, file, tensors, space);
endfunction

function tensor = read_row (fname, file, tensor, row, space)
  types = file_tensor_types ();
  if (! isstruct (row) || numfields (row) != 3 || ! all (isfield (row, {"dtype", "shape", "data_offsets"})))
    refuse (fname, file, "format", "%s must have dtype, shape and data_offsets", tensor.name);
  endif
  type = 0;
  if (ischar (row.dtype))
    type = find (strcmp (row.dtype, types(:,1)));
  endif
  if (! isscalar (type) || type == 0)
    refuse (fname, file, "type", "%s has the number type %s; known are %s", tensor.name, ...
            text_describe (row.dtype), strjoin (types(:,1)', ", "));
  elseif (! is_counts (row.shape) || numel (row.shape) > 16)
    refuse (fname, file, "format", "the shape of %s is not a list of whole numbers", tensor.name);
  elseif (! is_counts (row.data_offsets) || numel (row.data_offsets) != 2 ...
          || row.data_offsets(1) > row.data_offsets(2) || row.data_offsets(2) > space)
    refuse (fname, file, "format", "%s does not lie inside the file", tensor.name);
  elseif (prod (row.shape) * types{type,3} != diff (row.data_offsets) || max ([row.shape 0]) > 2^31)
    refuse (fname, file, "format", "%s has not as many bytes as its shape says", tensor.name);
  endif
  tensor.type = type;
  tensor.shape = row.shape;
  tensor.from = row.data_offsets(1);
  tensor.to = row.data_offsets(2);
endfunction

function t = is_counts (v)
  t = isnumeric (v) && (isrow (v) || isempty (v)) && all (v >= 0 & v == fix (v) & v < 2^53);
endfunction

## The arrays, in the order of the file, must leave no gap and not overlap.
function check_cover (fname, file, tensors, space)
  spans = sortrows ([reshape([tensors.from], [], 1), reshape([tensors.to], [], 1)]);
  if (isempty (spans))
    spans = zeros (0, 2);
  endif
  if (! isequal ([spans(:,1); space], [0; spans(:,2)]))
    refuse (fname, file, "format", "its arrays overlap or do not fill the file of %d data bytes", space);
  endif
endfunction

function tensors = read_data (fname, file, fid, start, tensors)
  types = file_tensor_types ();
  position = start;
  [~, order] = sort ([tensors.from]);
  for i = order
    class_name = types{tensors(i).type,2};
    stored = class_name;
    if (strcmp (stored, "logical"))
      stored = "uint8";
    endif
    count = prod (tensors(i).shape);
    if (tensors(i).from + start != position)
      fseek (fid, tensors(i).from + start);
    endif
    data = fread (fid, count, [stored "=>" stored]);
    position = tensors(i).to + start;
    if (numel (data) != count)
      refuse (fname, file, "format", "it ended while %s was read", tensors(i).name);
    endif
    if (strcmp (class_name, "logical"))
      data = (data != 0);
    endif
    tensors(i).data = reshape (data, [tensors(i).shape(end:-1:1), 1, 1]);
  endfor
  tensors = rmfield (tensors, {"type", "from", "to"});
endfunction
