## Whole scripts as MATLAB's users write them, and the loss and its minimiser
## against the textbook (tests/reference).

## ---- the loss ----
%!function X = table_of (n)
%!  t = linspace (0, 1, n);
%!  X = 0.1 + 0.8 * [t; t .^ 2; 0.5 + 0.5 * sin(6 * t); 0.5 + 0.5 * cos(5 * t); abs(sin (9 * t))];
%!endfunction

%!function p = block (a)
%!  p = [a.EncoderWeights(:); a.EncoderBiases; a.DecoderWeights(:); a.DecoderBiases];
%!endfunction

%!function E = slope_error (f, p)
%!  [~, g] = f (p);
%!  n = zeros (size (p));
%!  for i = 1:numel (p)
%!    e = 1e-6 * ((1:numel (p))' == i);
%!    n(i) = (f (p + e) - f (p - e)) / 2e-6;
%!  endfor
%!  E = max (abs (n - g)) / max (abs (g));
%!endfunction

%!function kinds = transfers ()
%!  kinds = {"logsig", "logsig"; "satlin", "satlin"; "logsig", "purelin"}';
%!endfunction

%!test # the reference's gradient is that of its loss
%! rand ("state", 1);
%! X = table_of (9);
%! for kind = transfers ()
%!   o = struct ("lambda", 0.02, "beta", 3, "rho", 0.2, "encoder", kind{1}, "decoder", kind{2});
%!   assert (slope_error (@(p) ref_sparse_autoencoder (p, X, 3, o), 0.05 + 0.1 * rand (38, 1)) < 1e-7);
%! endfor
%!test # the engine's loss and gradient, with the penalties converted, are a d-th of MATLAB's
%! rand ("state", 2);
%! X = table_of (40);
%! names = struct ("logsig", "sigmoid", "satlin", "satlin", "purelin", "linear");
%! for kind = transfers ()
%!   o = struct ("lambda", 0.02, "beta", 3, "rho", 0.2, "encoder", kind{1}, "decoder", kind{2});
%!   net = ae_dense (5, 3, "Activation", names.(kind{1}), "OutputActivation", names.(kind{2}), "Precision", "double", "Seed", 5);
%!   net.layers(2).W = 0.2 * abs (net.layers(2).W);
%!   net.layers(2).b(:) = 0.1;
%!   p = ae_parameters (net);
%!   warning ("off", "all", "local");
%!   [after, history] = ae_fit (net, X, "Optimizer", "sgd", "LearnRate", 1, "BatchSize", 40, "Epochs", 1, "Verbose", 0, ...
%!                              "L2", o.lambda / 10, "SparsityWeight", o.beta / 5, "Sparsity", o.rho);
%!   [E, g] = ref_sparse_autoencoder (p, X, 3, o);
%!   assert (5 * history.loss, E, 1e-12 * E);
%!   assert (5 * (p - ae_parameters (after)), g, 1e-11 * max (abs (g)));
%! endfor
%!test # training ends where Moller's steps from the textbook end
%! rand ("state", 3);
%! X = table_of (60);
%! o = struct ("lambda", 1e-3, "beta", 0.5, "rho", 0.2, "encoder", "logsig", "decoder", "logsig");
%! f = @(p) ref_sparse_autoencoder (p, X, 4, o);
%! a = trainAutoencoder (X, 4, "MaxEpochs", 150, "L2WeightRegularization", 1e-3, "SparsityRegularization", 0.5, ...
%!                       "SparsityProportion", 0.2, "ScaleData", false, "ShowProgressWindow", false);
%! [~, E] = ref_scg (f, 0.5 * (rand (49, 1) - 0.5), 150);
%! assert (f (block (a)) < 1.05 * E(end));
%! assert (E(end) < 0.6 * E(1));

## ---- scripts ----
%!test # a table: the defaults but for a linear decoder
%! rand ('state', 7); randn ('state', 7);
%! % eight features of a thousand animals
%! n = 1000;
%! age = rand (1, n); size1 = 0.2 + 0.5 * age + 0.02 * randn (1, n);
%! X = [double(rand (1, n) > 0.5); size1; 0.8 * size1 + 0.01 * randn(1, n); 0.3 * size1 + 0.01 * randn(1, n); ...
%!      2 * size1 .^ 3 + 0.03 * randn(1, n); size1 .^ 3; 0.4 * size1 .^ 3 + 0.01 * randn(1, n); 10 + 3 * age];
%! autoenc = trainAutoencoder (X, 4, 'MaxEpochs', 400, 'DecoderTransferFunction', 'purelin', ...
%!   'L2WeightRegularization', 0.004, 'SparsityRegularization', 4, 'SparsityProportion', 0.15, 'ShowProgressWindow', false);
%! XReconstructed = predict (autoenc, X);
%! ae_matlab ("on");
%! mseError = mse (X - XReconstructed);
%! ae_matlab ("off");
%! assert (mseError < 0.03 * mean (var (X, 1, 2)));
%!test # scaled by itself: of the order of a hundredth of the variance
%! rand ('state', 8);
%! X = [1 10 100 1000]' .* table_of (300)(1:4,:);
%! autoenc = trainAutoencoder (X, 3, 'ShowProgressWindow', false, 'SparsityRegularization', 0.01, 'L2Weight', 1e-5);
%! E = X - predict (autoenc, X);
%! assert (mean (mean (E .^ 2, 2) ./ var (X, 1, 2)) < 0.02);

%!function [images, T] = digits (n)
%!  [X, y] = ae_load_mnist ("test", fullfile (fileparts (which ("ae_load_mnist")), "data"));
%!  X = double (X(1:2:end,1:2:end,1,1:n));
%!  images = squeeze (num2cell (X, [1 2]))';
%!  T = double ((0:9)' == y(1:n));
%!endfunction

%!test # two autoencoders, a softmax layer, a stack, fine tuning, confusion
%! [xTrainImages, tTrain] = digits (500);
%! rand ('state', 1);
%! hiddenSize1 = 40;
%! autoenc1 = trainAutoencoder(xTrainImages,hiddenSize1, ...
%!     'MaxEpochs',60, ...
%!     'L2WeightRegularization',0.004, ...
%!     'SparsityRegularization',4, ...
%!     'SparsityProportion',0.15, ...
%!     'ScaleData', false, 'ShowProgressWindow', false);
%! view(autoenc1)
%! h = plotWeights(autoenc1); close (h);
%! feat1 = encode(autoenc1,xTrainImages);
%! hiddenSize2 = 20;
%! autoenc2 = trainAutoencoder(feat1,hiddenSize2, ...
%!     'MaxEpochs',40, ...
%!     'L2WeightRegularization',0.002, ...
%!     'SparsityRegularization',4, ...
%!     'SparsityProportion',0.1, ...
%!     'ScaleData', false, 'ShowProgressWindow', false);
%! feat2 = encode(autoenc2,feat1);
%! softnet = trainSoftmaxLayer(feat2,tTrain,'MaxEpochs',100,'ShowProgressWindow',false);
%! stackednet = stack(autoenc1,autoenc2,softnet);
%! view(stackednet)
%! inputSize = 14*14;
%! xTrain = zeros(inputSize,numel(xTrainImages));
%! for i = 1:numel(xTrainImages)
%!     xTrain(:,i) = xTrainImages{i}(:);
%! end
%! y = stackednet(xTrain);
%! assert (y, softnet (feat2), 1e-12);
%! [~, right] = max (tTrain); [~, chosen] = max (y);
%! before = mean (right == chosen);
%! stackednet.trainParam.epochs = 60;
%! stackednet.trainParam.showWindow = false;
%! stackednet = train(stackednet,xTrain,tTrain);
%! y = stackednet(xTrain);
%! [~, chosen] = max (y);
%! assert (mean (right == chosen) > max (before, 0.8));
%! ae_matlab ("on");
%! close (plotconfusion(tTrain,y));
%! ae_matlab ("off");
%! assert (iscell (predict (autoenc1, xTrainImages)));
%! assert (size (predict (autoenc1, xTrainImages{3})), [14 14]);
%!test # as found in public: the size as a pair, names cut short, a dot call, the network's own
%! [images, T] = digits (100);
%! rand ('state', 2);
%! autoenc = trainAutoencoder(images, 'hiddenSize', 12, 'MaxEpoch', 10, 'Scale', true, 'useGPU', false, 'show', false);
%! z = autoenc.encode(images);
%! assert (size (z), [12 100]);
%! W = autoenc.EncoderWeights;
%! assert (size (W), [autoenc.HiddenSize, 196]);
%! net = network(autoenc);
%! X = cell2mat (cellfun (@(I) I(:), images, "UniformOutput", false));
%! Y = net(X);
%! R = predict (autoenc, images);
%! assert (Y(:,7), R{7}(:), 1e-12);
%! assert (size (decode (autoenc, z(:,1:3))), [1 3]);
%!test # back through all decoders of a stack, and over to the package
%! rand ('state', 3);
%! X = [table_of(80); 3 * table_of(80)];
%! a1 = trainAutoencoder (X, 6, "MaxEpochs", 200, "ShowProgressWindow", false, "SparsityReg", 0, "L2W", 1e-5);
%! Z1 = encode (a1, X);
%! a2 = trainAutoencoder (Z1, 3, "MaxEpochs", 200, "ShowProgressWindow", false, "SparsityReg", 0, "L2W", 1e-5);
%! deep = stack (a1, a2);
%! R = decode (deep, deep (X));
%! assert (mean (mean ((X - R) .^ 2, 2) ./ var (X, 1, 2)) < 0.1);
%! net = ae_from_matlab (a1);
%! r = ae_evaluate (net, X);
%! assert (r.mse, mean ((X - predict (a1, X))(:) .^ 2), 1e-12);
%! assert (isstruct (ae_compare (struct ("a", net), X)));
