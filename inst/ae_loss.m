## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn {autoencoder} {[@var{loss}, @var{dY}] =} ae_loss (@var{Y}, @var{T}, @var{name})
## A loss, the mean over all elements or samples, and its derivative.
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
## @item "huber"
## the mean of e^2 / 2 where e = |@var{Y} - @var{T}| is up to 1, of e - 1/2 beyond
## @item "crossentropy"
## (or @code{"categorical_crossentropy"}): -@var{T} log (@var{Y}) summed over the
## units of a sample (rows of @var{d}-by-@var{n}, channels of
## @var{h}-by-@var{w}-by-@var{c}-by-@var{n}), the mean over samples (and pixels).
## @var{Y} comes out of softmax, @var{T} holds shares in [0, 1], as a 1 in the row
## of the right class.  Networks whose last activation is softmax take the
## derivative of both together, @var{Y} sum (@var{T}) - @var{T}, which is exact
## even where @var{Y} is rounded to 0.
## @end table
##
## Source: Huber, Annals of Mathematical Statistics 35, 1964 (huber).
##
## Errors: @code{autoencoder:ae_loss:class}, @code{:size}, @code{:empty},
## @code{:nonfinite}, @code{:value}.
##
## @example
## @group
## [loss, dY] = ae_loss ([1 2 3 4], [1 1 1 1], "mse")
##     @result{} loss = 3.5000
##        dY =
##                 0   0.5000   1.0000   1.5000
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
  name = arg_value ("ae_loss", "the loss", name, arg_choices ("loss"));
  arg_targets ("ae_loss", "T", name, T);
  terms = numel (Y);
  if (arg_choices ("loss", name).over_units)
    terms /= size (Y, 1 + 2 * (ndims (Y) > 2));
  endif
  if (nargout < 2)
    loss = __ae_loss__ (Y(:), T(:), name, terms);
  else
    [loss, dY] = __ae_loss__ (Y(:), T(:), name, terms);
    dY = reshape (dY, size (Y));
    model_check_result ("ae_loss", dY);
  endif
  model_check_result ("ae_loss", loss);
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
%!test # huber, on both sides of the knee
%! [loss, dY] = ae_loss ([-3 -1 0 0.5 1 4], zeros (1, 6), "huber");
%! assert (loss, (2.5 + 0.5 + 0.125 + 0.5 + 3.5) / 6, eps);
%! assert (dY, [-1 -1 0 0.5 1 1] / 6, eps);
%!test # crossentropy: summed over classes, the mean over samples and pixels
%! y = [0.2 0.7 1; 0.5 0.1 0; 0.3 0.2 0];  t = [0 1 0.5; 1 0 0; 0 0 0.5];
%! [loss, dY] = ae_loss (y(:,1:2), t(:,1:2), "crossentropy");
%! assert (loss, -(log (0.5) + log (0.7)) / 2, eps);
%! assert (dY, -(t ./ y)(:,1:2) / 2, 2 * eps);
%! assert (ae_loss (y, t, "categorical_crossentropy"), -(log (0.5) + log (0.7) + 0.5 * log (realmin)) / 3, 1e-12);
%! image = @(a) permute (reshape (a, [3 1 3]), [2 3 1]);
%! [loss2, dY2] = ae_loss (image (y(:,[1 2 1])), image (t(:,[1 2 1])), "crossentropy");
%! assert (loss2, -(2 * log (0.5) + log (0.7)) / 3, eps);
%! assert (dY2, image (-(t ./ y)(:,[1 2 1]) / 3), 2 * eps);
%!test # every loss is in the help
%! [~, rows] = __ae_choices__ ();
%! text = evalc ("help ae_loss");
%! for name = {rows.name}
%!   assert (any (strfind (text, ["\"" name{1} "\""])));
%! endfor
%!error <Invalid call> ae_loss (1, 1)
%!error <the loss must be one of mse, mae, bce, huber, crossentropy; got "hinge"> ae_loss (1, 1, "hinge")
%!error <T must be 1-by-2, got 2-by-1 double> ae_loss ([1 2], [1; 2], "mse")
%!error <T must be double, the class of Y, got single> ae_loss (1, single (1), "mse")
%!error <ae_loss: the targets T must lie in .0, 1. for the loss crossentropy, got .0, 1.5.> ae_loss ([0; 0], [0; 1.5], "crossentropy")
%!error <ae_loss: the targets T must lie in .0, 1. for the loss bce, got .-1, 2.> ae_loss ([0 0], [-1 2], "bce")
%!error <Y must be finite, got NaN at element 1> ae_loss (NaN, 1, "mse")
%!error <^ae_loss: the result must be finite> [loss, dY] = ae_loss (1e308 * ones (3), -1e308 * ones (3), "mse");
%!error id=autoencoder:ae_loss:nonfinite ae_loss (1e200, 0, "mse")
