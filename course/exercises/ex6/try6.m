## Plays with exercise 6: noisy, linear and denoised images in rows.

pkg load autoencoder
X = ae_load_mnist ("train");
D = double (reshape (ae_avgpool2d_forward (X(:,:,:,1:1000), [2 2]), 196, []));
noisy = addNoise (D, 0.5, randn (size (D)));
train = 1:800;
test = 801:1000;
[A, b] = bestLinearMap (noisy(:,train), D(:,train));
linear = min (max (A * noisy(:,test) + b, 0), 1);
net = trainDenoiser (noisy(:,train), D(:,train), 1);
denoised = double (ae_predict (net, noisy(:,test)));
printf ("%-12s %6.2f dB\n", "noisy", psnrOf (D(:,test), noisy(:,test)));
printf ("%-12s %6.2f dB\n", "linear map", psnrOf (D(:,test), linear));
printf ("%-12s %6.2f dB\n", "your net", psnrOf (D(:,test), denoised));
as_images = @(M) reshape (M(:,1:10), 14, 14, 1, 10);
ae_plot_reconstruction (as_images (D(:,test)), {"noisy", as_images(noisy(:,test))}, ...
                        {"linear map", as_images(linear)}, {"your net", as_images(denoised)}, ...
                        "File", "denoised.png");
printf ("Open denoised.png in %s.\n", pwd ());
