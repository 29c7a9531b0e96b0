## Plays with exercise 8: the study on images, with a picture.

pkg load autoencoder
X = ae_load_mnist ("train");
T = ae_load_mnist ("test");
small = @(X, n) double (reshape (ae_avgpool2d_forward (X(:,:,:,1:n), [2 2]), 196, []));
Xtrain = small (X, 1000);
Xtest = small (T, 500);
sizes = [2 5 10 20 40];
e = codeSizeErrors (Xtrain, Xtest, sizes);
printf ("%5s %10s %10s\n", "size", "PCA", "network");
printf ("%5d %10.5f %10.5f\n", [sizes; e.pca; e.dense]);
k = chooseCodeSize (sizes, e.dense, 0.1);
printf ("chosen: %d numbers\n", k);
[~, words] = defendChoice (Xtrain, Xtest, k);
printf ("%s\n", words{:});
warning ("off", "Octave:gnuplot-graphics"); # a long one where there is no display
fig = figure ("visible", "off");
semilogy (sizes, e.pca, "-o", sizes, e.dense, "-s", "linewidth", 1.5);
grid on;
legend ("PCA", "network");
xlabel ("numbers in the code");
ylabel ("mean squared error, test samples");
print (fig, "sizes.png", "-dpng", "-S700,450");
printf ("Open sizes.png in %s.\n", pwd ());
