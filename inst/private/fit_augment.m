## how = fit_augment (net, X, opt)
##
## [rotate scale shear shift share h w c] for the MEX functions, [] when images are
## to stay as they are; X as the user gave it tells the size of an image.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function how = fit_augment (net, X, opt)
  how = opt.Augment;
  if (isempty (how))
    return;
  endif
  d = prod (net.input_size);
  if (opt.full_batch)
    error ("autoencoder:ae_fit:option", ...
           "ae_fit: Augment shows other images in every epoch, which %s cannot follow; take another Optimizer", ...
           opt.Optimizer);
  elseif (prod (net.layers(end).output_size) != d)
    error ("autoencoder:ae_fit:size", ...
           "ae_fit: Augment moves inputs and targets alike: the output must be as large as the input, %d, got %d", ...
           d, prod (net.layers(end).output_size));
  elseif (strcmp (struct_get (net, "missing", ""), "mask"))
    error ("autoencoder:ae_fit:missing", "ae_fit: Augment cannot be used with a net that takes missing values");
  endif
  how = [how, image_size(net.input_size, X, d)];
endfunction

## The net's, that of the array or the source, or a square.
function s = image_size (input_size, X, d)
  s = input_size;
  if (samples_is_source (X))
    given = X.size;
  else
    given = size (X)(1:end-1);
  endif
  if (numel (s) == 1 && numel (given) > 1)
    s = [given, 1](1:3);
  elseif (numel (s) == 1 && sqrt (d) == fix (sqrt (d)))
    s = [sqrt(d), sqrt(d), 1];
  endif
  if (numel (s) != 3)
    error ("autoencoder:ae_fit:size", ...
           "ae_fit: Augment is for images: X must be h-by-w-by-c-by-n, got samples of %s numbers", ...
           strrep (text_size (input_size), " ", "-by-"));
  endif
endfunction
