## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{dX} =} ae_dropout_backward (@var{dY}, @var{rate}, @var{seed})
## Backward pass of dropout: zero where forward dropped, else @var{dY} divided by
## 1 - @var{rate}.
##
## @var{rate} and @var{seed} are those of @code{ae_dropout_forward}, which tell
## what was dropped; @var{dY} is the derivative of a loss with respect to its
## result, of the size of that.
##
## Errors: @code{autoencoder:ae_dropout_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## [Y, seed] = ae_dropout_forward (ones (2, 3), 0.5);
## isequal (ae_dropout_backward (ones (2, 3), 0.5, seed), Y)
##     @result{} 1
## @end group
## @end example
## @seealso{ae_dropout_forward}
## @end deftypefn

function dX = ae_dropout_backward (dY, rate, seed)
  if (nargin != 3)
    print_usage ();
  endif
  arg_array ("ae_dropout_backward", "dY", dY);
  rate = arg_value ("ae_dropout_backward", "rate", rate, "share");
  seed = arg_value ("ae_dropout_backward", "seed", seed, "whole >= 0");
  layer = struct ("type", "dropout", "rate", rate);
  dX = reshape (__ae_layer_backward__ (dY, layer, kernel_vector_size ("ae_dropout_backward", "dY", dY), 1, seed, [], []), size (dY));
endfunction

%!test
%! for X = {ones(20, 30), ones(4, 5, 2, 33, "single")}
%!   [Y, seed] = ae_dropout_forward (X{1}, 0.4);
%!   assert (ae_dropout_backward (X{1}, 0.4, seed), Y);
%! endfor
%!error <Invalid call> ae_dropout_backward (1, 0.5)
%!error <rate must be a number in .0, 1., got 2> ae_dropout_backward (1, 2, 1)
%!error <seed must be a whole number .= 0, got -1> ae_dropout_backward (1, 0, -1)
%!error <dY must be single or double, got uint8; scale it first> ae_dropout_backward (uint8 (1), 0, 1)
%!error <ae_dropout_backward: dY must be d-by-n or h-by-w-by-c-by-n> ae_dropout_backward (ones (1, 2, 1, 1, 2), 0.5, 1)
