## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{Y} =} ae_groupnorm_forward (@var{X}, @var{gamma}, @var{beta})
## @deftypefnx {autoencoder} {@var{Y} =} ae_groupnorm_forward (@dots{}, @var{name}, @var{value})
## Group normalisation.
##
## @var{X} holds vectors, @var{d}-by-@var{n}, or images,
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}.  The elements of a vector or the
## channels of an image are divided into groups of neighbours, and in each sample
## each group is normalised by its own mean and (biased) variance:
## @code{@var{Y} = @var{gamma} * (@var{X} - mean) / sqrt (variance + epsilon) + @var{beta}}.
## @var{gamma} and @var{beta} have an element for each element of a vector, each
## channel of an image.  No sample looks at another one, so there is no
## difference between training and use, unlike with batch normalisation.
##
## Options:
##
## @table @code
## @item "Groups"
## How many; default 1, which is layer normalisation.  It must divide the number
## of channels.
## @item "Epsilon"
## Added to the variance, by default 1e-5.
## @end table
##
## Errors: @code{autoencoder:ae_groupnorm_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Sources: Wu and He, @cite{Group normalization}, ECCV 2018, equations 1, 2 and
## 6; Ba, Kiros and Hinton, @cite{Layer normalization}, 2016.
##
## @example
## @group
## ae_groupnorm_forward ([1; 3; 10; 20], ones (4, 1), zeros (4, 1), ...
##                       "Groups", 2, "Epsilon", 1e-12)
##     @result{}
##        -1
##         1
##        -1
##         1
## @end group
## @end example
## @seealso{ae_groupnorm_backward, ae_batchnorm_forward, ae_layer}
## @end deftypefn

function Y = ae_groupnorm_forward (X, gamma, beta, varargin)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_groupnorm_forward", {"X", "gamma", "beta"}, {X, gamma, beta});
  [in, layer, gamma] = kernel_groupnorm ("ae_groupnorm_forward", X, gamma, varargin);
  arg_size ("ae_groupnorm_forward", "beta", beta(:), size (gamma));
  Y = reshape (__ae_layer_forward__ (X, layer, in, 0, 0, gamma, beta), size (X));
endfunction

%!test # one group of a vector: layer normalisation
%! Y = ae_groupnorm_forward ([1 2; 3 6], [1 1], [0 5], "Epsilon", 1e-12);
%! assert (Y, [-1 -1; 6 6], 1e-9);
%!test # groups of channels of images
%! X = rand (3, 2, 4, 5);
%! Y = ae_groupnorm_forward (X, ones (4, 1), zeros (4, 1), "Groups", 2, "Epsilon", 1e-12);
%! for i = 1:5
%!   for k = 1:2
%!     y = Y(:,:,2*k-1:2*k,i)(:);
%!     assert ([mean(y), mean(y .^ 2)], [0 1], 1e-9);
%!   endfor
%! endfor
%! assert (class (ae_groupnorm_forward (single (X), ones (4, 1, "single"), zeros (4, 1, "single"))), "single");
%!error <Invalid call> ae_groupnorm_forward (1, 1)
%!error <gamma must be 2-by-1, got 3-by-1 double> ae_groupnorm_forward (ones (2, 3), [1 1 1], [0 0])
%!error <beta must be 2-by-1, got 1> ae_groupnorm_forward (ones (2, 3), [1 1], 0)
%!error <Groups must divide the 3 channels of X, got 2> ae_groupnorm_forward (ones (3, 2), [1 1 1], [0 0 0], "Groups", 2)
%!error <Groups must be a whole number .= 1, got 0> ae_groupnorm_forward (ones (3, 2), [1 1 1], [0 0 0], "Groups", 0)
%!error <Epsilon must be a finite number . 0, got 0> ae_groupnorm_forward (1, 1, 0, "Epsilon", 0)
%!error <X must be finite> ae_groupnorm_forward (NaN, 1, 0)
%!error <gamma must be double, the class of X, got single> ae_groupnorm_forward (1, single (1), 0)
