## Plays with exercise 4: your loop beside ae_fit, on images.

pkg load autoencoder
X = ae_load_mnist ("train");
D = double (reshape (X(:,:,:,1:1000), 784, []));
package = ae_dense (784, [50 10], "Activation", "tanh", "OutputActivation", "sigmoid", ...
                    "Seed", 1, "Precision", "double");
layers = package.layers(2:end);
net = struct ("W", {layers.W}, "b", {layers.b}, "activation", {layers.activation});
options = struct ("Optimizer", "adam", "LearnRate", 2e-3);
started = tic ();
[net, losses] = trainLoop (net, D, 5, 50, options);
mine = toc (started);
started = tic ();
[package, history] = ae_fit (package, D, "Optimizer", "adam", "LearnRate", 2e-3, "Epochs", 5, ...
                             "BatchSize", 50, "Shuffle", false, "Verbose", 0);
printf ("%-6s %10s %10s\n", "epoch", "your loss", "ae_fit");
printf ("%-6d %10.6f %10.6f\n", [1:5; losses; history.loss]);
printf ("your loop: %.1f s, ae_fit: %.1f s\n", mine, toc (started));
