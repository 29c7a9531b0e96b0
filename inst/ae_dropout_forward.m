## Copyright (C) 2026 The autoencoder developers
## SPDX-License-Identifier: GPL-3.0-or-later

## -*- texinfo -*-
## @deftypefn  {autoencoder} {[@var{Y}, @var{seed}] =} ae_dropout_forward (@var{X}, @var{rate})
## @deftypefnx {autoencoder} {[@var{Y}, @var{seed}] =} ae_dropout_forward (@var{X}, @var{rate}, @var{name}, @var{value})
## Forward pass of (inverted) dropout, as in training: each element becomes zero
## with probability @var{rate}; the others are divided by 1 - @var{rate}.
##
## @var{X} is @var{d}-by-@var{n} or @var{h}-by-@var{w}-by-@var{c}-by-@var{n}, single or
## double, @var{rate} is in [0, 1); @var{Y} has the size and class of @var{X}.
## Outside of training dropout does nothing.
##
## Options:
## @table @code
## @item "Seed"
## A whole number >= 0.  The same @var{seed} drops the same elements; by default
## one is drawn from @code{rand}.  It is returned for
## @code{ae_dropout_backward}.
## @end table
##
## Errors: @code{autoencoder:ae_dropout_forward:class}, @code{:size},
## @code{:empty}, @code{:nonfinite}, @code{:value}, @code{:option}.
##
## Sources: Srivastava et al., @cite{Dropout: a simple way to prevent neural
## networks from overfitting}, JMLR 15, 2014; the numbers come from Philox4x32-10
## (Salmon et al., SC 2011), counted by sample and element.
##
## @example
## @group
## [Y, seed] = ae_dropout_forward (ones (4, 1000), 0.25, "Seed", 7);
## abs (mean (Y(:) == 0) - 0.25) < 0.03
##     @result{} 1
## unique (Y)
##     @result{} 0
##        1.3333
## @end group
## @end example
## @seealso{ae_dropout_backward, ae_layer}
## @end deftypefn

function [Y, seed] = ae_dropout_forward (X, rate, varargin)
  if (nargin < 2)
    print_usage ();
  endif
  arg_array ("ae_dropout_forward", "X", X);
  rate = arg_value ("ae_dropout_forward", "rate", rate, "share");
  opt = arg_options ("ae_dropout_forward", varargin, {"Seed", [], "whole >= 0?"});
  seed = arg_seed (opt.Seed);
  layer = struct ("type", "dropout", "rate", rate);
  Y = reshape (__ae_layer_forward__ (X, layer, kernel_vector_size ("ae_dropout_forward", "X", X), 1, seed), size (X));
endfunction

%!test
%! X = 1 + rand (20, 30);
%! [Y, seed] = ae_dropout_forward (X, 0.5, "Seed", 7);
%! assert (seed, 7);
%! kept = Y != 0;
%! assert (Y(kept), 2 * X(kept), 1e-15);
%! assert (abs (mean (kept(:)) - 0.5) < 6 * sqrt (0.25 / 600));
%! assert (ae_dropout_forward (X, 0.5, "seed", 7), Y);
%! assert (! isequal (ae_dropout_forward (X, 0.5, "Seed", 8), Y));
%! assert (ae_dropout_forward (X, 0), X);
%!test # images and vectors, a sample alone or with others: the same numbers
%! X = 1 + rand (3, 5, 2, 40, "single");
%! Y = ae_dropout_forward (X, 0.3, "Seed", 1);
%! assert (size (Y), size (X));
%! assert (class (Y), "single");
%! assert (ae_dropout_forward (reshape (X, 30, 40), 0.3, "Seed", 1), reshape (Y, 30, 40));
%! assert (ae_dropout_forward (X(:,:,:,1:7), 0.3, "Seed", 1), Y(:,:,:,1:7));
%!test # a seed is drawn from rand
%! rand ("state", 1);  [A, s] = ae_dropout_forward (ones (9), 0.5);
%! rand ("state", 1);  [B, t] = ae_dropout_forward (ones (9), 0.5);
%! assert (A, B);
%! assert (s, t);
%!error <Invalid call> ae_dropout_forward (1)
%!error <rate must be a number in .0, 1., got 1> ae_dropout_forward (1, 1)
%!error <rate must be a number in .0, 1., got -0.1> ae_dropout_forward (1, -0.1)
%!error <Seed must be a whole number .= 0, got 1.5> ae_dropout_forward (1, 0, "Seed", 1.5)
%!error <unknown option "Sead".*valid are: Seed> ae_dropout_forward (1, 0, "Sead", 1)
%!error <X must be finite, got -Inf at element 1> ae_dropout_forward (-Inf, 0)
%!error id=autoencoder:ae_dropout_forward:nonfinite ae_dropout_forward (3e38 * ones (9, "single"), 0.5, "Seed", 1)
%!error <^ae_dropout_forward: the result must be finite, got numbers too large for class single> ae_dropout_forward (3e38 * ones (9, "single"), 0.5, "Seed", 1)
%!error <ae_dropout_forward: X must be d-by-n or h-by-w-by-c-by-n, got 1-by-2-by-1-by-1-by-2 double> ae_dropout_forward (ones (1, 2, 1, 1, 2), 0.5)
