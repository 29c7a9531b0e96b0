## input_size = arg_input_size (fname, v)
##
## d, [t c] or [h w c] as a double row; raises autoencoder:<fname>:size otherwise.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function v = arg_input_size (fname, v)
  ok = isnumeric (v) && isreal (v) && any (numel (v) == 1:3) && all (v(:) >= 1 & v(:) == fix (v(:)) & v(:) <= 2^24);
  if (! ok)
    error (["autoencoder:" fname ":size"], ...
           "%s: the input size must be d, [t c] or [h w c], whole numbers of 1 or more, got %s", fname, text_describe (v));
  endif
  v = double (full (v(:)'));
endfunction
