## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{Y} =} ae_dense_forward (@var{X}, @var{W}, @var{b})
## Forward pass of a dense layer: @code{@var{Y} = @var{W} * @var{X} + @var{b}}.
##
## @var{X} is @var{d}-by-@var{n}, a sample a column; @var{W} is
## @var{m}-by-@var{d} and @var{b} has @var{m} elements; @var{Y} is
## @var{m}-by-@var{n}.  All are single or all double.  The activation is a step
## of its own: @code{ae_activation_forward}.
##
## Errors: @code{autoencoder:ae_dense_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}.
##
## @example
## @group
## ae_dense_forward ([1; 2], [1 1; 0 3], [10; 20])
##     @result{} 13
##        26
## @end group
## @end example
## @seealso{ae_dense_backward, ae_activation_forward, ae_layer}
## @end deftypefn

function Y = ae_dense_forward (X, W, b)
  if (nargin != 3)
    print_usage ();
  endif
  arg_arrays ("ae_dense_forward", {"X", "W", "b"}, {X, W, b});
  arg_size ("ae_dense_forward", "X", X, [rows(X), columns(X)]);
  arg_size ("ae_dense_forward", "W", W, [rows(W), rows(X)]);
  arg_size ("ae_dense_forward", "b", b(:), [rows(W) 1]);
  Y = __ae_layer_forward__ (X, struct ("type", "dense", "units", rows (W)), rows (X), 0, 0, W, b);
endfunction

%!test
%! X = rand (5, 7);  W = rand (3, 5);  b = rand (3, 1);
%! assert (ae_dense_forward (X, W, b), W * X + b, 1e-14);
%! assert (ae_dense_forward (X, W, b'), W * X + b, 1e-14);
%! assert (class (ae_dense_forward (single (X), single (W), single (b))), "single");
%!error <Invalid call> ae_dense_forward (1, 2)
%!error <ae_dense_forward: X must be single or double, got cell> ae_dense_forward ({1}, 1, 1)
%!error <W must be double, the class of X, got single> ae_dense_forward (1, single (1), 1)
%!error <b must be finite, got NaN at element 1> ae_dense_forward (1, 1, NaN)
%!error <X must not be empty, got 3-by-0 double> ae_dense_forward (ones (3, 0), ones (2, 3), ones (2, 1))
%!error <ae_dense_forward: W must be 2-by-3, got 2-by-4 double>
%! ae_dense_forward (ones (3, 1), ones (2, 4), [1; 2])
%!error <b must be 2-by-1, got 3-by-1 double> ae_dense_forward (ones (3, 1), ones (2, 3), ones (3, 1))
%!error <X must be 2-by-2, got 2-by-2-by-2> ae_dense_forward (ones (2, 2, 2), ones (2, 2), [1; 2])
