## "Revive" at the end of training: no output pixel that the data light stays
## dark, however few samples light it.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

%!shared X, net, quiet
%! rand ("twister", 5);
%! X = single (rand (12, 3000));
%! X(4,:) = 0;
%! X(4,[700 1900]) = 0.8; # two samples of 3,000
%! net = ae_dense (12, [8 3], "Seed", 1);
%! net.layers(end).W(4,:) = 0;
%! net.layers(end).b(4) = -1;
%! quiet = {"Epochs", 2, "Seed", 1, "Verbose", 0, "BatchSize", 32};
%!test # a pixel that two samples light ends as their mean, bias and all
%! out = ae_fit (net, X, quiet{:});
%! assert (out.layers(end).W(4,:), zeros (1, 8, "single"));
%! assert (out.layers(end).b(4), single (2 * 0.8 / 3000), 1e-9);
%! assert (ae_reconstruct (out, X(:,1:5))(4,:), repmat (single (1.6 / 3000), 1, 5), 1e-9);
%!test # no one else is touched, and without Revive it stays dark
%! slow = {quiet{:}, "LearnRate", 1e-6};
%! alive = net; # all others lit, the hidden ones as well
%! alive.layers(end).W([1:3 5:12],:) *= 0.1;
%! alive.layers(end).b([1:3 5:12]) = 0.5;
%! for i = 2:numel (net.layers) - 1
%!   alive.layers(i).b(:) = 3;
%! endfor
%! out = ae_fit (alive, X, slow{:});
%! dark = ae_fit (alive, X, slow{:}, "Revive", false);
%! assert (out.layers(end).b(4), single (1.6 / 3000), 1e-9);
%! assert (dark.layers(end).b(4), single (-1));
%! others = [1:3 5:12];
%! assert (out.layers(end).W(others,:), dark.layers(end).W(others,:));
%! assert (out.layers(2).W, dark.layers(2).W);
%!test # a pixel that only the samples that light it move is alive
%! Z = X;
%! Z(1,:) = 0.5;
%! Z(1,[700 1900]) = 30; # those two stand out
%! n = ae_network (12, {ae_layer("dense", 1, "linear", "Name", "code"), ae_layer("dense", 12, "relu")}, "Seed", 1);
%! n.layers(2).W(:) = 0;
%! n.layers(2).W(1) = 1;
%! n.layers(2).b = single (-10);
%! n.layers(3).W(:) = 0;
%! n.layers(3).b(:) = 0.3;
%! n.layers(3).W(4) = 0.01;
%! n.layers(3).b(4) = -0.1; # 0.01 * 20 - 0.1 > 0 for those two
%! out = ae_fit (n, Z, quiet{:}, "LearnRate", 1e-9);
%! assert (out.layers(3).b(4), single (-0.1), 1e-5);
%! assert (out.layers(3).W(4), single (0.01), 1e-5);
%!test # a pixel that no sample lights may stay dark
%! D = X;
%! D(4,:) = 0;
%! assert (ae_fit (net, D, quiet{:}).layers(end).b(4), single (-1));
%!test # double; targets of their own; the same bits from a run that was stopped
%! T = X;
%! T(7,:) = 0;
%! T(7,11) = 1;
%! n = ae_dense (12, [8 3], "Seed", 1, "Precision", "double");
%! n.layers(end).W([4 7],:) = 0;
%! n.layers(end).b([4 7]) = -1;
%! file = [tempname() ".safetensors"];
%! unwind_protect
%!   whole = ae_fit (n, X, T, quiet{:});
%!   ae_fit (n, X, T, quiet{:}, "Checkpoint", file, "Callback", @(s) s.epoch == 1);
%!   rest = ae_fit (n, X, T, quiet{:}, "Resume", file);
%!   assert (whole.layers(end).b([4 7]), [1.6/3000; 1/3000], 1e-9);
%!   assert (isequal (whole.layers, rest.layers));
%! unwind_protect_cleanup
%!   delete (file);
%! end_unwind_protect
%!test # the net of the best epoch, under Patience, has none either
%! [out, h] = ae_fit (net, X, quiet{:}, "ValidationSplit", 0.1, "Patience", 1, "Epochs", 4);
%! lit = any (X(4,1:end) > 0);
%! assert (lit && out.layers(end).b(4) > 0);
%!test # missing values do not count
%! M = X;
%! M(4,1:1500) = NaN;
%! n = ae_dense (12, [8 3], "Seed", 1, "Missing", "mask", "Scale", "none");
%! n.layers(end).W(4,:) = 0;
%! n.layers(end).b(4) = -1;
%! out = ae_fit (n, M, quiet{:});
%! assert (out.layers(end).b(4), single (0.8 / 1500), 1e-8); # of the 1,500 that are known
