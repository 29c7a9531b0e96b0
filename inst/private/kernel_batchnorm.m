## [in, layer, training, gamma, moments] = kernel_batchnorm (fname, X, gamma, moments, args)
##
## What both functions of batch normalisation pass to their MEX functions: the
## size of a sample, the layer, whether it acts as in training, gamma as a column,
## and the moving moments, a row a channel.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function [in, layer, training, gamma, moments] = kernel_batchnorm (fname, X, gamma, moments, args)
  opt = arg_options (fname, args, {"Epsilon", 1e-3, "number > 0"; "Momentum", 0.99, "share"; ...
                                     "Training", true, "flag"});
  layer = struct ("type", "batchnorm", "epsilon", opt.Epsilon, "momentum", opt.Momentum);
  training = double (opt.Training);
  in = kernel_image_size (fname, "X", X);
  ## A matrix is d-by-n, unless one gamma says that it is one image.
  channels = in(3);
  if (ndims (X) == 2 && (! isscalar (gamma) || rows (X) == 1))
    in = channels = rows (X);
  endif
  arg_size (fname, "gamma", gamma(:), [channels 1]);
  gamma = gamma(:);
  if (isempty (moments) && isnumeric (moments))
    moments = repmat (cast ([0 1], class (X)), channels, 1);
  endif
  arg_arrays (fname, {"X", "gamma", "moments"}, {X, gamma, moments});
  arg_size (fname, "moments", moments, [channels 2]);
  if (any (moments(:,2) < 0))
    error (["autoencoder:" fname ":value"], "%s: variances must be >= 0, got %g", fname, min (moments(:,2)));
  endif
endfunction
