## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{dX}, @var{dgamma}, @var{dbeta}] =} ae_batchnorm_backward (@var{X}, @var{gamma}, @var{dY})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_batchnorm_backward (@var{X}, @var{gamma}, @var{dY}, @var{moments})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_batchnorm_backward (@dots{}, @var{name}, @var{value})
## Backward pass of batch normalisation.
##
## @var{X}, @var{gamma}, @var{moments} and the options @code{"Training"} (true)
## and @code{"Epsilon"} (1e-3) are those of @code{ae_batchnorm_forward};
## @code{"Momentum"} changes nothing.  @var{dY} is the derivative of a loss with
## respect to its result.  @var{dX}, @var{dgamma} and @var{dbeta} (columns) are
## the derivatives with respect to @var{X}, @var{gamma} and @var{beta}; in
## training @var{dX} includes the effect of @var{X} on the batch's mean and
## variance.
##
## Errors: @code{autoencoder:ae_batchnorm_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Source: Ioffe and Szegedy, @cite{Batch normalization}, ICML 2015, section 3.
##
## @example
## @group
## X = [1 2 3];
## [dX, dgamma, dbeta] = ae_batchnorm_backward (X, 2, [1 1 4], "Epsilon", 1e-9)
##     @result{} dX =
##            1.2247  -2.4495   1.2247
##        dgamma = 3.6742
##        dbeta = 6
## @end group
## @end example
## @seealso{ae_batchnorm_forward}
## @end deftypefn

function [dX, dgamma, dbeta] = ae_batchnorm_backward (X, gamma, dY, varargin)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_batchnorm_backward", {"X", "gamma", "dY"}, {X, gamma, dY});
  arg_size ("ae_batchnorm_backward", "dY", dY, size (X));
  moments = [];
  if (numel (varargin) > 0 && ! ischar (varargin{1}))
    moments = varargin{1};
    varargin(1) = [];
  endif
  [in, layer, training, gamma, moments] = kernel_batchnorm ("ae_batchnorm_backward", X, gamma, moments, varargin);
  [dX, dgamma, dbeta] = __ae_layer_backward__ (dY, layer, in, training, 0, X, [], gamma, [], ...
                                                  moments(:,1), moments(:,2));
  dX = reshape (dX, size (X));
endfunction

%!test
%! [dX, dgamma, dbeta] = ae_batchnorm_backward ([1 2 3], 2, [1 1 4], "Epsilon", 1e-9);
%! assert (dX, [1 -2 1] * sqrt (1.5), 1e-8);
%! assert (dgamma, 3 * sqrt (1.5), 1e-8);
%! assert (dbeta, 6);
%!test # the derivatives of shifts and scales vanish in training
%! X = rand (4, 3, 2, 7);  dY = rand (size (X));
%! dX = ae_batchnorm_backward (X, [1 2], dY, "Epsilon", 1e-12);
%! for c = 1:2
%!   assert (sum ((dX(:,:,c,:))(:)), 0, 1e-12);
%!   assert (sum ((dX(:,:,c,:) .* X(:,:,c,:))(:)), 0, 1e-9);
%! endfor
%!test # not in training
%! X = rand (2, 5);  dY = rand (2, 5);  m = [1 4; 2 9];
%! [dX, dgamma, dbeta] = ae_batchnorm_backward (X, [1; 2], dY, m, "Training", false, "Epsilon", 1);
%! assert (dX, [1; 2] .* dY ./ sqrt ([5; 10]), 1e-14);
%! assert (dgamma, sum (dY .* (X - [1; 2]) ./ sqrt ([5; 10]), 2), 1e-14);
%! assert (dbeta, sum (dY, 2), 1e-14);
%! assert (class (ae_batchnorm_backward (single (1), single (1), single (1))), "single");
%!error <Invalid call> ae_batchnorm_backward (1, 1)
%!error <dY must be 2-by-3, got 3-by-2 double> ae_batchnorm_backward (ones (2, 3), [1 1], ones (3, 2))
%!error <gamma must be 2-by-1, got 3-by-1 double> ae_batchnorm_backward (ones (2, 3), [1 1 1], ones (2, 3))
%!error <Epsilon must be a finite number . 0, got -1> ae_batchnorm_backward (1, 1, 1, "Epsilon", -1)
%!error <moments must be 1-by-2, got 1-by-1 double> ae_batchnorm_backward (1, 1, 1, 3)
