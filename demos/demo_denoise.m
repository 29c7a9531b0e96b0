## The lecture's denoising autoencoder: clean images out of noisy ones, once with
## noise that is drawn once (the lecture's way), once with fresh noise in every
## epoch; in the end a recipe with more filters.
##
## Pictures go to the current folder.  Takes about two minutes on two cores: a part
## of the images, 6 epochs where the lecture has 50.  Run it with
## ae_demo ("denoise").

## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

X = ae_load_mnist ("train");
T = ae_load_mnist ("test");
X = X(:,:,:,1:min (12000, end));
T = T(:,:,:,1:min (2000, end));
epochs = 6;
if (size (X, 4) < 10000) # the small sample: an epoch is short
  epochs = 40;
endif
level = 0.5;

printf ("\n1. The network, with a layer that adds noise in training only\n\n");
fresh = ae_denoising ([28 28 1], [32 32], "Noise", level, "Seed", 1);
ae_summary (fresh)

printf ("\n2. Fresh noise in every epoch: %d epochs of %d images (the lecture: 50 of 60,000)\n\n", ...
        epochs, size (X, 4));
V = T(:,:,:,1:min (1000, end));
[fresh, history] = ae_fit (fresh, X, X, "Epochs", epochs, "Seed", 1, ...
                           "ValidationData", {ae_add_noise(V, "gaussian", level, "Seed", 4), V});

printf ("\n3. The lecture's way: noisy inputs drawn once, clean targets\n\n");
once = ae_conv ([28 28 1], [32 32], "Seed", 1);
once = ae_fit (once, ae_add_noise (X, "gaussian", level, "Seed", 2), X, "Epochs", epochs, "Seed", 1);

printf ("\n4. A recipe of today: strides in the place of pooling, swish, Adam, cosine schedule\n\n");
[recipe, options] = ae_recipe ("denoise", "Epochs", epochs, "Seed", 1);
recipe = ae_fit (recipe, X, options{:});

printf ("\n5. Noisy images that they have not seen, scored against the clean ones\n\n");
noisy = ae_add_noise (T, "gaussian", level, "Seed", 3);
nets = {"fresh noise", fresh; "noise drawn once", once; "recipe \"denoise\"", recipe};
printf ("%-20s %12s %10s\n", "", "test error", "PSNR");
r = ae_evaluate (fresh, noisy, T);
printf ("%-20s %12.5f %7.2f dB\n", "noisy images", r.mse_input, r.psnr_input);
for i = 1:rows (nets)
  r = ae_evaluate (nets{i,2}, noisy, T);
  printf ("%-20s %12.5f %7.2f dB\n", nets{i,1}, r.mse, r.psnr);
endfor
few = 1:10;
ae_plot_reconstruction (T(:,:,:,few), {"noisy", noisy(:,:,:,few)}, ...
                        {"fresh noise", ae_predict(fresh, noisy(:,:,:,few))}, ...
                        {"drawn once", ae_predict(once, noisy(:,:,:,few))}, ...
                        {"recipe", ae_predict(recipe, noisy(:,:,:,few))}, "File", "denoise.png");
ae_plot_history (history, "File", "denoise-history.png");

printf ("\nOpen denoise.png and denoise-history.png in %s; next, try another noise\n", pwd ());
printf ("(\"NoiseKind\", \"masking\"), less of it (level = 0.2), or all images and 50 epochs.\n");
