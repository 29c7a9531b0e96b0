## text = text_describe (value)
##
## What came, for an error message: a short value as itself, anything else as
## its size and class ("3-by-0 double").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function text = text_describe (value)
  if (ischar (value) && isrow (value) && numel (value) <= 40)
    text = ['"' value '"'];
  elseif ((isnumeric (value) || islogical (value)) && isscalar (value) && isreal (value))
    text = sprintf ("%g", full (value));
  else
    text = sprintf ("%s %s", strjoin (arrayfun (@num2str, size (value), "UniformOutput", false), "-by-"), ...
                    class (value));
    if (issparse (value))
      text = ["sparse " text];
    elseif (isnumeric (value) && ! isreal (value))
      text = ["complex " text];
    endif
  endif
endfunction
