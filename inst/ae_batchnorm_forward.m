## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{Y}, @var{moments}] =} ae_batchnorm_forward (@var{X}, @var{gamma}, @var{beta})
## @deftypefnx {autoencoder} {[@var{Y}, @var{moments}] =} ae_batchnorm_forward (@var{X}, @var{gamma}, @var{beta}, @var{moments})
## @deftypefnx {autoencoder} {[@var{Y}, @var{moments}] =} ae_batchnorm_forward (@dots{}, @var{name}, @var{value})
## Forward pass of batch normalisation:
## @code{@var{Y} = @var{gamma} * (@var{X} - mean) / sqrt (variance + epsilon) + @var{beta}}.
##
## @var{X} is @var{d}-by-@var{n}, normalised row by row, or
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, normalised channel by channel over all rows,
## columns and images.  @var{gamma} and @var{beta} have an element for each row
## (channel); with one @var{gamma} a matrix @var{X} is one image.  All are single
## or all double.
##
## In training the mean and the (biased) variance are those of @var{X}, else the
## moving ones: @var{moments} has a row [mean variance] for each row (channel),
## by default [0 1].  The result @var{moments} are the moving ones afterwards, in
## training @code{momentum * old + (1 - momentum) * new} with the unbiased
## variance.
##
## Options:
## @table @code
## @item "Training"
## true (default) or false.
## @item "Epsilon"
## Added to the variance, by default 1e-3.
## @item "Momentum"
## Of the moving mean and variance, by default 0.99, in [0, 1).
## @end table
##
## Errors: @code{autoencoder:ae_batchnorm_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Sources: Ioffe and Szegedy, @cite{Batch normalization}, ICML 2015; the
## defaults are Keras', the unbiased variance is PyTorch's.
##
## @example
## @group
## Y = ae_batchnorm_forward ([1 2 3; 10 20 30], [1; 1], [0; 5], "Epsilon", 1e-9)
##     @result{} Y =
##           -1.2247        0   1.2247
##            3.7753   5.0000   6.2247
## @end group
## @end example
## @seealso{ae_batchnorm_backward, ae_layer}
## @end deftypefn

function [Y, moments] = ae_batchnorm_forward (X, gamma, beta, varargin)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_batchnorm_forward", {"X", "gamma", "beta"}, {X, gamma, beta});
  moments = [];
  if (numel (varargin) > 0 && ! ischar (varargin{1}))
    moments = varargin{1};
    varargin(1) = [];
  endif
  [in, layer, training, gamma, moments] = kernel_batchnorm ("ae_batchnorm_forward", X, gamma, moments, varargin);
  arg_size ("ae_batchnorm_forward", "beta", beta(:), size (gamma));
  [Y, mean, variance] = __ae_layer_forward__ (X, layer, in, training, 0, gamma, beta(:), moments(:,1), moments(:,2));
  moments = [mean, variance];
  Y = reshape (Y, size (X));
endfunction

%!test # vectors
%! X = rand (4, 50);  g = [1; 2; 3; 4];  b = [0; 1; 0; -1];
%! [Y, m] = ae_batchnorm_forward (X, g, b);
%! assert (Y, g .* (X - mean (X, 2)) ./ sqrt (var (X, 1, 2) + 1e-3) + b, 1e-13);
%! assert (m, 0.01 * [mean(X, 2), var(X, 0, 2)] + 0.99 * [0 1], 1e-14);
%! Y = ae_batchnorm_forward (X, g', b', "Epsilon", 0.5);
%! assert (Y, g .* (X - mean (X, 2)) ./ sqrt (var (X, 1, 2) + 0.5) + b, 1e-13);
%! [~, m] = ae_batchnorm_forward (X, g, b, ones (4, 2), "Momentum", 0.5);
%! assert (m, 0.5 * [mean(X, 2), var(X, 0, 2)] + 0.5, 1e-14);
%!test # images, by channel
%! X = rand (3, 4, 2, 20, "single");
%! Y = ae_batchnorm_forward (X, single ([1 1]), single ([0 3]), "Epsilon", 1e-6);
%! Z = permute (Y, [1 2 4 3])(:,:,:);
%! assert (mean (reshape (Z, 240, 2)), single ([0 3]), 1e-5);
%! assert (std (reshape (Z, 240, 2), 1), single ([1 1]), 1e-4);
%!test # not in training
%! X = rand (2, 5);  m = [1 4; 2 9];
%! [Y, after] = ae_batchnorm_forward (X, [1; 2], [0; 1], m, "Training", false, "Epsilon", 1);
%! assert (Y, [1; 2] .* (X - [1; 2]) ./ sqrt ([5; 10]) + [0; 1], 1e-14);
%! assert (after, m);
%!test # one image of one channel
%! X = rand (3, 4);
%! assert (ae_batchnorm_forward (X, 1, 0), (X - mean (X(:))) / sqrt (var (X(:), 1) + 1e-3), 1e-14);
%!error <Invalid call> ae_batchnorm_forward (1, 1)
%!error <gamma must be 3-by-1, got 2-by-1 double> ae_batchnorm_forward (ones (3, 5), [1 2], [1 2])
%!error <gamma must be 2-by-1, got 3-by-1 double> ae_batchnorm_forward (ones (3, 5, 2), [1 2 3], 1)
%!error <beta must be 3-by-1, got 1-by-1 double> ae_batchnorm_forward (ones (3, 5), [1 2 3], 1)
%!error <moments must be 2, got 1-by-2 double|moments must be 2-by-2, got 1-by-2 double>
%! ae_batchnorm_forward (ones (2, 5), [1 1], [0 0], [0 1])
%!error <variances must be .= 0, got -1> ae_batchnorm_forward (1, 1, 0, [0 -1])
%!error <moments must be double, the class of X, got single> ae_batchnorm_forward (1, 1, 0, single ([0 1]))
%!error <Epsilon must be a finite number . 0, got 0> ae_batchnorm_forward (1, 1, 0, "Epsilon", 0)
%!error <Momentum must be a number in .0, 1., got 1> ae_batchnorm_forward (1, 1, 0, "Momentum", 1)
%!error <Training must be true or false, got 2> ae_batchnorm_forward (1, 1, 0, "Training", 2)
%!error <unknown option "Eps".*valid are: Epsilon, Momentum, Training>
%! ae_batchnorm_forward (1, 1, 0, "Eps", 2)
