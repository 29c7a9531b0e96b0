## table = attack_gateway_calls ()
##
## Good calls of every MEX function: rows of {name, arguments, outputs}.

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function table = attack_gateway_calls ()
  net = ae_dense (6, 2, "Seed", 1);
  spec = call_private ("layer_spec", net.layers);
  p = call_private ("net_pack", net.layers);
  X = single (reshape (mod ((1:72) * 7919, 1009) / 1010, 6, 12));
  job = call_private ("fit_job_options", "loss", "mse", "optimizer", "rmsprop");
  none = zeros (0, 0, "single");
  I = reshape (repmat (X, 1, 5)(1:320), 8, 8, 1, 5);
  conv = struct ("type", "conv2d", "filters", 2, "kernel", [3 3], "stride", [1 1], "padding", "same");
  W = X(1:18);
  [index, distance] = __ae_neighbours__ (X, X, 0, 5, 1);
  [value, column, start] = __ae_affinities__ (distance, index, 2, 1);
  Y = X(1:2,:);
  p2 = double (W(1:6));
  D = double (X);
  holes = D;
  holes([3 20]) = NaN;
  file = "samples-idx2-ubyte";
  fid = fopen (file, "w");
  fwrite (fid, [0 0 8 2, 0 0 0 5, 0 0 0 6, 1:30], "uint8");
  fclose (fid);
  table = {
    "__ae_forward__", {p, spec, 6, X, 1, 1}, 2;
    "__ae_judge__", {p, spec, 6, X, 1, X, zeros(6, 1)}, 3;
    "__ae_objective__", {p, spec, 6, X, none, job}, 2;
    "__ae_train__", {p, spec, 6, X, none, zeros(numel (p), 1, "single"), job}, 3;
    "__ae_shapes__", {0, spec, 6}, 3;
    "__ae_layer_forward__", {X, struct("type", "dense", "units", 2), 6, 0, 0, Y(:,1:6), Y(:,1)}, 1;
    "__ae_layer_forward__", {I, conv, [8 8 1], 0, 0, reshape(W, 3, 3, 1, 2), Y(:,1)}, 1;
    "__ae_layer_forward__", {I, struct("type", "maxpool2d", "pool", [2 2], "stride", [2 2]), [8 8 1], 0, 0}, 2;
    "__ae_layer_backward__", {X, struct("type", "activation", "activation", "relu"), 6, 0, 0, X, X}, 1;
    "__ae_layer_backward__", {I, struct("type", "upsample2d", "factor", [2 2]), [4 4 1], 0, 0, none, none}, 1;
    "__ae_pca__", {X, 2, 0}, 5;
    "__ae_neighbours__", {X, X, 0, 5, 1}, 2;
    "__ae_ranks__", {X, 0, index, 1}, 1;
    "__ae_affinities__", {distance, index, 2, 1}, 3;
    "__ae_renumber__", {value, column, start, int32(11:-1:0), 1}, 3;
    "__ae_tsne__", {Y, Y, abs(Y), value, column, start, [0.5 12 0.5 10 5 0.1], 1}, 6;
    "__ae_tsne_gradient__", {Y, value, column, start, 0.5, 1, 1}, 3;
    "__ae_loss__", {X, X, "mse", 72}, 2;
    "__ae_optimizer_step__", {X, X, X, none, "rmsprop", 1, [1e-3 0.9 0.9 0.9 0.999 1e-7]}, 3;
    "__ae_add_noise__", {X, "gaussian", 0.5, [0 1], 1, 1}, 1;
    "__ae_augment__", {X, [9 0.1 0.1 1 1 6 1 1], 1, 1, 1}, 1;
    "__ae_normal__", {X, 3, 4, 1, 5}, 1;
    "__ae_random__", {1, 0, 3, 10, 1}, 1;
    "__ae_permutation__", {1, 0, 2, 10}, 1;
    "__ae_maxpool2d_backward__", {X, reshape(1:72, 6, 12), [6 12]}, 1;
    "__ae_choices__", {}, 3;
    "__ae_errors__", {X, 1 - X, zeros(6, 1)}, 2;
    "__ae_finite__", {X}, 1;
    "__ae_interrupt__", {"check"}, 1;
    "__ae_json__", {uint8("{\"a\": [1, 2], \"b\": {\"c\": [\"d\", null, true]}}")}, 1;
    "__ae_layer_types__", {}, 1;
    "__ae_machine__", {0}, 6;
    "__ae_pca_em__", {[p2', p2(end:-1:1)'], mean(D, 2), 0.1, holes, [], 5, 1e-3}, 4;
    "__ae_pca_em__", {[p2', p2(end:-1:1)'], mean(D, 2), 0.1, holes}, 1;
    "__ae_samples__", {single(0), ae_source(file), 2, 4}, 1;
    "__ae_ssim__", {I, 1 - I, [1e-4 9e-4]}, 1;
    "__ae_terminal__", {0}, 1;
    "__ae_tsne_place__", {Y, distance, index, 2, 1}, 1;
    "__ae_write_file__", {"attack", "written.bin", {uint8(1:9)}}, 0};
  table = [table; network_calls()];
endfunction

## Predicting, the gradient and training with networks that have all that the
## engine knows: every layer, statistics of a minibatch, penalties, scaling.
function table = network_calls ()
  table = cell (0, 3);
  nets = export_nets ();
  nets(end+1) = struct ("name", "sparse", "net", ae_sparse (12, 5, "Seed", 1), "X", nets(1).X);
  nets(end+1) = struct ("name", "variational", "net", ae_vae (12, [5 2], "Seed", 1), "X", nets(1).X);
  for one = nets(ismember ({nets.name}, {"relu", "images", "transposed", "series", "sampling", "scaled", "sparse", "variational"}))
    layers = one.net.layers;
    input_size = one.net.input_size;
    p = call_private ("net_pack", layers);
    spec = call_private ("layer_spec", layers);
    n = size (one.X)(end);
    X = reshape (one.X, [], n);
    T = reshape (ae_predict (one.net, one.X), [], n);
    job = call_private ("fit_job_options", "optimizer", "adam", "loss", "mse", "batch", 3, ...
                        "scale", call_private ("scale_in", one.net));
    slots = zeros (numel (p), 2, "single");
    table = [table; {"__ae_forward__", {p, spec, input_size, X, 2, 1, job.scale}, 1; ...
                     "__ae_objective__", {p, spec, input_size, X, T, job}, 2; ...
                     "__ae_train__", {p, spec, input_size, X, T, slots, setfield(job, "threads", 2)}, 3}];
  endfor
endfunction
