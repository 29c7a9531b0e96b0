## bytes = export_protobuf (fields)
##
## A message in the encoding of Protocol Buffers, as a row of uint8.  fields has
## rows {number, kind, value}: kind is "int" (a list of int64), "float" (a
## number), "text" (a string or bytes), or "message" (bytes, or a cell of them,
## one a repetition).  An empty value leaves the field out.
##
## Source: https://protobuf.dev/programming-guides/encoding

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function bytes = export_protobuf (fields)
  parts = {};
  for i = 1:rows (fields)
    [number, kind, value] = fields{i,:};
    switch (kind)
      case "int"
        for v = value(:)'
          parts(end+(1:2)) = {tag(number, 0), varint(v)};
        endfor
      case "float"
        parts(end+(1:2)) = {tag(number, 5), little_endian(single (value))};
      otherwise
        if (! iscell (value))
          value = {value};
        endif
        for k = 1:numel (value)
          data = uint8 (value{k}(:)');
          if (! isempty (data) || strcmp (kind, "text"))
            parts(end+(1:3)) = {tag(number, 2), varint(numel (data)), data};
          endif
        endfor
    endswitch
  endfor
  bytes = [uint8([]), parts{:}];
endfunction

function bytes = tag (number, wire)
  bytes = varint (8 * number + wire);
endfunction

## Seven bits a byte, the lowest first; a negative number as 64 bits.
function bytes = varint (value)
  value = typecast (int64 (value), "uint64");
  bytes = zeros (1, 0, "uint8");
  do
    low = bitand (value, uint64 (127));
    value = bitshift (value, -7);
    bytes(end+1) = low + 128 * (value > 0);
  until (value == 0)
endfunction

function bytes = little_endian (value)
  bytes = typecast (value, "uint8");
  if (typecast (uint8 ([1 0]), "uint16") != 1)
    bytes = bytes(end:-1:1);
  endif
endfunction
