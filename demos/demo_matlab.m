## A script for MATLAB's autoencoders, line by line as it stands there, on
## images of clothes: two sparse autoencoders one after the other, a softmax
## layer, a stack, fine tuning; then what MATLAB does not have.
##
## Takes about two minutes.  Run it with ae_demo ("matlab").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## The data as such scripts have it: images in cells, a 1 in the row of the class.
[X, labels] = ae_load_mnist ("train");
[Xt, labelst] = ae_load_mnist ("test");
n = min (2000, columns (labels));
nt = min (500, columns (labelst));
xTrainImages = squeeze (num2cell (double (X(1:2:end,1:2:end,1,1:n)), [1 2]))';
xTestImages = squeeze (num2cell (double (Xt(1:2:end,1:2:end,1,1:nt)), [1 2]))';
tTrain = double ((0:9)' == labels(1:n));
tTest = double ((0:9)' == labelst(1:nt));
rand ('state', 1);

## From here on it is MATLAB's language.
hiddenSize1 = 60;
autoenc1 = trainAutoencoder(xTrainImages,hiddenSize1, ...
    'MaxEpochs',150, ...
    'L2WeightRegularization',0.004, ...
    'SparsityRegularization',4, ...
    'SparsityProportion',0.15, ...
    'ScaleData', false);
view(autoenc1)
fig = plotWeights(autoenc1);
print (fig, "matlab-weights.png");
feat1 = encode(autoenc1,xTrainImages);

hiddenSize2 = 30;
autoenc2 = trainAutoencoder(feat1,hiddenSize2, ...
    'MaxEpochs',100, ...
    'L2WeightRegularization',0.002, ...
    'SparsityRegularization',4, ...
    'SparsityProportion',0.1, ...
    'ScaleData', false);
feat2 = encode(autoenc2,feat1);

softnet = trainSoftmaxLayer(feat2,tTrain,'MaxEpochs',200);
stackednet = stack(autoenc1,autoenc2,softnet);
view(stackednet)

xTrain = zeros(14*14,n);
for i = 1:n
    xTrain(:,i) = xTrainImages{i}(:);
end
xTest = zeros(14*14,nt);
for i = 1:nt
    xTest(:,i) = xTestImages{i}(:);
end
[~,right] = max(tTest);
[~,chosen] = max(stackednet(xTest));
fprintf('right before fine tuning: %.1f%%\n', 100*mean(chosen == right));

stackednet.trainParam.epochs = 100;
stackednet = train(stackednet,xTrain,tTrain);
y = stackednet(xTest);
[~,chosen] = max(y);
fprintf('right after fine tuning:  %.1f%%\n', 100*mean(chosen == right));

ae_matlab ("on"); # plotconfusion, mse, tsne and pca, where there are none
fig = plotconfusion(tTest,y,'test');
print (fig, "matlab-confusion.png");
fprintf('mean squared error of the first autoencoder: %.4f\n', mse(xTest - predict(autoenc1,xTest)));
ae_matlab ("off");

## What MATLAB does not have: back from the deepest code, through both decoders,
## and everything of this package on the same net.
deep = stack (autoenc1, autoenc2);
back = decode (deep, deep (xTest));
printf ("through two autoencoders and back:           %.4f\n", mean ((xTest - back)(:) .^ 2));
ae_plot_reconstruction (reshape (xTest, 14, 14, 1, []), ...
  {"one autoencoder", reshape(predict (autoenc1, xTest), 14, 14, 1, []), "two, and back", reshape(back, 14, 14, 1, [])}, ...
  "File", "matlab-reconstructions.png");
net = ae_from_matlab (autoenc1);
ae_summary (net)
printf ("explained share of the variance: %.2f\n", ae_evaluate (net, xTest).explained);
