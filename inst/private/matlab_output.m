## Y = matlab_output (M, form, image_size): columns in the form that matlab_input found

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function Y = matlab_output (M, form, image_size)
  Y = M;
  if (strcmp (form, "image"))
    Y = reshape (M, image_size);
  elseif (strcmp (form, "cell"))
    Y = cell (1, columns (M));
    for i = 1:columns (M)
      Y{i} = reshape (M(:,i), image_size);
    endfor
  endif
endfunction
