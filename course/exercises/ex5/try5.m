## Plays with exercise 5: the angle to PCA's subspace, epoch by epoch.

pkg load autoencoder
X = ae_load_mnist ("train");
D = double (reshape (ae_avgpool2d_forward (X(:,:,:,1:1000), [4 4]), 49, []));
D -= mean (D, 2);
k = 4;
V = ae_pca (D, k).components;
W1 = 0.1 * randn (k, 49);
W2 = 0.1 * randn (49, k);
angles = zeros (1, 30);
for i = 1:30
  [W1, W2, costs] = trainLinear (W1, W2, D, 0.02, 200);
  angles(i) = largestAngle (W2, V) * 180 / pi;
endfor
printf ("cost %.5f, PCA's %.5f; angle at the end %.2f degrees\n", costs(end), ...
        sumsq ((D - V * (V' * D))(:)) / 1000, angles(end));
warning ("off", "Octave:gnuplot-graphics"); # a long one where there is no display
fig = figure ("visible", "off");
semilogy (200 * (1:30), angles, "-o", "linewidth", 1.5);
grid on;
xlabel ("steps of gradient descent");
ylabel ("largest angle to PCA's subspace, degrees");
print (fig, "angles.png", "-dpng", "-S700,450");
printf ("Open angles.png in %s.\n", pwd ());
