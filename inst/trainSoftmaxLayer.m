## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {@var{net} =} trainSoftmaxLayer (@var{X}, @var{T})
## @deftypefnx {autoencoder} {@var{net} =} trainSoftmaxLayer (@dots{}, @var{Name}, @var{Value})
## A softmax layer that sorts samples into classes, called and trained as in
## MATLAB.
##
## @var{X} is @var{d}-by-@var{n}, often codes from @code{encode}; @var{T} is
## @var{k}-by-@var{n}: shares in [0, 1], as a 1 in the row of the right class.
## @code{@var{net} (@var{X})} then gives the shares of the classes, @var{k}-by-
## @var{n}, and @code{stack} puts the layer behind autoencoders.
##
## Training goes over all samples at once, in double, by scaled conjugate
## gradients, from Glorot's random weights, drawn from @code{rand}.
##
## Names may be cut short and are case-insensitive:
##
## @table @code
## @item "MaxEpochs"
## Iterations at most; default 1000.
## @item "LossFunction"
## @qcode{"crossentropy"} (default) or @qcode{"mse"}.
## @item "ShowProgressWindow"
## true (default): a bar where there is a terminal.  There is no window.
## @item "TrainingAlgorithm"
## @qcode{"trainscg"} (default), the only one.
## @end table
##
## Errors: @code{autoencoder:trainSoftmaxLayer:class}, @code{:empty},
## @code{:size}, @code{:nonfinite}, @code{:option}, @code{:value}.
##
## @example
## @group
## X = [rand(2, 30), rand(2, 30) + 1];
## T = [ones(1, 30), zeros(1, 30); zeros(1, 30), ones(1, 30)];
## net = trainSoftmaxLayer (X, T, "ShowProgressWindow", false);
## mean (all (round (net (X)) == T))
##     @result{} ans = 1
## @end group
## @end example
## @seealso{trainAutoencoder, @@Autoencoder/stack, ae_classifier}
## @end deftypefn

function n = trainSoftmaxLayer (X, T, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  X = matlab_matrix ("trainSoftmaxLayer", "X", X);
  T = matlab_matrix ("trainSoftmaxLayer", "T", T);
  if (columns (T) != columns (X))
    error ("autoencoder:trainSoftmaxLayer:size", ...
           "trainSoftmaxLayer: T must have a column for each of X: %d, got %d", columns (X), columns (T));
  elseif (min (T(:)) < 0 || max (T(:)) > 1)
    error ("autoencoder:trainSoftmaxLayer:value", ...
           "trainSoftmaxLayer: T must lie in [0, 1], got [%g, %g]", min (T(:)), max (T(:)));
  endif
  opt = matlab_options ("trainSoftmaxLayer", varargin, {
    "LossFunction", "crossentropy", {"crossentropy", "mse"};
    "MaxEpochs", 1000, "whole >= 1";
    "ShowProgressWindow", true, "flag";
    "TrainingAlgorithm", "trainscg", {"trainscg"}});
  net = ae_network (rows (X), {ae_layer("dense", rows (T), "softmax", "Name", "softmax")}, "Precision", "double");
  net = __matlab_fit__ ("trainSoftmaxLayer", net, X, T, opt, "Loss", opt.LossFunction);
  n = network (net);
endfunction

%!test # against a textbook classifier by the normal equations' optimum: the gradient vanishes
%! rand ("state", 5);
%! X = rand (3, 80);
%! T = double ((1:2)' == 1 + (X(1,:) + X(2,:) + 0.5 * rand (1, 80) > 1.2));
%! n = trainSoftmaxLayer (X, T, "ShowProgressWindow", false);
%! E = n (X) - T;
%! assert (norm (E * X' / 80, Inf) < 1e-4);
%! assert (norm (sum (E, 2) / 80, Inf) < 1e-4);
%! assert (class (n), "network");
%! assert (n.layers{1}.transferFcn, "softmax");
%! m = trainSoftmaxLayer (X, T, "loss", "mse", "maxepoch", 30);
%! assert (mean ((m (X) - T)(:) .^ 2) < 0.25);
%!error <Invalid call> trainSoftmaxLayer (1)
%!error <T must have a column for each of X: 4, got 3> trainSoftmaxLayer (ones (2, 4), ones (2, 3))
%!error <T must lie in .0, 1., got .1, 2.> trainSoftmaxLayer (ones (2, 2), [1 2])
%!error <trainSoftmaxLayer: X must be a real matrix, got 1-by-1 cell> trainSoftmaxLayer ({1}, 1)
%!error <LossFunction must be one of crossentropy, mse; got "mae"> trainSoftmaxLayer (ones (2, 2), [1 0], "LossFunction", "mae")
%!error <unknown option "Nope"; valid are: LossFunction, MaxEpochs> trainSoftmaxLayer (ones (2, 2), [1 0], "Nope", 1)
