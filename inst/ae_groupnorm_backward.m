## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{dX}, @var{dgamma}, @var{dbeta}] =} ae_groupnorm_backward (@var{X}, @var{gamma}, @var{dY})
## @deftypefnx {autoencoder} {[@dots{}] =} ae_groupnorm_backward (@dots{}, @var{name}, @var{value})
## Backward pass of group normalisation.
##
## @var{X}, @var{gamma} and the options @code{"Groups"} (1) and
## @code{"Epsilon"} (1e-5) are those of @code{ae_groupnorm_forward}; @var{dY} is
## the derivative of a loss with respect to its result.  @var{dX}, @var{dgamma}
## and @var{dbeta} (columns) are the derivatives with respect to @var{X},
## @var{gamma} and @var{beta}.
##
## Errors: @code{autoencoder:ae_groupnorm_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Source: Wu and He, @cite{Group normalization}, ECCV 2018.
##
## @example
## @group
## [dX, dgamma, dbeta] = ae_groupnorm_backward ([1; 2; 3], [1; 1; 1], [0; 0; 3]);
## dbeta'
##     @result{} 0 0 3
## @end group
## @end example
## @seealso{ae_groupnorm_forward}
## @end deftypefn

function [dX, dgamma, dbeta] = ae_groupnorm_backward (X, gamma, dY, varargin)
  if (nargin < 3)
    print_usage ();
  endif
  arg_arrays ("ae_groupnorm_backward", {"X", "gamma", "dY"}, {X, gamma, dY});
  arg_size ("ae_groupnorm_backward", "dY", dY, size (X));
  [in, layer, gamma] = kernel_groupnorm ("ae_groupnorm_backward", X, gamma, varargin);
  [dX, dgamma, dbeta] = __ae_layer_backward__ (dY, layer, in, 0, 0, X, [], gamma);
  dX = reshape (dX, size (X));
endfunction

%!test # shifts and scales of a group do not change its result: their derivatives vanish
%! X = rand (4, 3, 6, 5);  dY = rand (size (X));
%! dX = ae_groupnorm_backward (X, 1:6, dY, "Groups", 3, "Epsilon", 1e-12);
%! for i = 1:5
%!   for k = 1:3
%!     d = dX(:,:,2*k-1:2*k,i)(:);
%!     assert (sum (d), 0, 1e-10);
%!     assert (sum (d .* X(:,:,2*k-1:2*k,i)(:)), 0, 1e-8);
%!   endfor
%! endfor
%!test
%! [dX, dgamma, dbeta] = ae_groupnorm_backward ([1; 3], [2; 2], [1; 4], "Epsilon", 1e-12);
%! assert (dX, [0; 0], 1e-9);
%! assert (dgamma, [-1; 4], 1e-9);
%! assert (dbeta, [1; 4]);
%! assert (class (ae_groupnorm_backward (single ([1; 2]), single ([1; 1]), single ([1; 1]))), "single");
%!error <Invalid call> ae_groupnorm_backward (1, 1)
%!error <dY must be 2-by-3, got 3-by-2 double> ae_groupnorm_backward (ones (2, 3), [1 1], ones (3, 2))
%!error <gamma must be 2-by-1, got 3-by-1 double> ae_groupnorm_backward (ones (2, 3), [1 1 1], ones (2, 3))
%!error <Groups must divide the 2 channels of X, got 4> ae_groupnorm_backward (ones (2, 3), [1 1], ones (2, 3), "Groups", 4)
