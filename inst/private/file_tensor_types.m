## types = file_tensor_types ()
##
## The number types that a safetensors file and Octave both have: a cell of
## rows {dtype, class, bytes}.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function types = file_tensor_types ()
  persistent table = {"F32", "single", 4; "F64", "double", 8; "BOOL", "logical", 1;
                      "I8", "int8", 1; "I16", "int16", 2; "I32", "int32", 4; "I64", "int64", 8;
                      "U8", "uint8", 1; "U16", "uint16", 2; "U32", "uint32", 4; "U64", "uint64", 8};
  types = table;
endfunction
