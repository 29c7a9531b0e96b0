## how = augment_numbers (fname, value)
##
## [rotate scale shear shift share], what ae_augment's options say; value is a cell
## of them, true for the defaults, or false: [].

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function how = augment_numbers (fname, value)
  how = [];
  if (isscalar (value) && (islogical (value) || isequal (value, 0) || isequal (value, 1)))
    if (! value)
      return;
    endif
    value = {};
  elseif (! (iscell (value) && (isrow (value) || isempty (value))))
    error (["autoencoder:" fname ":value"], ...
           "%s: Augment must be true, false or a cell of ae_augment's options, got %s", fname, text_describe (value));
  endif
  opt = arg_options (fname, value, {
    "Rotate", 7, "number >= 0";
    "Scale", 0.07, "number >= 0";
    "Shear", 0.07, "number >= 0";
    "Shift", 0.5, "number >= 0";
    "Share", 1, "number >= 0"});
  most = struct ("Rotate", 180, "Scale", 0.9, "Shear", 10, "Shift", 1e6, "Share", 1);
  for [limit, name] = most
    if (opt.(name) > limit)
      error (["autoencoder:" fname ":value"], "%s: %s must be %g or less, got %g", fname, name, limit, opt.(name));
    endif
  endfor
  how = double ([opt.Rotate, opt.Scale, opt.Shear, opt.Shift, opt.Share]);
endfunction
