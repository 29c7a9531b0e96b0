## Plays with exercise 1: components of images, costs and errors of three ways.

pkg load autoencoder
X = ae_load_mnist ("train");
D = double (reshape (X(:,:,:,1:1000), 784, []));
[V, variances] = pca (D, 12);
printf ("the first five variances: %s\n", mat2str (variances(1:5)', 4));
[seconds, angles] = pcaErrors (D, 12, 200);
printf ("%-16s %10s %16s\n", "way", "seconds", "largest angle");
ways = {"SVD", "eigenvectors", "power iteration"};
for i = 1:3
  printf ("%-16s %10.3f %16.2g\n", ways{i}, seconds(i), angles(i));
endfor
ae_plot_components (V, "ImageSize", [28 28], "Title", "My components", "File", "components.png");
printf ("Open components.png in %s.\n", pwd ());
