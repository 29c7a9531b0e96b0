## cases = attack_cases ()
##
## Good calls of every public function, which attack_calls then spoils: a struct
## array with name, args, names (what the help calls each argument), options
## (their names, from the help) and nargout (the most that the help shows).
##
## A function whose arguments all have names of the table `kinds` needs nothing
## here.  For any other one, add rows to `special`: a good call each.  A
## function of INDEX without a good call is a failure (attack_good).

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

function cases = attack_cases ()
  persistent known = [];
  if (isempty (known))
    known = all_cases ();
  endif
  cases = known;
endfunction

function cases = all_cases ()
  special = special_calls ();
  cases = struct ("name", {}, "args", {}, "names", {}, "options", {}, "nargout", {});
  for name = attack_functions ()
    forms = attack_forms (name{1});
    mine = special(strcmp (special(:,1), name{1}),2)';
    if (isempty (mine))
      mine = guessed_calls (forms);
    endif
    for args = mine
      cases(end+1) = struct ("name", name{1}, "args", args, "names", {names_for(forms, numel (args{1}))}, ...
                             "options", {forms.options}, "nargout", forms.nargout);
    endfor
  endfor
endfunction

## One call for each form of the help whose arguments all have a known kind.
function calls = guessed_calls (forms)
  kinds = good_kinds ();
  calls = {};
  for i = 1:numel (forms.arguments)
    args = forms.arguments{i};
    if (all (isfield (kinds, args)) && ! isempty (args))
      calls{end+1} = cellfun (@(a) kinds.(a), args, "UniformOutput", false);
    endif
  endfor
endfunction

## The help's names for n arguments: of the first form that has as many.
function names = names_for (forms, n)
  [~, order] = sort (cellfun (@numel, forms.arguments) < n);
  names = [forms.arguments{order(1)}, repmat({"option"}, 1, n)](1:n);
endfunction

## Values for arguments by the names that the help gives them.
function k = good_kinds ()
  persistent kinds = [];
  if (isempty (kinds))
    kinds.X = kinds.T = kinds.R = wave (6, 12);
    kinds.Y = kinds.dY = wave (6, 12);
    kinds.Z = wave (2, 12);
    kinds.E = wave (2, 12);
    kinds.y = mod (0:11, 3);
    kinds.k = 2;
    kinds.net = ae_dense (6, [4 2], "Seed", 1);
    kinds.m = kinds.net;
    kinds.model = kinds.net;
    kinds.p = ae_pca (kinds.X, 2);
    kinds.input_size = 6;
    kinds.units = kinds.sizes = [4 2];
    kinds.share = 0.5;
    kinds.fraction = 0.75;
    kinds.file = fullfile (pwd (), "model.safetensors");
    kinds.layer = "code";
  endif
  k = kinds;
endfunction

## The same numbers in every run, in (0, 1).
function X = wave (varargin)
  n = prod ([varargin{:}]);
  X = reshape (mod ((1:n) * 7919, 1009) / 1010 + 5e-4, varargin{:});
endfunction

function table = special_calls ()
  k = good_kinds ();
  net = k.net;
  p = k.p;
  X = k.X;
  conv = ae_conv ([8 8 1], [3 2], "Seed", 1);
  I = wave (8, 8, 1, 5);
  W = wave (3, 3, 1, 2) - 0.5;
  Wt = wave (3, 3, 2, 1) - 0.5;
  [P, idx] = ae_maxpool2d_forward (I, 2);
  ae_save (net, k.file);
  ae_save (p, "pca.safetensors");
  idx_file = "images-idx3-ubyte";
  fid = fopen (idx_file, "w");
  fwrite (fid, [0 0 8 3, 0 0 0 2, 0 0 0 3, 0 0 0 3, 1:18], "uint8");
  fclose (fid);
  imwrite (uint8 (200 * wave (8, 8)), "image.png");
  csvwrite ("table.csv", wave (9, 4));
  matlab = trainAutoencoder (X, 2, "MaxEpochs", 2, "ShowProgressWindow", false);
  soft = trainSoftmaxLayer (encode (matlab, X), double ((1:3)' == 1 + mod (1:12, 3)), "MaxEpochs", 2, ...
                            "ShowProgressWindow", false);
  stacked = stack (matlab, soft);
  seen = ae_to_matlab (ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1), [2 3]);
  vae = ae_vae (6, [4 2], "Seed", 1);
  net2 = ae_dense (6, 2, "Activation", "sigmoid", "Seed", 1);
  tied = ae_dense (6, [4 2], "Tied", true, "Seed", 1);
  linear = ae_dense (6, 2, "Activation", "linear", "OutputActivation", "linear", "Seed", 1);
  node = ae_input (6);
  out = ae_layer (ae_layer (node, "dense", 2, "relu"), "dense", 6);
  history = struct ("loss", [3 2 1], "val_loss", [4 3 2], "seconds", [1 1 1], "learn_rate", [1 1 1]);
  quiet = {"Epochs", 1, "Verbose", 0, "Seed", 1};
  models = struct ("pca", p, "net", net);
  table = {
    "ae_activation_backward", {X, X, "relu"};
    "ae_activation_backward", {X, X, "elu", 0.5};
    "ae_activation_forward", {X, "tanh"};
    "ae_activation_forward", {single(X), "leakyrelu", 0.1};
    "ae_activations", {net, X, "code"};
    "ae_activations", {conv, I, 2};
    "ae_add_noise", {X, "gaussian", 0.5};
    "ae_add_noise", {single(X), "masking", 0.5, "Seed", 1};
    "ae_avgpool2d_backward", {P, size(I), 2, "valid", 2};
    "ae_avgpool2d_forward", {I, [2 2], "same", 2};
    "ae_batchnorm_backward", {X, ones(6, 1), X};
    "ae_batchnorm_forward", {X, ones(6, 1), zeros(6, 1)};
    "ae_code_sizes", {X, [1 3], "Fit", {"Epochs", 1}, "Seed", 1};
    "ae_compare", {models, X, "Embed", false};
    "ae_conv", {[8 8 1], [3 2]};
    "ae_conv2d_backward", {I, W, wave(8, 8, 2, 5), "same", 1};
    "ae_conv2d_forward", {I, W, [0; 1], "valid", 1};
    "ae_conv2d_transpose_backward", {wave(4, 4, 2, 5), Wt, wave(8, 8, 1, 5), "same", 2};
    "ae_conv2d_transpose_forward", {wave(4, 4, 2, 5), Wt, 0, "same", 2};
    "ae_course", {"start", fullfile(pwd (), "course")};
    "ae_crop2d_backward", {wave(6, 6, 1, 5), [1 1 1 1]};
    "ae_crop2d_forward", {I, [1 1 1 1]};
    "ae_decode", {net, wave(2, 7)};
    "ae_decode", {p, wave(2, 7)};
    "ae_demo", {};
    "ae_denoising", {[8 8 1], [3 2]};
    "ae_dense_backward", {X, wave(4, 6), wave(4, 12)};
    "ae_dense_forward", {X, wave(4, 6), wave(4, 1)};
    "ae_dropout_backward", {X, 0.5, 1};
    "ae_dropout_forward", {X, 0.5, "Seed", 1};
    "ae_encode", {conv, I};
    "ae_encode", {p, X};
    "ae_export_m", {net, "encode_six.m"};
    "ae_evaluate", {net, X, X};
    "ae_evaluate", {p, X};
    "ae_fit", [{net, X, X}, quiet];
    "ae_fit", [{conv, I}, quiet];
    "ae_gradcheck", {net, X(:,1:3)};
    "ae_image_grid", {I};
    "ae_input", {6};
    "ae_input", {[8 8 1]};
    "ae_knn_accuracy", {wave(2, 12), k.y, wave(2, 8), mod(0:7, 3), 3};
    "ae_layer", {"dense", 4, "relu"};
    "ae_layer", {"conv2d", 4, [3 3], "relu"};
    "ae_layer", {node, "dense", 4, "relu"};
    "ae_layer", {"batchnorm"};
    "ae_layer", {"noise", "gaussian", 0.5};
    "ae_load", {k.file};
    "ae_load", {k.file, net};
    "ae_load", {k.file, net, "Layout", "octave"};
    "ae_load_idx", {idx_file};
    "ae_load_mnist", {"test"};
    "ae_loadings", {linear, X};
    "ae_loss", {X, X, "mse"};
    "ae_loss", {X, 1 - X, "bce"};
    "ae_maxpool2d_backward", {P, idx, size(I)};
    "ae_maxpool2d_forward", {I, [2 2], "same", 2};
    "ae_network", {6, {ae_layer("dense", 2, "relu"), ae_layer("dense", 6)}};
    "ae_network", {node, out};
    "ae_objective", {net, X, X};
    "ae_optimizer_step", {X, X, []};
    "ae_parameters", {net};
    "ae_parameters", {tied, ae_parameters(tied)};
    "ae_pca", {X, 2};
    "ae_pca", {single(X), 0.9};
    "ae_plot_codes", {net, wave(2, 4), "File", "a.png"};
    "ae_plot_codes", {p, wave(2, 4), "File", "a.png"};
    "ae_plot_components", {p, "File", "a.png"};
    "ae_plot_components", {wave(6, 2), "File", "a.png"};
    "ae_plot_embedding", {wave(2, 12), k.y, "File", "a.png"};
    "ae_plot_filters", {conv, 2, "File", "a.png"};
    "ae_plot_history", {history, "File", "a.png"};
    "ae_plot_reconstruction", {I, {"net", I}, "File", "a.png"};
    "ae_predict", {net, X};
    "ae_predict", {conv, I};
    "ae_principal_angles", {wave(6, 2), wave(6, 3)};
    "ae_reconstruct", {net, X};
    "ae_reconstruct", {conv, I};
    "ae_reconstruct", {p, X};
    "ae_save", {net, "saved.safetensors"};
    "ae_save", {net, "saved.safetensors", "Layout", "pytorch"};
    "ae_save", {p, "saved.safetensors"};
    "ae_split", {X, 0.75, k.y};
    "ae_augment", {I, "Rotate", 5, "Seed", 1};
    "ae_ssim", {I, 1 - I};
    "ae_summary", {net};
    "ae_summary", {p};
    "ae_tsne", {wave(5, 12), "Perplexity", 3, "MaxIter", 20, "Seed", 1};
    "ae_upsample2d_backward", {wave(16, 16, 1, 5), 2, "bilinear"};
    "ae_upsample2d_forward", {I, [2 2], "nearest"};
    "ae_windows", {wave(2, 40), 8, 4};
    "ae_windows", {wave(8, 2, 9), 8, 4, "Total", 40};
    "ae_from_matlab", {matlab};
    "ae_matlab", {"off"};
    "ae_groupnorm_backward", {X, ones(6, 1), X};
    "ae_groupnorm_forward", {X, ones(6, 1), zeros(6, 1)};
    "ae_interpolate", {p, X(:,1), X(:,2), 3};
    "ae_load_images", {"image.png"};
    "ae_load_table", {"table.csv"};
    "ae_prelu_backward", {X, 0.25 * ones(6, 1), X};
    "ae_prelu_forward", {X, 0.25 * ones(6, 1)};
    "ae_recipe", {"dense20"};
    "ae_sample", {vae, 3, "Seed", 1};
    "ae_save_table", {"saved.csv", X};
    "ae_source", {idx_file};
    "autoencoder", {};
    "ae_zeropad2d_backward", {wave(10, 10, 1, 5), 1};
    "ae_zeropad2d_forward", {I, [1 0 0 1]};
    "@Autoencoder/Autoencoder", {net2};
    "@Autoencoder/decode", {matlab, wave(2, 7)};
    "@Autoencoder/disp", {matlab};
    "@Autoencoder/display", {matlab};
    "@Autoencoder/encode", {matlab, X};
    "@Autoencoder/encode", {seen, {wave(2, 3), wave(2, 3)}};
    "@Autoencoder/generateFunction", {matlab, "six_numbers"};
    "@Autoencoder/generateSimulink", {matlab};
    "@Autoencoder/network", {matlab};
    "@Autoencoder/plotWeights", {seen};
    "@Autoencoder/predict", {matlab, X};
    "@Autoencoder/predict", {seen, wave(2, 3)};
    "@Autoencoder/stack", {matlab, soft};
    "@Autoencoder/subsasgn", {matlab, struct("type", ".", "subs", "HiddenSize"), 3};
    "@Autoencoder/subsref", {matlab, struct("type", ".", "subs", "HiddenSize")};
    "@Autoencoder/view", {matlab};
    "@network/decode", {stacked, wave(2, 7)};
    "@network/disp", {stacked};
    "@network/display", {stacked};
    "@network/encode", {stacked, X};
    "@network/network", {net2};
    "@network/subsasgn", {stacked, struct("type", {".", "."}, "subs", {"trainParam", "epochs"}), 3};
    "@network/subsasgn", {stacked, struct("type", ".", "subs", "userdata"), 3};
    "@network/subsref", {stacked, struct("type", "()", "subs", {{X}})};
    "@network/train", {stacked, X, double((1:3)' == 1 + mod (1:12, 3))};
    "@network/view", {stacked};
    "matlab/mse", {X, 1 - X};
    "matlab/mse", {{X, X}};
    "matlab/pca", {X'};
    "matlab/plotconfusion", {double((1:3)' == 1 + mod (1:12, 3)), wave(3, 12), "test"};
    "matlab/tsne", {wave(12, 5), "Perplexity", 3, "Options", struct("MaxIter", 20)}};
endfunction
