## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{s}, @var{parts}] =} ae_score (@var{m}, @var{X})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_score (@var{m}, @var{X}, @var{T})
## Anomaly scores: how badly a model gives each sample back, and which features it misses.
##
## @var{m} is a network or a PCA model, @var{X} holds @var{n} samples,
## @var{d}-by-@var{n} or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  @var{s} is
## 1-by-@var{n} double: the squared error in the model's scaled units (of a model
## without a scaling, the data's), summed over the features.  @var{parts}, of
## the shape of @var{X}, has the summands: by which feature, or at which pixel, a
## sample is odd.  With @var{T}, of the size of @var{X}, the model's answer to
## @var{X} is compared with that: for denoising, clean targets.
##
## A sample like those that the model was trained on has a small score; what a
## large one is, @code{ae_outliers} says.  Missing values (of a model that takes
## them) have no part in the score.  A value far out of range gives a large,
## finite score; one too large for the class of the weights is an error.
##
## Errors: @code{autoencoder:ae_score:model}, @code{:size}, @code{:class},
## @code{:empty}, @code{:nonfinite}, @code{:scaling}.
##
## Source: N. Japkowicz, C. Myers, M. Gluck, @cite{A novelty detection approach to
## classification}, IJCAI 1995 (reconstruction error as novelty).
##
## @example
## @group
## X = [1 2 3 4 5; 2 4 6 8 10];
## p = ae_pca (X, 1);
## [s, parts] = ae_score (p, [3 3; 6 0]);
## round (s)
##     @result{} 0 7
## @end group
## @end example
## @seealso{ae_outliers, ae_plot_score, ae_reconstruct, ae_evaluate}
## @end deftypefn

function [s, parts] = ae_score (m, X, T)
  if (nargin < 2)
    print_usage ();
  endif
  [input_size, output_size, ~, ~, spec] = model_sizes ("ae_score", m);
  if (nargin < 3)
    T = X;
  endif
  if (prod (input_size) != prod (output_size))
    error ("autoencoder:ae_score:size", ...
           "ae_score: the model's output must be as large as its input, got %d and %d numbers", ...
           prod (output_size), prod (input_size));
  endif
  scale_require ("ae_score", m);
  D = arg_samples ("ae_score", "X", X, input_size, class (X), scale_owner (m));
  C = arg_samples ("ae_score", "T", T, output_size, class (T), scale_owner (m));
  if (columns (C) != columns (D))
    error ("autoencoder:ae_score:size", "ae_score: T must have as many samples as X: %d, got %d", columns (D), columns (C));
  endif
  scale = scale_out (m);
  [d, n] = size (D);
  s = zeros (1, n);
  parts = zeros (d * (nargout > 1), n, model_class (m));
  for first = 1:2048:n
    i = first:min (first + 2047, n);
    Y = reshape (model_apply ("ae_score", "scaled", m, D(:,i), spec), d, []);
    E = double (Y) - double (scale_apply (scale, C(:,i)));
    E(isnan (E)) = 0; # only what is missing in T: results of models are finite
    s(i) = sum (E .^ 2, 1);
    if (nargout > 1)
      parts(:,i) = E .^ 2;
    endif
  endfor
  model_check_result ("ae_score", s);
  if (nargout > 1)
    model_check_result ("ae_score", parts);
    parts = reshape (parts, size (X));
  endif
endfunction

%!shared X, p, net
%! X = [1 0.5; 0.3 -1; 1 1; 0.2 0.1] * [sin((1:90) * 1.7); cos((1:90) * 0.9)] + 0.05 * sin (reshape (1:360, 4, 90) .^ 2);
%! X(1,:) = 5000 + 400 * X(1,:);
%! p = ae_pca (X, 2, "Scale", "zscore");
%! net = ae_fit (ae_dense (4, [6 2], "Scale", "zscore", "Seed", 1, "Precision", "double"), X, "Verbose", 0, "Seed", 1, "Epochs", 3);
%!test # the definition, for both kinds of models
%! for m = {p, net}
%!   [s, parts] = ae_score (m{1}, X);
%!   E = ((ae_reconstruct (m{1}, X) - X) ./ m{1}.scaling.factor) .^ 2;
%!   assert (parts, E, 1e-9);
%!   assert (s, sum (E, 1), 1e-9);
%!   assert (mean (s) / 4, ae_evaluate (m{1}, X).mse_scaled, 1e-12);
%! endfor
%!test # without a scaling: in the data's units; images keep their shape
%! q = ae_pca (X, 2);
%! assert (ae_score (q, X), sum ((ae_reconstruct (q, X) - X) .^ 2, 1), 1e-6);
%! I = rand (4, 3, 1, 7, "single");
%! c = ae_conv ([4 3 1], 2, "Seed", 1);
%! [s, parts] = ae_score (c, I);
%! assert (size (parts), [4 3 1 7]);
%! assert (s, double (squeeze (sum (sum ((ae_reconstruct (c, I) - I) .^ 2, 1), 2))'), 1e-5);
%! assert (class (parts), "single");
%!test # targets; many samples; what is missing has no part
%! assert (ae_score (p, X, X), ae_score (p, X));
%! assert (ae_score (p, repmat (X, 1, 30)), repmat (ae_score (p, X), 1, 30), 1e-10);
%! q = ae_pca (X, 2, "Scale", "zscore", "Missing", "mask");
%! Y = X(:,1);
%! Y(3) = NaN;
%! [s, parts] = ae_score (q, Y);
%! assert (parts(3), 0);
%! assert (s, sum (parts), 1e-12);
%! assert (isfinite (s));
%!test # a value far out of range stands out, in its own feature; single nets keep small spreads
%! Y = X(:,1);
%! Y(3) = 50;
%! [s, parts] = ae_score (p, Y);
%! assert (s > 100 * max (ae_score (p, X)));
%! far = [1e6 + 1e-3 * sin(1:100); cos(1:100)];
%! n2 = ae_fit (ae_dense (2, 2, "Scale", "zscore", "Seed", 1), far, "Verbose", 0, "Epochs", 1);
%! S = ae_activations (n2, far, 3) - (far - mean (far, 2)) ./ std (far, 0, 2);
%! assert (ae_score (n2, far), double (sum (S .^ 2, 1)), 1e-4);
%!error <Invalid call> ae_score (1)
%!error <the model must come from> ae_score (1, 2)
%!error <ae_score: X must be 4-by-n, got 3-by-1> ae_score (p, ones (3, 1))
%!error <T must have as many samples as X: 90, got 1> ae_score (p, X, X(:,1))
%!error <output must be as large as its input, got 2 and 4> ae_score (ae_encoder (net), X)
%!error <is not learnt yet> ae_score (ae_dense (4, 2, "Scale", "minmax"), X)
%!error <X must be finite, got NaN> ae_score (p, NaN (4, 1))

%!demo
%! ## The scores of ordinary samples, and of one whose third feature is wrong.
%! D = [randn(2, 200); zeros(2, 200)];
%! D(3:4,:) = [1 1; 1 -1] * D(1:2,:) + 0.1 * randn (2, 200);
%! D(3,150) += 2;
%! plot (ae_score (ae_pca (D, 2), D), "o");
%! xlabel ("sample");
%! ylabel ("score");
%!error id=autoencoder:ae_score:nonfinite ae_score (ae_dense (6, 2), rand (6, 3), 1e308 * ones (6, 3))
