## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {[@var{loss}, @var{dY}] =} ae_loss (@var{Y}, @var{T}, @var{name})
## A loss, the mean over all elements, and its derivative.
##
## @var{Y} (outputs) and @var{T} (targets) are arrays of one size, both single or
## both double; @var{loss} is a double number and @var{dY}, of the size and class
## of @var{Y}, the derivative of @var{loss} with respect to @var{Y}.  @var{name}
## is one of
##
## @table @code
## @item "mse"
## (or @code{"mean_squared_error"}): the mean of (@var{Y} - @var{T})^2
## @item "mae"
## (or @code{"mean_absolute_error"}): the mean of |@var{Y} - @var{T}|; its
## derivative at 0 is 0
## @item "bce"
## (or @code{"binary_crossentropy"}): the mean of -@var{T} log (@var{Y}) -
## (1 - @var{T}) log (1 - @var{Y}) for @var{T} in [0, 1], with @var{Y} kept in
## [1e-7, 1 - 1e-7] as in Keras
## @end table
##
## Errors: @code{autoencoder:ae_loss:class}, @code{:size}, @code{:empty},
## @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## [loss, dY] = ae_loss ([1 2 3 4], [1 1 1 1], "mse")
##     @result{} loss = 3.5000, dY = [0 0.5000 1.0000 1.5000]
## @end group
## @end example
## @seealso{ae_fit, ae_evaluate, ae_optimizer_step}
## @end deftypefn

function [loss, dY] = ae_loss (Y, T, name)
  if (nargin != 3)
    print_usage ();
  endif
  arg_arrays ("ae_loss", {"Y", "T"}, {Y, T});
  arg_size ("ae_loss", "T", T, size (Y));
  name = short_name ("ae_loss", name);
  if (strcmp (name, "bce") && (min (T(:)) < 0 || max (T(:)) > 1))
    error ("autoencoder:ae_loss:value", ...
           "ae_loss: T must be in [0, 1] for the cross-entropy, got values from %g to %g", ...
           min (T(:)), max (T(:)));
  endif
  if (nargout < 2)
    loss = __ae_loss__ (Y(:), T(:), name);
  else
    [loss, dY] = __ae_loss__ (Y(:), T(:), name);
    dY = reshape (dY, size (Y));
  endif
endfunction

## The short name of a loss ("mse", "mae", "bce") from it or from the long one.
function name = short_name (fname, name)
  short = {"mse", "mae", "bce"};
  long = {"mean_squared_error", "mean_absolute_error", "binary_crossentropy"};
  name = arg_value (fname, "the loss", name, [short, long]);
  k = find (strcmp (name, long));
  if (! isempty (k))
    name = short{k};
  endif
endfunction

%!test
%! [loss, dY] = ae_loss ([1 2 3 4], [1 1 1 1], "mse");
%! assert (loss, 3.5);
%! assert (dY, [0 0.5 1 1.5]);
%! [loss, dY] = ae_loss ([1 2; 3 4], [1 3; 2 2], "mae");
%! assert (loss, 1);
%! assert (dY, [0 -1; 1 1] / 4);
%! y = [0.2 0.9 0.5];  t = [0 1 0.25];
%! [loss, dY] = ae_loss (y, t, "bce");
%! assert (loss, mean (-t .* log (y) - (1 - t) .* log (1 - y)), 1e-15);
%! assert (dY, (y - t) ./ (y .* (1 - y)) / 3, 1e-14);
%!test # long names, and outputs at the ends
%! assert (ae_loss (1, 3, "Mean_Squared_Error"), 4);
%! assert (ae_loss (1, 3, "mean_absolute_error"), 2);
%! [loss, dY] = ae_loss (single ([0 1]), single ([1 0]), "binary_crossentropy");
%! assert (isfinite (loss) && all (isfinite (dY)));
%! assert (class (dY), "single");
%! assert (class (loss), "double");
%! assert (sign (dY), single ([-1 1]));
%!test # many elements, any size
%! Y = rand (50, 40, 3, 30, "single");  T = rand (size (Y), "single");
%! [loss, dY] = ae_loss (Y, T, "mse");
%! assert (loss, mean ((double (Y(:)) - double (T(:))) .^ 2), 1e-7);
%! assert (dY, 2 * (Y - T) / numel (Y), 1e-12);
%!error <Invalid call> ae_loss (1, 1)
%!error <the loss must be one of mse, mae, bce, mean_squared_error, .*; got "hinge"> ae_loss (1, 1, "hinge")
%!error <T must be 1-by-2, got 2-by-1 double> ae_loss ([1 2], [1; 2], "mse")
%!error <T must be double, the class of Y, got single> ae_loss (1, single (1), "mse")
%!error <T must be in .0, 1. for the cross-entropy, got values from -1 to 2> ae_loss ([0 0], [-1 2], "bce")
%!error <Y must be finite, got NaN at element 1> ae_loss (NaN, 1, "mse")
