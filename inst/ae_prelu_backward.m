## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {[@var{dX}, @var{dslope}] =} ae_prelu_backward (@var{X}, @var{slope}, @var{dY})
## Backward pass of the parametric relu.
##
## @var{X} and @var{slope} are those of @code{ae_prelu_forward}; @var{dY} is the
## derivative of a loss with respect to its result.  @var{dX} and @var{dslope} (a
## column) are the derivatives with respect to @var{X} and @var{slope}.
##
## Errors: @code{autoencoder:ae_prelu_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}.
##
## Source: He, Zhang, Ren and Sun, @cite{Delving deep into rectifiers}, ICCV 2015,
## equations 2 and 3.
##
## @example
## @group
## [dX, dslope] = ae_prelu_backward ([-2 3], 0.25, [1 1])
##     @result{} dX =
##           0.2500   1.0000
##        dslope = -2
## @end group
## @end example
## @seealso{ae_prelu_forward}
## @end deftypefn

function [dX, dslope] = ae_prelu_backward (X, slope, dY)
  if (nargin != 3)
    print_usage ();
  endif
  arg_arrays ("ae_prelu_backward", {"X", "slope", "dY"}, {X, slope, dY});
  arg_size ("ae_prelu_backward", "dY", dY, size (X));
  [in, channels] = kernel_channels ("ae_prelu_backward", X);
  arg_size ("ae_prelu_backward", "slope", slope(:), [channels 1]);
  [dX, dslope] = __ae_layer_backward__ (dY, struct ("type", "prelu"), in, 0, 0, X, [], slope);
  dX = reshape (dX, size (X));
endfunction

%!test
%! [dX, dslope] = ae_prelu_backward ([-2 3; -4 0], [0.5 2], [1 2; 3 4]);
%! assert (dX, [0.5 2; 6 8]);
%! assert (dslope, [-2; -12]);
%! assert (class (ae_prelu_backward (single (1), single (1), single (1))), "single");
%!error <Invalid call> ae_prelu_backward (1, 2)
%!error <dY must be 1-by-2, got 2-by-1 double> ae_prelu_backward ([1 2], 1, [1; 2])
%!error <slope must be 1-by-1, got 2-by-1 double> ae_prelu_backward ([1 2], [1 1], [1 2])
