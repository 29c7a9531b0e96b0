## Plays with exercise 3: your cost under fminunc, and what the net has learnt.

pkg load autoencoder
X = ae_load_mnist ("test");
D = double (reshape (ae_avgpool2d_forward (X(:,:,:,1:500), [4 4]), 49, []));
hidden = 16;
r = sqrt (6) / sqrt (hidden + 49 + 1);
theta = [2 * r * rand(2 * hidden * 49, 1) - r; zeros(hidden + 49, 1)];
J = @(t) sparseAutoencoderCost (t, 49, hidden, 1e-4, 0.1, 0.5, D);
few = @(t) sparseAutoencoderCost (t, 49, hidden, 1e-4, 0.1, 0.5, D(:,1:10));
[~, grad] = few (theta);
numgrad = computeNumericalGradient (few, theta);
printf ("gradient against differences: %.2g (below 1e-8 is right)\n", ...
        norm (numgrad - grad) / norm (numgrad + grad));
printf ("cost before %.4f", J (theta));
theta = fminunc (J, theta, optimset ("GradObj", "on", "MaxIter", 100));
printf (", after 100 iterations %.4f\n", J (theta));
W1 = reshape (theta(1:hidden*49), hidden, 49);
ae_plot_components (W1', "ImageSize", [7 7], "Title", "What each hidden unit looks for", "File", "units.png");
printf ("Open units.png in %s.\n", pwd ());
