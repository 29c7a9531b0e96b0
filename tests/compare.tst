## ae_compare across model kinds: what it says of networks that do worse than
## PCA, better, hardly better, and that do not reduce at all.

## A linear network with given weights: 9 -> k -> 9.
%!function net = linear_net (W, b)
%!  k = columns (W);
%!  net = ae_network (rows (W), {ae_layer("dense", k, "linear", "Name", "code"), ...
%!                               ae_layer("dense", rows (W), "linear")}, "Precision", "double");
%!  net.layers(2).W = pinv (W);
%!  net.layers(2).b = -pinv (W) * b;
%!  net.layers(3).W = W;
%!  net.layers(3).b = b;
%!endfunction
%!function X = data ()
%!  V = [3 0 0; 1 2 0; 0.5 -1 1; 0.2 0.1 0.3; 1 1 1; 0 0 2; 0 1 1; 1 0 0; 0 2 0];
%!  X = V * sin (reshape (1:180, 3, 60) .^ 2) + 0.1 * cos (reshape (1:540, 9, 60) .^ 2);
%!endfunction

%!test # the same measures for PCA and a network that is PCA
%! X = data ();
%! p = ae_pca (X, 2);
%! net = linear_net (p.components, p.mean);
%! a = ae_evaluate (p, X); b = ae_evaluate (net, X);
%! assert ([a.mse a.sse a.psnr a.explained a.n], [b.mse b.sse b.psnr b.explained b.n], 1e-12);
%! r = ae_compare (struct ("pca", p, "net", net), X);
%! assert ([r.models.code], [2 2]);
%! assert ([r.models.parameters], [27, 2*9 + 2 + 9*2 + 9]);
%! assert ([r.models.pca_components], [2 2]);
%! assert (r.models(1).trust, r.models(2).trust, 1e-12);
%!test # PCA wins
%! X = data ();
%! p = ae_pca (X, 3);
%! r = ae_compare (struct ("net", linear_net (p.components(:,[1 3]), p.mean)), X);
%! assert (strncmp (r.words{1}, "PCA wins over net: with 2 components its MSE is ", 48));
%! assert (r.models.pca_components, 2);
%!test # the network wins: it was fit on these samples, the components on others
%! X = data ();
%! p = ae_pca (X, 2);
%! F = X; F(1:3,:) = F(3:-1:1,:);
%! r = ae_compare (struct ("net", linear_net (p.components, p.mean)), X, "Train", F);
%! assert (strncmp (r.words{1}, "net beats PCA: MSE ", 19));
%! assert (r.models.pca_components > 2);
%!test # it hardly wins
%! X = data ();
%! p = ae_pca (X, 2);
%! F = X; F(9,:) += 0.03 * (1:60);
%! r = ae_compare (struct ("net", linear_net (p.components, p.mean)), X, "Train", F);
%! assert (! isempty (regexp (r.words{1}, '^net (hardly )?beats PCA')));
%!test # no reduction
%! X = data ();
%! p = ae_pca (X, 9);
%! r = ae_compare (struct ("net", linear_net (p.components, p.mean)), X);
%! assert (strncmp (r.words{1}, "net keeps 9 numbers of 9: it does not reduce", 44));
%!test # denoising is judged against the clean samples and the best PCA
%! X = data ();
%! N = X + 0.3 * sin (reshape (1:540, 9, 60) .^ 3);
%! p = ae_pca (X, 2);
%! r = ae_compare (struct ("net", linear_net (p.components, p.mean)), N, "Target", X);
%! assert (r.models.mse, ae_evaluate (p, N, X).mse, 1e-12);
%! assert (! isempty (strfind (r.words{2}, "The inputs themselves have MSE")));
