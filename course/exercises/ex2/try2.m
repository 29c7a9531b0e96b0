## Plays with exercise 2: images through 2, 10 and 50 numbers.

pkg load autoencoder
X = ae_load_mnist ("train");
X = X(:,:,:,1:1000);
D = double (reshape (X, 784, []));
c = explainedVariance (D);
shares = [0.5 0.8 0.9 0.95];
sizes = arrayfun (@(s) chooseSize (c, s), shares);
printf ("%3.0f %% of the variance: %3d components\n", [100 * shares; sizes]);
mu = mean (D, 2);
[U, ~, ~] = svd (D - mu, "econ");
shown = {};
for K = [2 10 50]
  printf ("K = %2d: mean squared error %.5f\n", K, reconstructionError (D, K));
  R = recoverData (projectData (D - mu, U, K), U, K) + mu;
  shown(end+1:end+2) = {sprintf("K = %d", K), reshape(R(:,1:10), 28, 28, 1, 10)};
endfor
ae_plot_reconstruction (X(:,:,:,1:10), shown, "File", "recovered.png");
printf ("Open recovered.png in %s.\n", pwd ());
