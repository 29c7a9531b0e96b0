## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{perf} =} mse (@var{E})
## @deftypefnx {autoencoder} {@var{perf} =} mse (@var{Y}, @var{T})
## @deftypefnx {autoencoder} {@var{perf} =} mse (@var{net}, @var{T}, @var{Y})
## The mean of the squares of all elements of @var{E}, or of @var{Y} - @var{T}, as
## MATLAB's scripts write it.
##
## The arguments are real arrays of one size, or cells of such, as images; NaN is
## left out.  The mean of nothing is NaN, squares beyond 1e308 are Inf.  @var{net} is
## not looked at.  The function is there after
## @code{ae_matlab ("on")}.
##
## Errors: @code{autoencoder:mse:class}, @code{:size}.
##
## @example
## @group
## ae_matlab ("on");
## mse ([1 2; 3 4], [1 2; 3 6])
##     @result{} ans = 1
## @end group
## @end example
## @seealso{ae_matlab, ae_evaluate, meansq}
## @end deftypefn

function perf = mse (varargin)
  if (nargin == 3)
    varargin(1) = [];
  elseif (nargin < 1 || nargin > 3)
    print_usage ();
  endif
  values = cellfun (@column, varargin, "UniformOutput", false);
  E = values{1};
  if (numel (values) == 2)
    if (numel (values{2}) != numel (E))
      error ("autoencoder:mse:size", "mse: T and Y must have as many elements, got %d and %d", numel (E), numel (values{2}));
    endif
    E -= values{2};
  endif
  perf = mean (E(! isnan (E)) .^ 2);
endfunction

function v = column (A)
  if (iscell (A))
    parts = cellfun (@column, A(:), "UniformOutput", false);
    v = vertcat (zeros (0, 1), parts{:});
  elseif ((isnumeric (A) || islogical (A)) && isreal (A))
    v = double (A(:));
  else
    error ("autoencoder:mse:class", "mse: E, or Y and T, must be real arrays or cells of such, got class %s", class (A));
  endif
endfunction

%!shared before
%! before = ae_matlab ("on");
%!test
%! assert (mse ([1 -2; 3 4]), 7.5);
%! assert (mse ([1 2 3], [1 2 5]), 4 / 3, eps);
%! assert (mse ({[1 2], 3}, {[1 2], 5}), 4 / 3, eps);
%! assert (mse (0, [1 2], [1 4]), 2);
%! assert (mse ([1 NaN 3]), 5);
%! assert (mse (uint8 ([1 2]), uint8 ([3 2])), 2);
%!error <Invalid call> mse ()
%!error <T and Y must have as many elements, got 2 and 3> mse ([1 2], [1 2 3])
%!error <mse: E, or Y and T, must be real arrays or cells of such, got class char> mse ("a")
%!test
%! ae_matlab ("off");
