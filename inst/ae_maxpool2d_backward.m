## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{dX} =} ae_maxpool2d_backward (@var{dY}, @var{idx}, @var{size_of_X})
## Backward pass of max pooling: each derivative goes to the largest pixel.
##
## @var{dY} is the derivative of a loss with respect to the result of
## @code{ae_maxpool2d_forward}, @var{idx} the second result of that, of the size
## of @var{dY}, and @var{size_of_X} is @code{size (@var{X})}.  @var{dX} has this
## size and @var{dY}'s class.  Where windows overlap a pixel gets the sum.
##
## Errors: @code{autoencoder:ae_maxpool2d_backward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## X = [1 5 2; 4 3 9; 0 1 2];
## [Y, idx] = ae_maxpool2d_forward (X, 2, "same");
## ae_maxpool2d_backward ([10 20; 30 40], idx, size (X))
##     @result{}  0 10  0
##         0  0 20
##         0 30 40
## @end group
## @end example
## @seealso{ae_maxpool2d_forward, ae_avgpool2d_backward}
## @end deftypefn

function dX = ae_maxpool2d_backward (dY, idx, size_of_X)
  if (nargin != 3)
    print_usage ();
  endif
  arg_array ("ae_maxpool2d_backward", "dY", dY);
  if (! isnumeric (idx) || ! isreal (idx) || any (idx(:) != fix (idx(:))))
    error ("autoencoder:ae_maxpool2d_backward:class", ...
           "ae_maxpool2d_backward: idx must be numbers of elements of X, got %s", text_describe (idx));
  endif
  arg_size ("ae_maxpool2d_backward", "idx", idx, size (dY));
  size_of_X = kernel_size_of_X ("ae_maxpool2d_backward", size_of_X);
  if (prod (size_of_X) > 2^31 && prod (size_of_X) > 2^12 * numel (dY))
    error ("autoencoder:ae_maxpool2d_backward:size", ...
           "ae_maxpool2d_backward: size_of_X must fit dY, got %g numbers for %d", prod (size_of_X), numel (dY));
  endif
  dX = __ae_maxpool2d_backward__ (dY, double (full (idx)), size_of_X);
endfunction

%!test
%! X = [1 5 2; 4 3 9; 0 1 2];
%! [Y, idx] = ae_maxpool2d_forward (X, 2, "same");
%! assert (ae_maxpool2d_backward ([10 20; 30 40], idx, size (X)), [0 10 0; 0 0 20; 0 30 40]);
%! [Y, idx] = ae_maxpool2d_forward (X, 2, "same", 1);
%! assert (ae_maxpool2d_backward (ones (3), idx, size (X)), [0 1 0; 1 0 4; 0 1 2]);
%! dX = ae_maxpool2d_backward (single (1), 5, [2 2 1 2]);
%! assert (class (dX), "single");
%! assert (size (dX), [2 2 1 2]);
%!error <Invalid call> ae_maxpool2d_backward (1, 1)
%!error <idx must be 1-by-2, got 2-by-1 double> ae_maxpool2d_backward ([1 2], [1; 2], [2 2])
%!error <idx must lie in 1 .. 4 for this size_of_X, got 5> ae_maxpool2d_backward (1, 5, [2 2])
%!error <idx must lie in 1 .. 4 for this size_of_X, got 0> ae_maxpool2d_backward (1, 0, [2 2])
%!error <idx must be numbers of elements of X, got 1.5> ae_maxpool2d_backward (1, 1.5, [2 2])
%!error <idx must be numbers of elements of X, got 1-by-1 cell> ae_maxpool2d_backward (1, {1}, [2 2])
%!error <size_of_X must be 2 to 4 whole numbers .= 1, got 2> ae_maxpool2d_backward (1, 1, 2)
%!error <size_of_X must fit dY, got 1e.15 numbers for 1> ae_maxpool2d_backward (1, 1, [1e5 1e5 1e5])
%!error <dY must be single or double, got char> ae_maxpool2d_backward ("a", 1, [2 2])
