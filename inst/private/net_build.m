## net = net_build (fname, input_size, layers, opt)
##
## The network of a builder (ae_dense, ae_conv, ae_denoising) from its layers;
## errors speak as the builder.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function net = net_build (fname, input_size, layers, opt)
  try
    net = ae_network (input_size, layers, "Seed", opt.Seed, "Precision", opt.Precision, ...
                      "Scale", opt.Scale, "Missing", opt.Missing);
  catch err
    text_reraise (fname, err);
  end_try_catch
endfunction
