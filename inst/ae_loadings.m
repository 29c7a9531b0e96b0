## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{V}, @var{variances}] =} ae_loadings (@var{net}, @var{X})
## @deftypefnx {autoencoder} {@var{V} =} ae_loadings (@var{net})
## The principal components that a linear autoencoder has found.
##
## A linear autoencoder trained on the squared error spans the same subspace
## as PCA, but the columns of its decoder are some basis of it, neither
## orthogonal nor sorted.  The loadings can be recovered from the weights: with the
## covariance @code{C = R'R} of the codes of @var{X}, the left singular vectors
## of the decoder's matrix times @code{R'} are the principal directions of its
## reconstructions and the squared singular values their variances.
##
## @var{net} is a network whose layers after the code are dense and linear;
## several of them are multiplied together.  @var{X} holds samples as
## @var{d}-by-@var{n} or as images, 2 or more.  @var{V} is
## @var{d}-by-@var{k}, orthonormal columns in order of decreasing variance with the largest
## element of each positive, like the @code{components} of @code{ae_pca};
## @var{variances} is @var{k}-by-1.
##
## Without @var{X} the singular vectors are the decoder's own.  They are the
## loadings when the weights were held small while training (@qcode{"L2"}),
## and else only a basis of the subspace.
##
## Errors: @code{autoencoder:ae_loadings:model} when @var{net} is not such a
## network, and the errors of @code{ae_encode}.
##
## Sources: P. Baldi and K. Hornik, @cite{Neural networks and principal
## component analysis: learning from examples without local minima}, Neural
## Networks 2, 1989; E. Plaut, @cite{From principal subspaces to principal
## components with linear autoencoders}, 2018; D. Kunin et al., @cite{Loss
## landscapes of regularized linear autoencoders}, ICML 2019.
##
## @example
## @group
## X = [3 0; 0 1; 1 1] * [cos(1:200); sin((1:200).^2)];
## net = ae_network (3, @{ae_layer("dense", 1, "linear"), ...
##                       ae_layer("dense", 3, "linear")@}, "Seed", 1);
## net = ae_fit (net, X, "Epochs", 100, "LearnRate", 0.01, "Seed", 1, "Verbose", 0);
## V = ae_loadings (net, X);
## ae_principal_angles (V, ae_pca (X, 1).components) < 0.05
##     @result{} 1
## @end group
## @end example
## @seealso{ae_pca, ae_principal_angles, ae_plot_components}
## @end deftypefn

function [V, variances] = ae_loadings (net, X)
  if (nargin < 1)
    print_usage ();
  endif
  D = decoder_matrix (net);
  if (nargin > 1)
    arg_samples ("ae_loadings", "X", X, net.input_size, class (X), scale_owner (net));
    try
      Z = double (ae_encode (net, X));
    catch err
      text_reraise ("ae_loadings", err);
    end_try_catch
    Z = reshape (Z, columns (D), []);
    n = columns (Z);
    if (n < 2)
      error ("autoencoder:ae_loadings:size", "ae_loadings: X must have 2 samples or more, got 1");
    endif
    [~, R] = qr ((Z - mean (Z, 2)).' / sqrt (n - 1), 0);
    D = D * R.';
  endif
  [V, s, ~] = svd (D, "econ");
  variances = diag (s) .^ 2;
  [~, top] = max (abs (V), [], 1);
  V .*= sign (V(sub2ind (size (V), top, 1:columns (V))));
  V = cast (V, class (net.layers(end).W));
endfunction

## The product of the weights after the code, in double.
function D = decoder_matrix (net)
  if (! (isstruct (net) && isscalar (net) && isfield (net, "kind") && strcmp (net.kind, "network")))
    error ("autoencoder:ae_loadings:model", "ae_loadings: net must be a network, got %s", text_describe (net));
  endif
  model_sizes ("ae_loadings", net);
  D = 1;
  for i = net.code + 1:numel (net.layers)
    layer = net.layers(i);
    if (! layer_is_dense (layer) || ! strcmp (struct_get (layer, "activation", ""), "linear"))
      error ("autoencoder:ae_loadings:model", ...
             "ae_loadings: net must have only linear dense layers after its code, got \"%s\" (%s)", ...
             layer.name, layer.type);
    endif
    D = double (layer.W) * D;
  endfor
  if (isscalar (D) && net.code == numel (net.layers))
    error ("autoencoder:ae_loadings:model", "ae_loadings: net must have a layer after its code");
  endif
endfunction

%!test # a basis of the subspace becomes the components, in order of decreasing variance
%! randn ("state", 2);
%! X = [2 0; 0 1; 1 1; 0 3] * randn (2, 50);
%! p = ae_pca (X, 2);
%! net = ae_network (4, {ae_layer("dense", 2, "linear", "Name", "code"), ae_layer("dense", 4, "linear")}, ...
%!                   "Precision", "double");
%! M = [1 2; -0.5 1];
%! net.layers(2).W = M \ p.components';
%! net.layers(3).W = p.components * M;
%! [V, variances] = ae_loadings (net, X);
%! assert (V, p.components, 1e-12);
%! assert (variances, p.variances, 1e-12);
%! assert (max (ae_principal_angles (ae_loadings (net), p.components)) < 1e-12);
%!error <^ae_loadings: the result must be finite>
%! net = ae_dense (6, 2, "Activation", "linear", "OutputActivation", "linear", "Seed", 1);
%! ae_loadings (net, single (3e38 * ones (6, 12)));
%!error <ae_loadings: X must be 4-by-n, got 3-by-2>
%! ae_loadings (ae_network (4, {ae_layer("dense", 2), ae_layer("dense", 4)}), ones (3, 2))
%!error <Invalid call> ae_loadings ()
%!error <net must be a network, got 1> ae_loadings (1)
%!error <only linear dense layers after its code, got> ae_loadings (ae_dense (6, [4 2]), ones (6, 3))
%!error <X must have 2 samples or more> ...
%! ae_loadings (ae_network (4, {ae_layer("dense", 2, "linear"), ae_layer("dense", 4, "linear")}), ones (4, 1))
