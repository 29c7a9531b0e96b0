## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {@var{theta} =} ae_principal_angles (@var{A}, @var{B})
## The angles between the subspaces that two sets of columns span.
##
## @var{A} is @var{d}-by-@var{k} and @var{B} @var{d}-by-@var{l}; the columns of
## each must be linearly independent, they need not be orthonormal.
## @var{theta} is a column of @code{min (k, l)} angles in radians, from 0 to
## pi/2, rising.  All are 0 when one subspace lies in the other; the largest
## says how far a linear autoencoder's subspace is from PCA's.
##
## Small angles come from their sines and large ones from their cosines, so
## both are accurate; everything is computed in double.
##
## Errors: @code{autoencoder:ae_principal_angles:class}, @code{:empty},
## @code{:size}, @code{:nonfinite}, @code{:rank}.
##
## Source: A. Bjorck and G. H. Golub, @cite{Numerical methods for computing
## angles between linear subspaces}, Mathematics of Computation 27, 1973.
##
## @example
## @group
## ae_principal_angles ([1 0; 0 1; 0 0], [1; 0; 1])
##     @result{} 0.7854
## @end group
## @end example
## @seealso{ae_pca, ae_loadings}
## @end deftypefn

function theta = ae_principal_angles (A, B)
  if (nargin != 2)
    print_usage ();
  endif
  QA = basis ("A", A);
  QB = basis ("B", B);
  if (rows (A) != rows (B))
    error ("autoencoder:ae_principal_angles:size", ...
           "ae_principal_angles: A and B must have as many rows, got %d and %d", rows (A), rows (B));
  endif
  if (columns (QA) < columns (QB))
    [QA, QB] = deal (QB, QA);
  endif
  C = QA' * QB;
  cosines = min (svd (C), 1);
  sines = flipud (min (svd (QB - QA * C), 1));
  theta = acos (cosines);
  small = cosines .^ 2 > 0.5;
  theta(small) = asin (sines(small));
endfunction

function Q = basis (name, A)
  arg_array ("ae_principal_angles", name, A);
  if (ndims (A) != 2 || columns (A) > rows (A))
    error ("autoencoder:ae_principal_angles:size", ...
           "ae_principal_angles: %s must be d-by-k with k <= d, got %s", name, text_describe (A));
  endif
  tiny = max (size (A)) * eps (class (A));
  scale = norm (A, 2, "cols");
  if (all (scale > 0))
    A = double (A) ./ double (scale);
  endif
  s = svd (A);
  if (s(end) <= tiny * s(1))
    error ("autoencoder:ae_principal_angles:rank", ...
           "ae_principal_angles: the columns of %s must be linearly independent, got rank %d of %d", ...
           name, sum (s > tiny * s(1)), columns (A));
  endif
  [Q, ~] = qr (double (A), 0);
endfunction

%!assert (ae_principal_angles ([1 0; 0 1; 0 0], [1; 0; 1]), pi / 4, 1e-15)
%!assert (ae_principal_angles (eye (3)(:,1:2), eye (3)(:,2:3)), [0; pi/2], 1e-15)
%!test # tiny angles keep their digits
%! t = [1e-10; 1e-3; 1.2];
%! A = [eye(3); zeros(3)];
%! B = [diag(cos (t)); diag(sin (t))];
%! assert (ae_principal_angles (A, B * [1 2 3; 0 1 4; 0 0 1]), t, 1e-14);
%!test # single columns, different numbers of them
%! A = single ([1 2; 3 4; 5 7; 1 0]);
%! assert (ae_principal_angles (A, A * [1; 2]), 0, 1e-6);
%! assert (class (ae_principal_angles (A, A)), "double");
%!error <Invalid call> ae_principal_angles (1)
%!error <as many rows, got 3 and 2> ae_principal_angles (ones (3, 1), ones (2, 1))
%!error <A must be d-by-k with k .= d> ae_principal_angles (ones (2, 3), ones (2, 1))
%!error <columns of B must be linearly independent, got rank 1 of 2> ae_principal_angles ([1; 0; 0], ones (3, 2))
%!error <columns of A must be linearly independent, got rank 0> ae_principal_angles (zeros (3, 1), ones (3, 1))
%!error <B must be finite> ae_principal_angles (ones (3, 1), [1; NaN; 1])
%!error <A must be single or double, got cell> ae_principal_angles ({1}, 1)
