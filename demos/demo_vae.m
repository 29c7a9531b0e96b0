## Images that nobody drew: a variational autoencoder, samples of it, and walks from
## one image to another, beside the same with a plain autoencoder.
##
## Pictures go to the current folder.  Takes about a minute on two cores.  Run it with
## ae_demo ("vae").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
[T, y] = ae_load_mnist ("test");
X = X(:,:,:,1:min (30000, end));
epochs = 12;
if (size (X, 4) < 10000) # the small sample: an epoch is short
  epochs = 120;
endif
k = 16;

printf ("\n1. The network: an encoder to means and variances, a code that is drawn, a decoder\n\n");
vae = ae_vae (784, [400 k], "Seed", 1);
ae_summary (vae)

printf ("\n2. Training: the loss is minus the evidence lower bound, divided by 784 pixels\n\n");
fit = @(net) ae_fit (net, X, "Loss", "bce", "Optimizer", "adam", "LearnRate", 2e-3, ...
                     "LearnRateSchedule", "cosine", "Epochs", epochs, "Seed", 1);
[vae, history] = fit (vae);
printf ("\nELBO: %.1f nats an image\n", -784 * history.loss(end));

printf ("\n3. A plain autoencoder with as large a code, trained alike\n\n");
plain = fit (ae_dense (784, [400 k], "CodeActivation", "linear", "OutputActivation", "sigmoid", "Seed", 1));

printf ("\n4. Codes drawn at random, decoded\n\n");
grid = @(m, varargin) ae_image_grid (ae_sample (m, 80, "Seed", 3, varargin{:}), "Columns", 10, "Scale", 2, "Background", 0.5);
white = 255 * ones (rows (grid (vae)), 20, "uint8");
imwrite ([grid(vae), white, grid(plain, "Codes", ae_encode (plain, X))], "vae-samples.png");
printf ("vae-samples.png: left the variational net, right the plain one, whose codes are drawn\n");
printf ("from the normal distribution that fits the training images' codes.\n");

printf ("\n5. From one image to another\n\n");
steps = 11;
t = reshape (linspace (0, 1, steps), 1, 1, 1, []);
walks = zeros (28, 28, 1, 0, "single");
for class_of = [0 3 5 8; 7 1 9 4]
  A = T(:,:,:,find (y == class_of(1), 1));
  B = T(:,:,:,find (y == class_of(2), 1));
  walks = cat (4, walks, reshape (ae_interpolate (vae, A, B, steps), 28, 28, 1, []), A .* (1 - t) + B .* t);
endfor
imwrite (ae_image_grid (walks, "Columns", steps, "Scale", 2, "Background", 0.5), "vae-walk.png");
printf ("vae-walk.png: in the first row of each pair the way goes through codes, in the second\n");
printf ("through the images themselves, where one only fades out while the other fades in.\n");

printf ("\nOpen vae-samples.png and vae-walk.png in %s; next, try a code of two numbers\n", pwd ());
printf ("(ae_vae (784, [400 2]) and ae_plot_codes), or other values of \"Beta\".\n");
