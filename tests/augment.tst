## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## ae_augment beside plain Octave; ae_fit's "Augment": the images that a net is trained on.

%!test <*reference> # of any size and with each option
%! X = rand (9, 7, 3, 6);
%! for how = {[0 0 0 0 1], [20 0 0 0 1], [0 0.3 0 0 1], [0 0 0.3 0 1], [0 0 0 2.5 1], [180 0.5 1 30 0.5]}
%!   options = [{"Rotate", "Scale", "Shear", "Shift", "Share"}; num2cell(how{1})];
%!   assert (ae_augment (X, options{:}, "Seed", 12345678901, "Epoch", 3), ref_augment (X, how{1}, 12345678901, 3), 1e-12);
%! endfor

%!shared X, dense, conv, quiet, moves
%! rand ("state", 7);
%! X = rand (8, 8, 1, 150, "single") .^ 2;
%! dense = ae_dense (64, 10, "Activation", "tanh", "OutputActivation", "sigmoid", "Seed", 1);
%! conv = ae_network ([8 8 1], {ae_layer("conv2d", 3, 3, "relu", "Padding", "same"), ae_layer("maxpool2d", 2), ...
%!                              ae_layer("upsample2d", 2), ae_layer("conv2d", 1, 3, "sigmoid", "Padding", "same")}, "Seed", 1);
%! quiet = {"Verbose", 0, "Seed", 3, "BatchSize", 32};
%! moves = {"Rotate", 20, "Scale", 0.2, "Shear", 0.1, "Shift", 1, "Share", 0.8};

%!test <*fit> # an epoch on moved images has the bits of one on what ae_augment makes
%! warning ("off", "autoencoder:ae_fit:mean", "local");
%! for net = {dense, conv}
%!   a = ae_fit (net{1}, X, quiet{:}, "Epochs", 1, "Augment", moves);
%!   b = ae_fit (net{1}, ae_augment (X, moves{:}, "Seed", 3), quiet{:}, "Epochs", 1);
%!   assert (isequal (a.layers, b.layers));
%!   [a, h] = ae_fit (net{1}, X, quiet{:}, "Epochs", 2, "Augment", moves);
%!   b = ae_fit (b, ae_augment (X, moves{:}, "Seed", 3, "Epoch", 2), quiet{:}, "Epochs", 1, "Continue", true);
%!   assert (isequal (a.layers, b.layers));
%! endfor
%!test # true: the defaults; false: as before; targets move with their inputs
%! warning ("off", "autoencoder:ae_fit:mean", "local");
%! assert (isequal (ae_fit (dense, X, quiet{:}, "Epochs", 1, "Augment", true).layers, ...
%!                  ae_fit (dense, ae_augment (X, "Seed", 3), quiet{:}, "Epochs", 1).layers));
%! assert (isequal (ae_fit (dense, X, quiet{:}, "Epochs", 1, "Augment", false).layers, ...
%!                  ae_fit (dense, X, quiet{:}, "Epochs", 1).layers));
%! T = 1 - X;
%! a = ae_fit (dense, X, T, quiet{:}, "Epochs", 1, "Augment", moves);
%! b = ae_fit (dense, ae_augment (X, moves{:}, "Seed", 3), ae_augment (T, moves{:}, "Seed", 3), quiet{:}, "Epochs", 1);
%! assert (isequal (a.layers, b.layers));
%!test # columns of square images, wide images, a source, double and bytes; validation is left as it is
%! warning ("off", "autoencoder:ae_fit:mean", "local");
%! a = ae_fit (dense, X, quiet{:}, "Epochs", 1, "Augment", moves);
%! assert (isequal (a.layers, ae_fit (dense, reshape (X, 64, []), quiet{:}, "Epochs", 1, "Augment", moves).layers));
%! src = ae_source (@(from, to) X(:,:,:,from:to), size (X));
%! assert (isequal (a.layers, ae_fit (dense, src, quiet{:}, "Epochs", 1, "Augment", moves).layers));
%! wide = reshape (X, 4, 16, 1, []);
%! assert (isequal (ae_fit (dense, wide, quiet{:}, "Epochs", 1, "Augment", moves).layers, ...
%!                  ae_fit (dense, ae_augment (wide, moves{:}, "Seed", 3), quiet{:}, "Epochs", 1).layers));
%! bytes = uint8 (255 * X);
%! net = @() ae_dense (64, 10, "OutputActivation", "linear", "Scale", "bytes", "Seed", 1, "Precision", "double");
%! b = ae_fit (net (), bytes, quiet{:}, "Epochs", 1, "Augment", moves);
%! c = ae_fit (net (), 255 * ae_augment (double (bytes) / 255, moves{:}, "Seed", 3), quiet{:}, "Epochs", 1);
%! assert ({b.layers.W}, {c.layers.W}, 1e-6);
%! [b, h] = ae_fit (dense, X, quiet{:}, "Epochs", 1, "Augment", moves, "ValidationData", X);
%! assert (h.val_loss, ae_evaluate (b, X).mse, 1e-6);
%!test # the same bits for any number of threads; from a checkpoint too, which knows the option
%! warning ("off", "autoencoder:ae_fit:mean", "local");
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   for net = {dense, conv}
%!     a = ae_fit (net{1}, X, quiet{:}, "Epochs", 3, "Augment", moves, "Threads", 1);
%!     b = ae_fit (net{1}, X, quiet{:}, "Epochs", 3, "Augment", moves, "Threads", 4);
%!     assert (isequal (a.layers, b.layers));
%!     ae_fit (net{1}, X, quiet{:}, "Epochs", 2, "Augment", moves, "Checkpoint", file);
%!     b = ae_fit (net{1}, X, quiet{:}, "Epochs", 3, "Augment", moves, "Resume", file);
%!     assert (isequal (a.layers, b.layers));
%!     fail ("ae_fit (net{1}, X, quiet{:}, \"Epochs\", 3, \"Augment\", true, \"Resume\", file)", "it was written with other options");
%!     fail ("ae_fit (net{1}, X, quiet{:}, \"Epochs\", 3, \"Resume\", file)", "it was written with other options");
%!   endfor
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!test # a net with more weights than images: what it has not seen comes out better
%! S = ae_load_mnist ("train", "Quiet", true)(:,:,:,1:300);
%! V = ae_load_mnist ("test", "Quiet", true)(:,:,:,1:300);
%! net = ae_dense (784, [400 30], "Activation", "swish", "CodeActivation", "linear", "OutputActivation", "sigmoid", "Seed", 1);
%! fit = @(varargin) ae_evaluate (ae_fit (net, S, quiet{:}, "Epochs", 60, "Optimizer", "adam", "LearnRate", 2e-3, ...
%!                                          "LearnRateSchedule", "cosine", varargin{:}), V).mse;
%! assert (fit ("Augment", true) < 0.95 * fit ());
%!error <ae_fit: Augment must be true, false or a cell of ae_augment's options, got> ae_fit (dense, X, "Augment", 3)
%!error <ae_fit: Share must be 1 or less> ae_fit (dense, X, "Augment", {"Share", 2})
%!error <ae_fit: unknown option "Turn"> ae_fit (dense, X, "Augment", {"Turn", 2})
%!error <Augment shows other images in every epoch, which lbfgs cannot follow> ae_fit (dense, X, "Augment", true, "Optimizer", "lbfgs")
%!error <Augment is for images: X must be h-by-w-by-c-by-n, got samples of 6 numbers> ae_fit (ae_dense (6, 2), rand (6, 9), "Augment", true)
%!error <Augment cannot be used with a net that takes missing values>
%! ae_fit (ae_dense (64, 2, "Missing", "mask"), X, "Augment", true)
%!error <the output must be as large as the input, 64, got 3>
%! ae_fit (ae_network (64, {ae_layer("dense", 3)}), X, rand (3, 150, "single"), "Augment", true)
%!test # the gateways look again
%! for how = {[1 0 0 0 1 8 8], [1 0 0 0 1 8 8 2], [-1 0 0 0 1 8 8 1], [1 NaN 0 0 1 8 8 1], single([1 0 0 0 1 8 8 1]), ...
%!            [1 1 0 0 1 8 8 1], [1 0 0 0 2 8 8 1], [1 0 0 0 1 2^32 2^32 1], "abcdefgh", {}, [1 0 0 0 1 -8 -8 1]}
%!   fail ("__ae_augment__ (ones (64, 2), how{1}, 1, 1, 1)", "augment must");
%! endfor
%! fail ("__ae_augment__ (ones (8, 8, 2), [1 0 0 0 1 8 8 1], 1, 1, 1)", "X must be d-by-n");
