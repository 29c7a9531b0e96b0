## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {[@var{dX}, @var{dW}, @var{db}] =} ae_dense_backward (@var{X}, @var{W}, @var{dY})
## Backward pass of a dense layer.
##
## With @code{@var{Y} = @var{W} * @var{X} + @var{b}} and @var{dY}, the derivative
## of a loss with respect to @var{Y} (@var{m}-by-@var{n}), @var{dX}, @var{dW} and
## @var{db} are its derivatives with respect to @var{X} (@var{d}-by-@var{n}),
## @var{W} (@var{m}-by-@var{d}) and @var{b} (@var{m}-by-1), summed over the
## samples: @code{@var{W}' * @var{dY}}, @code{@var{dY} * @var{X}'} and
## @code{sum (@var{dY}, 2)}.
##
## Errors: @code{autoencoder:ae_dense_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}.
##
## Source: Rumelhart, Hinton, Williams, @cite{Learning representations by
## back-propagating errors}, Nature 323, 1986.
##
## @example
## @group
## [dX, dW, db] = ae_dense_backward ([1; 2], [1 1; 0 3], [1; -1])
##     @result{} dX =
##            1
##           -2
##        dW =
##            1   2
##           -1  -2
##        db =
##            1
##           -1
## @end group
## @end example
## @seealso{ae_dense_forward, ae_activation_backward, ae_loss}
## @end deftypefn

function [dX, dW, db] = ae_dense_backward (X, W, dY)
  if (nargin != 3)
    print_usage ();
  endif
  arg_arrays ("ae_dense_backward", {"X", "W", "dY"}, {X, W, dY});
  arg_size ("ae_dense_backward", "X", X, [rows(X), columns(X)]);
  arg_size ("ae_dense_backward", "W", W, [rows(W), rows(X)]);
  arg_size ("ae_dense_backward", "dY", dY, [rows(W), columns(X)]);
  [dX, dW, db] = __ae_layer_backward__ (dY, struct ("type", "dense", "units", rows (W)), rows (X), 0, 0, X, [], W);
endfunction

%!test
%! X = rand (5, 70);  W = rand (3, 5);  dY = rand (3, 70);
%! [dX, dW, db] = ae_dense_backward (X, W, dY);
%! assert (dX, W' * dY, 1e-13);
%! assert (dW, dY * X', 1e-13);
%! assert (db, sum (dY, 2), 1e-13);
%! assert (ae_dense_backward (X, W, dY), dX);
%!error <Invalid call> ae_dense_backward (1, 2)
%!error <dY must be 2-by-4, got 2-by-5 double> ae_dense_backward (ones (3, 4), ones (2, 3), ones (2, 5))
%!error <W must be 2-by-3, got 2-by-4 double> ae_dense_backward (ones (3, 1), ones (2, 4), ones (2, 1))
%!error <dY must be single, the class of X, got double> ae_dense_backward (single (1), single (1), 1)
%!error <X must be finite, got Inf at element 1> ae_dense_backward (Inf, 1, 1)
